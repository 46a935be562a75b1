package org.latchkey.spi;

import java.util.Optional;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;

/**
 * The host's inventory.
 *
 * <p>Called by many threads at once.
 *
 * @since 1.0
 */
public interface DeviceDirectory {

  /**
   * Tells who owns a device. One cheap look-up, asked with every proof.
   *
   * @param mac the device's address
   * @return its identity, or empty if the inventory does not know it
   */
  Optional<DeviceIdentity> identify(MacAddress mac);

  /**
   * Loads lines, keys, overrides and secrets. Asked only to write a configuration.
   *
   * @param mac the device's address
   * @return the device, or empty if the inventory does not know it
   */
  Optional<Device> load(MacAddress mac);
}
