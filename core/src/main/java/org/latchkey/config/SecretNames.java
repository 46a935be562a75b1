package org.latchkey.config;

import java.util.Locale;

/**
 * Tells by its name whether a native parameter may hold a password or a key. It errs on the side of
 * masking: {@code bypass} is taken for one too.
 *
 * @since 1.0
 */
public final class SecretNames {
  private static final String[] WORDS = {"pass", "pswd", "pwd", "secret", "aes_key", "private"};

  private SecretNames() {}

  /**
   * Says whether a value must not be shown.
   *
   * @param name a native name
   * @return true if one of the words for passwords is in it, in any case
   */
  public static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String word : WORDS) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
