package org.latchkey.auth;

import java.time.Duration;
import org.latchkey.error.InvalidValueException;

/**
 * How many failed proofs are borne before requests with a proof are told to come again later.
 *
 * <p>A failed proof is a credential that fits nothing: neither what the device has or had, nor any
 * global pass. A right credential is none, whether or not it opens anything now; so the phones that
 * show the global pass first at every boot are never limited for it. Nor is a request without a
 * credential, a nonce that is too old, or a credential with which a vendor's phones leave the
 * factory ({@link org.latchkey.brand.Traits#factoryCredentials}).
 *
 * <p>A source is one IPv4 address or one IPv6 /64. Each limit is a bucket that holds so many
 * failures and empties evenly within the period: that many may come at once, and after that one
 * more whenever its share of the period has passed ({@link #DEFAULTS}: five seconds for a device).
 * A phone whose password is set right is therefore answered within seconds, not after the whole
 * period, and never has to fear for its arming.
 *
 * <p>Counted in the memory of one node: several nodes bear several times as much, and a restart
 * forgets.
 *
 * @param perDevice how many failures for one MAC from one source, at least 1
 * @param perSource how many failures from one source in all, at least as many
 * @param period in which time, up to one day
 * @since 1.0
 */
public record FailureLimits(int perDevice, int perSource, Duration period) {
  /** 120 for a device, 10,000 for a source, in 10 minutes. */
  public static final FailureLimits DEFAULTS =
      new FailureLimits(120, 10_000, Duration.ofMinutes(10));

  /**
   * Checks the numbers.
   *
   * @param perDevice at least 1
   * @param perSource at least as many
   * @param period at least a millisecond for each failure of a source, up to one day
   */
  public FailureLimits {
    if (perDevice < 1) {
      throw InvalidValueException.of("perDevice", "at least 1", perDevice);
    }
    if (perSource < perDevice) {
      throw InvalidValueException.of("perSource", "at least perDevice", perSource);
    }
    if (period.compareTo(Duration.ofMillis(perSource)) < 0
        || period.compareTo(Duration.ofDays(1)) > 0) {
      throw InvalidValueException.of("period", "a millisecond a failure up to one day", period);
    }
  }
}
