package org.latchkey.admin;

import java.time.Instant;
import java.util.Optional;
import org.latchkey.device.Device;
import org.latchkey.error.InvalidValueException;
import org.latchkey.secret.Credential;

/**
 * A device together with what opens it: how a phone that is in use moves from one installation to
 * another.
 *
 * <p>With a credential the device is provisioned with it, when it is armed it is armed, with both
 * it is armed and its credential goes on opening it, with neither it is locked.
 *
 * @param device the inventory entry
 * @param held the credential that the phone holds already
 * @param armed whether the global pass may open the device once
 * @param armedUntil when that ends, one minute to 90 days ahead; empty takes the policy's period
 * @since 1.0
 */
public record FleetEntry(
    Device device, Optional<Credential> held, boolean armed, Optional<Instant> armedUntil) {
  /**
   * Checks that an end has a beginning.
   *
   * @param device the inventory entry
   * @param held the credential that the phone holds
   * @param armed whether the global pass may open the device
   * @param armedUntil when that ends
   */
  public FleetEntry {
    if (!armed && armedUntil.isPresent()) {
      throw InvalidValueException.of(
          "armedUntil", "left out where the global password is not allowed", armedUntil.get());
    }
  }
}
