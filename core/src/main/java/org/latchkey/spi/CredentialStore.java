package org.latchkey.spi;

import java.util.Optional;
import org.latchkey.device.MacAddress;

/**
 * Keeps one record a device. Secrets reach it sealed only.
 *
 * <p>Called by many threads at once, on any number of nodes. A reader sees every change that was
 * answered with true: no replica that lags, no cache.
 *
 * @since 1.0
 */
public interface CredentialStore {

  /**
   * Finds a device's record.
   *
   * @param mac the device's address
   * @return its record, or empty if it has none
   */
  Optional<AccessRecord> find(MacAddress mac);

  /**
   * Adds a device's first record.
   *
   * @param first the record
   * @return false if the device has one already; then nothing changed
   */
  boolean create(AccessRecord first);

  /**
   * Replaces a record if nobody has changed it since: one conditional write, {@code … where mac = ?
   * and version = ?}, whose row count is the result.
   *
   * @param expected the record as it was found
   * @param next the new record of the same device
   * @return false if the record is gone or has another version; then nothing changed
   */
  boolean replace(AccessRecord expected, AccessRecord next);

  /**
   * Removes a device's record.
   *
   * @param mac the device's address
   * @return false if it had none
   */
  boolean delete(MacAddress mac);
}
