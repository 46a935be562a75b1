package org.latchkey.secret;

import java.nio.charset.StandardCharsets;
import org.latchkey.error.InvalidValueException;

/**
 * A user name and a password that a phone presents over HTTP.
 *
 * @param username 1 to 64 printable ASCII characters without colon (RFC 7617 section 2), quote or
 *     backslash, so that it needs no escaping in Digest
 * @param password 1 to 128 characters; an empty one would match phones that hold none
 * @since 1.0
 */
public record Credential(String username, Secret password) {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int GENERATED_LENGTH = 20;

  /**
   * Checks both parts.
   *
   * @param username the user name
   * @param password the password
   */
  public Credential {
    if (!isUsername(username)) {
      throw InvalidValueException.of(
          "username",
          "1 to 64 printable ASCII characters without colon, quote or backslash",
          username);
    }
    String clear = password.reveal(SecretAccess.granted());
    if (clear.isEmpty()
        || clear.length() > 128
        || clear.chars().anyMatch(Character::isISOControl)) {
      throw InvalidValueException.ofSecret(
          "password", "1 to 128 characters without control characters");
    }
  }

  /**
   * Makes a credential of two texts.
   *
   * @param username the user name
   * @param clearPassword the password in the clear
   * @return the credential
   */
  public static Credential of(String username, String clearPassword) {
    return new Credential(username, Secret.of(clearPassword));
  }

  /**
   * Makes a credential with a new password of 20 letters and digits (119 bits).
   *
   * @param username the user name
   * @param source where the randomness comes from
   * @return the credential
   */
  public static Credential generate(String username, SecretSource source) {
    byte[] text = new byte[GENERATED_LENGTH];
    byte[] random = new byte[GENERATED_LENGTH * 2];
    int length = 0;
    while (length < text.length) {
      source.fill(random);
      for (int i = 0; i < random.length && length < text.length; i++) {
        int value = random[i] & 0xff;
        // 248 is the largest multiple of 62 in a byte: without this cut some letters come oftener
        if (value < 248) {
          text[length++] = (byte) ALPHABET.charAt(value % ALPHABET.length());
        }
      }
    }
    return new Credential(username, Secret.of(new String(text, StandardCharsets.US_ASCII)));
  }

  private static boolean isUsername(String text) {
    return !text.isEmpty()
        && text.length() <= 64
        && text.chars().allMatch(c -> c > 0x20 && c < 0x7f && ":\"\\".indexOf(c) < 0);
  }
}
