package org.latchkey.auth;

import java.nio.charset.StandardCharsets;

/** Bytes of texts that are ASCII, as hashes want them. */
final class Ascii {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Ascii() {}

  /**
   * The bytes of some texts with colons between them; what is not Latin-1 becomes a question mark.
   */
  static byte[] joined(String... texts) {
    int length = texts.length - 1;
    for (String text : texts) {
      length += text.length();
    }
    byte[] bytes = new byte[length];
    int end = copy(texts[0], bytes, 0);
    for (int i = 1; i < texts.length; i++) {
      bytes[end] = ':';
      end = copy(texts[i], bytes, end + 1);
    }
    return bytes;
  }

  private static int copy(String text, byte[] out, int start) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out[start + i] = (byte) (c < 0x100 ? c : '?');
    }
    return start + text.length();
  }

  /** Writes bytes as lower-case hexadecimal digits into an array. */
  static void hex(byte[] bytes, byte[] out, int start) {
    int at = start;
    for (byte b : bytes) {
      out[at++] = HEX[(b >> 4) & 0xf];
      out[at++] = HEX[b & 0xf];
    }
  }
}
