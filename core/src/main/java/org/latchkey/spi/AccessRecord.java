package org.latchkey.spi;

import java.time.Instant;
import java.util.Optional;
import org.latchkey.device.MacAddress;

/**
 * One row of the credential store.
 *
 * @param mac whose access it is: the row's key
 * @param version a number that every change replaces by the next; begins anywhere
 * @param state the state's name, up to 16 letters, for listing only
 * @param openUntil until when the global pass may open the device, for listing only
 * @param sealed everything else: opaque printable ASCII, up to about 4,000 characters
 * @since 1.0
 */
public record AccessRecord(
    MacAddress mac, long version, String state, Optional<Instant> openUntil, String sealed) {

  /**
   * What the text of a device's record is sealed for, for hosts that seal their store anew.
   *
   * @param mac the device's address
   * @return the purpose that {@link org.latchkey.secret.Vault#unseal} wants
   */
  public static String purpose(MacAddress mac) {
    return "access/" + mac;
  }
}
