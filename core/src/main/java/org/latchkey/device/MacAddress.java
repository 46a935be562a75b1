package org.latchkey.device;

import java.util.Optional;
import org.latchkey.error.InvalidValueException;

/**
 * The hardware address (EUI-48) that names a phone. Never the null, a group or the broadcast
 * address, so {@code 000000000000.cfg} names no phone.
 *
 * @since 1.0
 */
public final class MacAddress implements Comparable<MacAddress> {
  private static final int DIGITS = 12;
  private static final long GROUP_BIT = 1L << 40;

  private final long bits;
  private final String text;

  private MacAddress(long bits, String text) {
    this.bits = bits;
    this.text = text;
  }

  /**
   * Reads an address that must be one.
   *
   * @param text 12 hexadecimal digits in either case, plain or in pairs joined by {@code :} or
   *     {@code -}
   * @return the address
   * @throws InvalidValueException if it has another form or names no single device
   */
  public static MacAddress of(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                InvalidValueException.of(
                    "mac", "12 hexadecimal digits, plain or in pairs joined by ':' or '-'", text));
  }

  /**
   * Reads an address if it is one.
   *
   * @param text any text
   * @return the address, or empty if the text has another form or names no single device
   */
  public static Optional<MacAddress> parse(String text) {
    return parse(text, 0, text.length());
  }

  /**
   * Reads an address out of a longer text, without copying it.
   *
   * @param text the text
   * @param start index of the first character
   * @param end index after the last character
   * @return the address, or empty if that stretch has another form or names no single device
   */
  public static Optional<MacAddress> parse(String text, int start, int end) {
    int length = end - start;
    int step = length == DIGITS ? 2 : length == DIGITS + 5 ? 3 : 0;
    if (step == 0) {
      return Optional.empty();
    }
    char separator = step == 3 ? text.charAt(start + 2) : 0;
    if (step == 3 && separator != ':' && separator != '-') {
      return Optional.empty();
    }
    long bits = 0;
    for (int pair = 0; pair < DIGITS / 2; pair++) {
      int at = start + pair * step;
      int high = hex(text.charAt(at));
      int low = hex(text.charAt(at + 1));
      boolean joined = step == 2 || pair == 5 || text.charAt(at + 2) == separator;
      if ((high | low) < 0 || !joined) {
        return Optional.empty();
      }
      bits = (bits << 8) | (high << 4) | low;
    }
    if (bits == 0 || (bits & GROUP_BIT) != 0) {
      return Optional.empty();
    }
    return Optional.of(new MacAddress(bits, format(bits)));
  }

  /**
   * Tells the address as a number.
   *
   * @return the 48 bits, first octet highest
   */
  public long bits() {
    return bits;
  }

  private static String format(long bits) {
    char[] digits = new char[DIGITS];
    for (int i = 0; i < DIGITS; i++) {
      int shift = 4 * (DIGITS - 1 - i);
      digits[i] = Character.forDigit((int) (bits >> shift) & 0xf, 16);
    }
    return new String(digits);
  }

  // Character.digit would take digits of other scripts too
  private static int hex(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  @Override
  public int compareTo(MacAddress other) {
    return Long.compare(bits, other.bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MacAddress that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }

  /** Tells the address as 12 lower-case hexadecimal digits, the spelling of REST and file names. */
  @Override
  public String toString() {
    return text;
  }
}
