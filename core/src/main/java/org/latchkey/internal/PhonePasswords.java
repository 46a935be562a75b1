package org.latchkey.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.latchkey.device.DeviceIdentity;

/**
 * The passwords of a phone's own menus and pages where nobody has set any: worked out from a key of
 * the vault, so that they need no store, are the same on every node and each time a configuration
 * is written, and differ for every phone. A phone that is entered anew gets new ones.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class PhonePasswords {
  /** What the vault's sub-key is for. */
  public static final String USE = "phone passwords";

  private static final String HMAC = "HmacSHA256";

  // no look-alikes, since people type these on the phone
  private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String DIGIT = "23456789";
  private static final String ALL = LOWER + UPPER + DIGIT;
  private static final int LENGTH = 16;

  private final SecretKeySpec key;

  /**
   * Passwords of an installation.
   *
   * @param key the vault's sub-key for {@link #USE}
   */
  public PhonePasswords(byte[] key) {
    this.key = new SecretKeySpec(key, HMAC);
  }

  /**
   * The passwords of one phone: 16 letters and digits (93 bits), some of each kind, as the pickiest
   * phones want.
   *
   * @param phone the phone
   * @return values for the settings that they stand for
   */
  public Map<String, String> of(DeviceIdentity phone) {
    Mac mac = mac();
    return Map.of(
        "phone.admin.password", password(mac, phone, "admin"),
        "phone.user.password", password(mac, phone, "user"));
  }

  private static String password(Mac mac, DeviceIdentity phone, String role) {
    String what = role + "/" + phone.mac() + "/" + phone.generation();
    for (int attempt = 0; ; attempt++) {
      String password = text(mac, what + "/" + attempt);
      if (has(password, LOWER) && has(password, UPPER) && has(password, DIGIT)) {
        return password;
      }
    }
  }

  private static String text(Mac mac, String what) {
    StringBuilder text = new StringBuilder(LENGTH);
    // bytes from the last full round of the alphabet on are left out: some letters would come
    // oftener
    int usable = 256 - 256 % ALL.length();
    for (int block = 0; text.length() < LENGTH; block++) {
      for (byte random : mac.doFinal((what + "/" + block).getBytes(StandardCharsets.UTF_8))) {
        int value = random & 0xff;
        if (value < usable && text.length() < LENGTH) {
          text.append(ALL.charAt(value % ALL.length()));
        }
      }
    }
    return text.toString();
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  private static boolean has(String text, String letters) {
    return text.chars().anyMatch(c -> letters.indexOf(c) >= 0);
  }
}
