package org.latchkey.pass;

import java.time.Instant;
import java.util.List;
import org.latchkey.error.InvalidValueException;

/**
 * An administrator's permission to use the global pass for one device.
 *
 * @param start when it begins
 * @param end when it ends, after its start
 * @param from networks that the phone must come from; empty means anywhere
 * @param certificate whether the phone must show its factory certificate
 * @since 1.0
 */
public record Arming(Instant start, Instant end, List<Network> from, boolean certificate) {
  /**
   * Checks the period.
   *
   * @param start when it begins
   * @param end when it ends
   * @param from networks that the phone must come from
   * @param certificate whether a factory certificate is demanded
   */
  public Arming {
    from = List.copyOf(from);
    if (!end.isAfter(start)) {
      throw InvalidValueException.of("armedUntil", "after its start " + start, end);
    }
    if (from.size() > 32) {
      throw InvalidValueException.of("from", "at most 32 networks", from.size());
    }
  }

  /**
   * Says whether the period has begun and not ended.
   *
   * @param now the present
   * @return true within the period
   */
  public boolean runs(Instant now) {
    return hasBegun(now) && !hasEnded(now);
  }

  boolean hasBegun(Instant now) {
    return !now.isBefore(start);
  }

  boolean hasEnded(Instant now) {
    return !now.isBefore(end);
  }

  boolean isMetBy(Source source) {
    boolean near =
        from.isEmpty() || from.stream().anyMatch(network -> network.contains(source.address()));
    return near && (!certificate || source.factoryCertificate());
  }
}
