package org.latchkey.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.SealException;

/**
 * Seals secrets before they reach a store, so that a dump of the store tells none of them, and
 * derives the other keys that a node needs.
 *
 * <p>Sealing is AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; the purpose is
 * authenticated with the text, so that what was sealed for one device opens as nothing else. Every
 * sealed text names the key that sealed it. Keys are derived by HKDF-SHA256 (RFC 5869): the vault
 * key itself encrypts nothing.
 *
 * <p>Instances are immutable and safe for use by many threads. Keep the key out of the store and in
 * the backup: without it everything that was sealed is lost.
 *
 * @since 1.0
 */
public final class Vault {
  private static final String VERSION = "lk1";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] key;
  private final String keyId;
  private final SecretKeySpec sealing;

  private Vault(byte[] key) {
    this.key = key;
    this.keyId = HexFormat.of().formatHex(derive("key id", 4));
    this.sealing = new SecretKeySpec(derive("seal", 32), "AES");
  }

  /**
   * A vault over one key.
   *
   * @param key 32 unpredictable bytes, which are copied
   * @return the vault
   * @throws InvalidValueException if the key is not 32 bytes long
   */
  public static Vault ofKey(byte[] key) {
    if (key.length != 32) {
      throw InvalidValueException.of("vault key", "32 bytes long", key.length + " bytes");
    }
    return new Vault(key.clone());
  }

  /**
   * Names the key without telling it.
   *
   * @return 8 hexadecimal digits
   */
  public String keyId() {
    return keyId;
  }

  /**
   * Seals a text.
   *
   * @param purpose what it is and whose, such as {@code access/001565aabbcc}; needed to open it
   * @param clear the bytes to seal
   * @param source where the nonce comes from
   * @return printable ASCII without blanks, about 4/3 of the clear length plus 52 characters
   */
  public String seal(String purpose, byte[] clear, SecretSource source) {
    byte[] nonce = new byte[NONCE_BYTES];
    source.fill(nonce);
    byte[] sealed = new byte[NONCE_BYTES + clear.length + TAG_BITS / 8];
    System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0, purpose);
      cipher.doFinal(clear, 0, clear.length, sealed, NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new SealException("cannot seal " + purpose, e);
    }
    return VERSION
        + "."
        + keyId
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * Opens a sealed text.
   *
   * @param purpose what was said when it was sealed
   * @param sealed the sealed text
   * @return the clear bytes
   * @throws SealException if it was sealed with another key or for another purpose, or was altered
   */
  public byte[] unseal(String purpose, String sealed) {
    String prefix = VERSION + "." + keyId + ".";
    if (!sealed.startsWith(prefix)) {
      throw new SealException(
          purpose + " was not sealed with vault key " + keyId + " but with " + sealedWith(sealed));
    }
    try {
      byte[] bytes =
          Base64.getUrlDecoder()
              .decode(sealed.substring(prefix.length()).getBytes(StandardCharsets.US_ASCII));
      if (bytes.length < NONCE_BYTES + TAG_BITS / 8) {
        throw new SealException(purpose + " is cut short");
      }
      return cipher(Cipher.DECRYPT_MODE, bytes, 0, purpose)
          .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SealException(purpose + " was altered or sealed for something else", e);
    }
  }

  /**
   * Derives a key for another use, the same on every node that has this vault key.
   *
   * @param use what the key is for; different uses have unrelated keys
   * @return 32 bytes
   */
  public byte[] subKey(String use) {
    return derive("sub-key/" + use, 32);
  }

  private Cipher cipher(int mode, byte[] nonce, int offset, String purpose)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce, offset, NONCE_BYTES));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private byte[] derive(String info, int length) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    byte[] label = ("latchkey " + info).getBytes(StandardCharsets.UTF_8);
    hkdf.init(new HKDFParameters(key, null, label));
    byte[] out = new byte[length];
    hkdf.generateBytes(out, 0, length);
    return out;
  }

  private static String sealedWith(String sealed) {
    String[] parts = sealed.split("\\.", 3);
    boolean named = parts.length == 3 && parts[0].equals(VERSION) && parts[1].length() == 8;
    return named ? "key " + parts[1] : "something unknown";
  }

  /** Says which key this is, never the key. */
  @Override
  public String toString() {
    return "Vault[key " + keyId + "]";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vault that && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return keyId.hashCode();
  }
}
