package org.latchkey.testkit.grandstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decrypts XML files as {@code openssl enc -aes-256-cbc -md md5} makes them. Without the mark in
 * front there is no salt.
 */
final class XmlCipher {
  private static final String MARK = "Salted__";
  private static final int SALT_END = 16;

  private XmlCipher() {}

  /**
   * Decrypts a file with P1359.
   *
   * @throws FileException if the password is another one, or the file is none
   */
  static byte[] decrypt(byte[] file, String password) throws FileException {
    boolean salted =
        file.length >= SALT_END && new String(file, 0, MARK.length(), ISO_8859_1).equals(MARK);
    byte[] salt = salted ? Arrays.copyOfRange(file, MARK.length(), SALT_END) : new byte[0];
    int start = salted ? SALT_END : 0;
    try {
      byte[] first = md5(new byte[0], password, salt);
      byte[] second = md5(first, password, salt);
      byte[] key = Arrays.copyOf(first, 32);
      System.arraycopy(second, 0, key, 16, 16);
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new IvParameterSpec(md5(second, password, salt)));
      return cipher.doFinal(file, start, file.length - start);
    } catch (GeneralSecurityException e) {
      throw new FileException("cannot be decrypted");
    }
  }

  private static byte[] md5(byte[] before, String password, byte[] salt)
      throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("MD5");
    digest.update(before);
    digest.update(password.getBytes(UTF_8));
    return digest.digest(salt);
  }
}
