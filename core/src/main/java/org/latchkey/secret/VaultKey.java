package org.latchkey.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.latchkey.error.InvalidValueException;

/** One key of a vault and what is derived from it. */
final class VaultKey {
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;
  static final int ID_LENGTH = 8;

  private static final String AES_GCM = "AES/GCM/NoPadding";

  // every request unseals, and to make a cipher and its key schedule is half of that; it holds
  // objects of the JDK only: no thread keeps an undeployed application in memory
  private static final ThreadLocal<Cipher> UNSEALING =
      ThreadLocal.withInitial(
          () -> {
            try {
              return Cipher.getInstance(AES_GCM);
            } catch (GeneralSecurityException e) {
              throw new IllegalStateException("every Java platform has " + AES_GCM, e);
            }
          });

  private final byte[] key;
  private final String id;
  private final SecretKeySpec sealing;

  /** Copies the key; refuses one of another length than 32 bytes. */
  VaultKey(byte[] key) {
    if (key.length != 32) {
      throw InvalidValueException.of("vault key", "32 bytes long", key.length + " bytes");
    }
    this.key = key.clone();
    this.id = HexFormat.of().formatHex(derive("key id", ID_LENGTH / 2));
    this.sealing = new SecretKeySpec(derive("seal", 32), "AES");
  }

  String id() {
    return id;
  }

  /** A cipher that seals with a nonce, which it takes once only. */
  Cipher toSeal(byte[] nonce, String purpose) throws GeneralSecurityException {
    return begun(Cipher.getInstance(AES_GCM), Cipher.ENCRYPT_MODE, nonce, purpose);
  }

  /** The calling thread's cipher, for a text whose first bytes are the nonce. Not to be kept. */
  Cipher toUnseal(byte[] nonce, String purpose) throws GeneralSecurityException {
    return begun(UNSEALING.get(), Cipher.DECRYPT_MODE, nonce, purpose);
  }

  private Cipher begun(Cipher cipher, int mode, byte[] nonce, String purpose)
      throws GeneralSecurityException {
    cipher.init(mode, sealing, new GCMParameterSpec(8 * TAG_BYTES, nonce, 0, NONCE_BYTES));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  byte[] derive(String info, int length) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    byte[] label = ("latchkey " + info).getBytes(StandardCharsets.UTF_8);
    hkdf.init(new HKDFParameters(key, null, label));
    byte[] out = new byte[length];
    hkdf.generateBytes(out, 0, length);
    return out;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VaultKey that && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
