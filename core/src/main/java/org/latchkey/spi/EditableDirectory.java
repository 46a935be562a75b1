package org.latchkey.spi;

import org.latchkey.device.Device;
import org.latchkey.device.MacAddress;

/**
 * An inventory that Latchkey's management may change. Without it, management of devices answers
 * that it is not supported; arming still works.
 *
 * <p>Called by many threads at once.
 *
 * @since 1.0
 */
public interface EditableDirectory extends DeviceDirectory {

  /**
   * Enters a device.
   *
   * @param device the device
   * @return false if its MAC is known already; then nothing changed
   */
  boolean create(Device device);

  /**
   * Changes a device if it is still what the caller has seen.
   *
   * @param expected the device as it was seen
   * @param next the device as it shall be, of the same MAC
   * @return false if it is not what was expected; then nothing changed
   */
  boolean replace(Device expected, Device next);

  /**
   * Removes a device.
   *
   * @param mac the device's address
   * @return false if it was not there
   */
  boolean delete(MacAddress mac);
}
