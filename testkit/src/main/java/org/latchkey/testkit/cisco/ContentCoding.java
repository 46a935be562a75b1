package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Content coding {@code aes128gcm}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8188#section-2">RFC 8188 section 2</a>
 */
final class ContentCoding {
  private static final int SALT = 16;
  private static final int FIXED_HEADER = 21;
  private static final int TAG = 16;

  private ContentCoding() {}

  static byte[] open(byte[] body, byte[] keyingMaterial) throws GeneralSecurityException {
    if (body.length < FIXED_HEADER) {
      throw new GeneralSecurityException("too short");
    }
    ByteBuffer header = ByteBuffer.wrap(body);
    byte[] salt = new byte[SALT];
    header.get(salt);
    int size = header.getInt();
    int at = FIXED_HEADER + Byte.toUnsignedInt(header.get());
    if (size <= TAG + 1 || at >= body.length) {
      throw new GeneralSecurityException("bad header");
    }
    byte[] root = hmac(salt, keyingMaterial);
    byte[] key = Arrays.copyOf(expand(root, "Content-Encoding: aes128gcm"), 16);
    byte[] nonce = Arrays.copyOf(expand(root, "Content-Encoding: nonce"), 12);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    boolean last = false;
    for (long record = 0; at < body.length; record++) {
      int length = Math.min(size, body.length - at);
      last = record(plain, key, nonce(nonce, record), body, at, length);
      at += length;
      if (last != (at == body.length)) {
        throw new GeneralSecurityException("last record expected at the end");
      }
    }
    return plain.toByteArray();
  }

  /** Returns whether it calls itself the last one. */
  private static boolean record(
      ByteArrayOutputStream plain, byte[] key, byte[] nonce, byte[] body, int at, int length)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    byte[] content = cipher.doFinal(body, at, length);
    int end = content.length - 1;
    while (end >= 0 && content[end] == 0) {
      end--;
    }
    if (end < 0) {
      throw new GeneralSecurityException("no delimiter");
    }
    plain.write(content, 0, end);
    return content[end] == 2;
  }

  private static byte[] nonce(byte[] base, long record) {
    byte[] nonce = base.clone();
    for (int i = 0; i < Long.BYTES; i++) {
      nonce[nonce.length - 1 - i] ^= (byte) (record >>> (Byte.SIZE * i));
    }
    return nonce;
  }

  private static byte[] expand(byte[] root, String info) throws GeneralSecurityException {
    return hmac(root, (info + "\0\1").getBytes(US_ASCII));
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }
}
