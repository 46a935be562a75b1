package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-CBC as {@code openssl enc -k} makes it, with one round of a digest for the key. */
final class SaltedFile {
  private static final byte[] MAGIC = "Salted__".getBytes(US_ASCII);
  private static final int HEADER = 16;
  private static final int KEY = 32;
  private static final int IV = 16;

  private SaltedFile() {}

  static boolean is(byte[] file) {
    return file.length > MAGIC.length
        && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  static byte[] open(byte[] file, String phrase, String digest) throws GeneralSecurityException {
    if (file.length < HEADER) {
      throw new GeneralSecurityException("too short");
    }
    byte[] salt = Arrays.copyOfRange(file, MAGIC.length, HEADER);
    return cipher(Cipher.DECRYPT_MODE, phrase, salt, digest)
        .doFinal(file, HEADER, file.length - HEADER);
  }

  /** The salt has 8 bytes. */
  static byte[] seal(byte[] plain, String phrase, byte[] salt, String digest)
      throws GeneralSecurityException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(MAGIC);
    file.writeBytes(salt);
    file.writeBytes(cipher(Cipher.ENCRYPT_MODE, phrase, salt, digest).doFinal(plain));
    return file.toByteArray();
  }

  /** Key and initial vector in one, as EVP_BytesToKey makes them. */
  static byte[] derive(String phrase, byte[] salt, String digest) throws GeneralSecurityException {
    MessageDigest hash = MessageDigest.getInstance(digest);
    byte[] all = new byte[0];
    byte[] block = new byte[0];
    while (all.length < KEY + IV) {
      hash.update(block);
      hash.update(phrase.getBytes(UTF_8));
      block = hash.digest(salt);
      int before = all.length;
      all = Arrays.copyOf(all, before + block.length);
      System.arraycopy(block, 0, all, before, block.length);
    }
    return Arrays.copyOf(all, KEY + IV);
  }

  private static Cipher cipher(int mode, String phrase, byte[] salt, String digest)
      throws GeneralSecurityException {
    byte[] secret = derive(phrase, salt, digest);
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        mode, new SecretKeySpec(secret, 0, KEY, "AES"), new IvParameterSpec(secret, KEY, IV));
    return cipher;
  }
}
