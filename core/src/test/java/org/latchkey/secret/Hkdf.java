package org.latchkey.secret;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF-SHA256 as RFC 5869 section 2 writes it down, on the JDK's HMAC only. */
final class Hkdf {
  private Hkdf() {}

  static byte[] derive(byte[] key, byte[] salt, byte[] info, int length) {
    byte[] pseudoRandomKey = hmac(salt, key);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = new byte[0];
    for (int i = 1; out.size() < length; i++) {
      ByteArrayOutputStream input = new ByteArrayOutputStream();
      input.writeBytes(block);
      input.writeBytes(info);
      input.write(i);
      block = hmac(pseudoRandomKey, input.toByteArray());
      out.write(block, 0, Math.min(block.length, length - out.size()));
    }
    return out.toByteArray();
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
