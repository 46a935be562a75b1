package org.latchkey.auth;

import org.latchkey.error.InvalidValueException;

/**
 * The protection space that a challenge names (RFC 9110 section 11.5).
 *
 * @param name 1 to 64 printable ASCII characters without quote and backslash, so that phones with
 *     simple parsers read it
 * @since 1.0
 */
public record Realm(String name) {
  /**
   * Checks the name.
   *
   * @param name the realm's name
   */
  public Realm {
    boolean good =
        !name.isBlank()
            && name.length() <= 64
            && name.chars().allMatch(c -> c >= 0x20 && c < 0x7f && c != '"' && c != '\\');
    if (!good) {
      throw InvalidValueException.of(
          "realm", "1 to 64 printable ASCII characters without quote and backslash", name);
    }
  }
}
