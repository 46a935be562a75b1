package org.latchkey.spi;

import org.latchkey.error.InvalidValueException;

/**
 * How much phones may store. Bytes are those of the files as they were sent; sealed they take a
 * third more.
 *
 * <p>What goes beyond is answered by 413 and not stored, and what was stored before stays. A phone
 * does not repeat that by itself, as it would a 5xx: a full store is not asked all the harder.
 *
 * @param fileBytes how long one file may be, 1 byte to 16 MiB; a form that holds it may be 16 KiB
 *     longer. The servlet adapter reads 512 KiB of a request that is refused for want of a
 *     credential; a phone that sends more at once loses its connection then
 * @param deviceFiles how many files of one device are kept, at least 1
 * @param deviceBytes how long they may be together, at least one file's limit
 * @param allBytes how long those of all devices may be together, at least one device's limit
 * @since 1.0
 */
public record UploadQuota(int fileBytes, int deviceFiles, long deviceBytes, long allBytes) {
  /** 512 KiB a file, 16 files and 2 MiB a device, 64 MiB in all: what fits into memory. */
  public static final UploadQuota DEFAULTS =
      new UploadQuota(512 * 1024, 16, 2L * 1024 * 1024, 64L * 1024 * 1024);

  private static final int LONGEST_FILE = 16 * 1024 * 1024;

  /**
   * Checks the numbers.
   *
   * @param fileBytes 1 to 16,777,216
   * @param deviceFiles at least 1
   * @param deviceBytes at least {@code fileBytes}
   * @param allBytes at least {@code deviceBytes}
   */
  public UploadQuota {
    if (fileBytes < 1 || fileBytes > LONGEST_FILE) {
      throw InvalidValueException.of("fileBytes", "1 to " + LONGEST_FILE, fileBytes);
    }
    if (deviceFiles < 1) {
      throw InvalidValueException.of("deviceFiles", "at least 1", deviceFiles);
    }
    if (deviceBytes < fileBytes) {
      throw InvalidValueException.of("deviceBytes", "at least fileBytes", deviceBytes);
    }
    if (allBytes < deviceBytes) {
      throw InvalidValueException.of("allBytes", "at least deviceBytes", allBytes);
    }
  }
}
