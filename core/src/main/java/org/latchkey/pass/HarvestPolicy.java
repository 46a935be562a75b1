package org.latchkey.pass;

import java.time.Duration;
import org.latchkey.error.InvalidValueException;

/**
 * When a source that holds a right global pass is taken for somebody who tries MACs one after the
 * other, and how much slower it then goes.
 *
 * <p>What counts are different MACs that are not in the inventory or that are locked. A pass that
 * is closed because the phone has its own credential never counts, nor does anything from a source
 * where a device of the pass's scope has used its own credential in the last eight days: phones of
 * a living site may be new, or wrong, in any number.
 *
 * <p>A suspect source is paced, not shut out: under that pass it opens one armed device after the
 * other, and a first boot that has begun goes on. The suspicion ends by itself, and at once when an
 * administrator adopts or arms a phone that knocked from there.
 *
 * <p>Counted in the memory of one node: several nodes bear several times as much, and a restart
 * forgets.
 *
 * @param strangers how many different MACs make a source suspect, 1 to 100
 * @param within in which time
 * @param suspicion how long it stays suspect
 * @param pace how long after one armed device a suspect source may open the next
 * @since 1.0
 */
public record HarvestPolicy(int strangers, Duration within, Duration suspicion, Duration pace) {
  /** Ten MACs in an hour, a day, one device in ten seconds. */
  public static final HarvestPolicy DEFAULTS =
      new HarvestPolicy(10, Duration.ofHours(1), Duration.ofDays(1), Duration.ofSeconds(10));

  /**
   * Checks the numbers.
   *
   * @param strangers 1 to 100
   * @param within positive
   * @param suspicion positive
   * @param pace not negative, up to one hour: phones must get through while they are armed
   */
  public HarvestPolicy {
    if (strangers < 1 || strangers > 100) {
      throw InvalidValueException.of("strangers", "1 to 100", strangers);
    }
    positive("within", within);
    positive("suspicion", suspicion);
    if (pace.isNegative() || pace.compareTo(Duration.ofHours(1)) > 0) {
      throw InvalidValueException.of("pace", "PT0S to PT1H", pace);
    }
  }

  private static void positive(String field, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw InvalidValueException.of(field, "positive", value);
    }
  }
}
