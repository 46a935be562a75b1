package org.latchkey.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.latchkey.error.InvalidValueException;
import org.latchkey.pass.Network;

/**
 * How a device is to be armed.
 *
 * @param keepCredential whether its own credential goes on opening it until the next one is proven
 * @param duration how long, one minute to 90 days; empty takes the policy's period
 * @param notBefore when it begins, at most a year ahead; empty or an instant that has passed means
 *     now
 * @param from networks that the phone must come from; empty means anywhere
 * @since 1.0
 */
public record ArmOrder(
    boolean keepCredential,
    Optional<Duration> duration,
    Optional<Instant> notBefore,
    List<Network> from) {
  /** Arms now, for the policy's period, from anywhere; the own credential is cleared. */
  public static final ArmOrder DEFAULT =
      new ArmOrder(false, Optional.empty(), Optional.empty(), List.of());

  /**
   * Checks the duration.
   *
   * @param keepCredential whether the own credential is kept
   * @param duration how long
   * @param notBefore when it begins
   * @param from networks
   */
  public ArmOrder {
    from = List.copyOf(from);
    if (!duration.map(ArmOrder::isPeriod).orElse(true)) {
      throw InvalidValueException.of("duration", "PT1M to P90D", duration.get());
    }
  }

  /** Whether a device may be armed for so long. */
  static boolean isPeriod(Duration duration) {
    return duration.toMinutes() >= 1 && duration.compareTo(Duration.ofDays(90)) <= 0;
  }
}
