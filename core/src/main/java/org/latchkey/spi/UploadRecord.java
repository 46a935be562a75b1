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
  /**
   * What the text of an upload is sealed for, for hosts that seal their store anew.
   *
   * @param mac the device's address
   * @param item the upload
   * @return the purpose that {@link org.latchkey.secret.Vault#unseal} wants
   */
  public static String purpose(MacAddress mac, UploadSink.Item item) {
    return "upload/" + mac + "/" + item.entry() + "/" + item.name();
  }

  /** Says whose it is and what, not the content. */
  @Override
  public String toString() {
    return "UploadRecord[" + mac + ", " + item + "]";
  }
}
