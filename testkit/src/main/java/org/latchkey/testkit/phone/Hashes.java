package org.latchkey.testkit.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hash sums as lower-case hex, as HTTP Digest and file comparison want them.
 *
 * @since 1.0
 */
public final class Hashes {
  private Hashes() {}

  /**
   * MD5 of bytes.
   *
   * @param bytes what to hash
   * @return 32 lower-case hex digits
   */
  public static String md5(byte[] bytes) {
    return hex("MD5", bytes);
  }

  /** Hash of a text in UTF-8 by a JCA algorithm that every JDK has. */
  static String hex(String algorithm, String text) {
    return hex(algorithm, text.getBytes(UTF_8));
  }

  private static String hex(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }
}
