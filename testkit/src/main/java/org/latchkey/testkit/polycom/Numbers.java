package org.latchkey.testkit.polycom;

import java.util.OptionalInt;

/** Numbers as written in parameters. */
final class Numbers {
  private Numbers() {}

  /** The number, or empty if it is none or out of range. */
  static OptionalInt within(String text, int low, int high) {
    try {
      int number = Integer.parseInt(text);
      return number < low || number > high ? OptionalInt.empty() : OptionalInt.of(number);
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
