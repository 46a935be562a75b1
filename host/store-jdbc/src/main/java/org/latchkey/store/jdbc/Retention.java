package org.latchkey.store.jdbc;

import java.time.Duration;
import org.latchkey.error.InvalidValueException;
import org.latchkey.event.EventType;

/**
 * How long events are kept, by {@linkplain EventType#kind kind}.
 *
 * @param contacts what phones were served; at least an hour
 * @param refusals what was refused or failed; at least an hour
 * @param audit what administrators did; at least an hour
 * @since 1.0
 */
public record Retention(Duration contacts, Duration refusals, Duration audit) {
  // before DEFAULTS, which is checked against it
  private static final Duration SHORTEST = Duration.ofHours(1);

  /** 90 days, 30 days and two years. */
  public static final Retention DEFAULTS =
      new Retention(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(2 * 365));

  /**
   * Checks the times.
   *
   * @param contacts at least an hour
   * @param refusals at least an hour
   * @param audit at least an hour
   */
  public Retention {
    check("contacts", contacts);
    check("refusals", refusals);
    check("audit", audit);
  }

  private static void check(String field, Duration time) {
    if (time.compareTo(SHORTEST) < 0) {
      throw InvalidValueException.of("retention of " + field, "at least an hour", time);
    }
  }

  Duration of(EventType.Kind kind) {
    return switch (kind) {
      case CONTACT -> contacts;
      case REFUSAL -> refusals;
      case AUDIT -> audit;
    };
  }
}
