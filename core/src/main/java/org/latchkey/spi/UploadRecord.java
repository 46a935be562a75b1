package org.latchkey.spi;

import org.latchkey.device.MacAddress;

/**
 * One file that a phone has sent, as it is stored.
 *
 * @param mac whose it is; with the item's name the row's key
 * @param item what may be known without opening it
 * @param sealed the content: opaque printable ASCII, a third longer than the file and 52 characters
 * @since 1.0
 */
public record UploadRecord(MacAddress mac, UploadSink.Item item, String sealed) {
  /** Says whose it is and what, not the content. */
  @Override
  public String toString() {
    return "UploadRecord[" + mac + ", " + item + "]";
  }
}
