package org.latchkey.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.latchkey.device.MacAddress;

/**
 * Keeps what phones send: contacts, overrides, logs. Contents reach it sealed only, since they may
 * hold passwords and call lists.
 *
 * <p>Names are those that a brand claims for its phones, so their number is small; they are keys of
 * rows and nothing else, never paths on a disk.
 *
 * <p>Called by many threads at once, on any number of nodes. A reader sees every change that was
 * made before, most of all a {@link #purge}.
 *
 * @since 1.0
 */
public interface UploadSink {

  /**
   * Stores a file in place of the one that its device has under the same name, if there is room. To
   * see whether there is room and to store is one step: of several callers no two use the same
   * room.
   *
   * @param upload the file
   * @param quota how many files and bytes its device, and how many bytes all devices may have
   *     afterwards; the replaced file no longer counts
   * @return false if that would be too much; then nothing changed
   */
  boolean store(UploadRecord upload, UploadQuota quota);

  /**
   * Finds a file.
   *
   * @param mac the device's address
   * @param name the file's name
   * @return the file, or empty if the device has none of that name
   */
  Optional<UploadRecord> find(MacAddress mac, String name);

  /**
   * Lists the files of a device.
   *
   * @param mac the device's address
   * @return what may be known of them, stored last comes last
   */
  List<Item> list(MacAddress mac);

  /**
   * Removes a file, unless another one has taken its place.
   *
   * @param upload the file as it was stored
   * @return false if it is not there any more; then nothing changed
   */
  boolean remove(UploadRecord upload);

  /**
   * Removes all files of a device.
   *
   * @param mac the device's address
   */
  void purge(MacAddress mac);

  /**
   * What may be known of a file without opening it.
   *
   * @param name its name, up to 255 characters of ASCII, no upper-case letters and no slash
   * @param entry whose it is: names the owner and generation of the inventory entry under which it
   *     was sent, up to 194 characters of ASCII
   * @param at when it was sent; kept to the millisecond
   * @param size its length in bytes
   */
  record Item(String name, String entry, Instant at, int size) {}
}
