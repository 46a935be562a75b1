package org.latchkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A file ready to go out, with its strong entity tag (RFC 9110 section 8.8.3). */
final class Rendered {
  private static final int TAG_BYTES = 15;

  final byte[] bytes;
  final String type;
  final String tag;

  Rendered(byte[] bytes, String type) {
    this.bytes = bytes;
    this.type = type;
    this.tag = tag(bytes);
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      byte[] text = Base64.getUrlEncoder().encode(Arrays.copyOf(hash, TAG_BYTES));
      return "\"" + new String(text, StandardCharsets.US_ASCII) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
