package org.latchkey.device;

import java.util.Optional;
import java.util.regex.Pattern;
import org.latchkey.error.InvalidValueException;

/** Checks of the texts and numbers that device values are made of. */
final class Text {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:_-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}\\]");

  private Text() {}

  /** A name in the sense of brands, models, domains and resellers. */
  static String name(String field, String value) {
    if (!NAME.matcher(value).matches()) {
      throw InvalidValueException.of(
          field,
          "1 to 64 letters, digits, '.', '_' or '-', beginning with a letter or digit",
          value);
    }
    return value;
  }

  static String host(String field, String value) {
    if (!HOST.matcher(value).matches()) {
      throw InvalidValueException.of(field, "a host name or IP address", value);
    }
    return value;
  }

  /** One line of text: no control characters, so that it cannot end a line of a configuration. */
  static String line(String field, String value, int longest) {
    if (value.length() > longest || value.codePoints().anyMatch(Text::breaksLine)) {
      throw InvalidValueException.of(
          field, "at most " + longest + " characters without control characters", value);
    }
    return value;
  }

  /** The same for what may be a secret, which is not repeated. */
  static String secretLine(String field, String value, int longest) {
    if (value.length() > longest || value.codePoints().anyMatch(Text::breaksLine)) {
      throw InvalidValueException.ofSecret(
          field, "at most " + longest + " characters without control characters");
    }
    return value;
  }

  /** Text of several lines: line ends and tabs are its only control characters. */
  static String lines(String field, String value, int longest) {
    boolean fits = value.codePoints().allMatch(c -> "\r\n\t".indexOf(c) >= 0 || !breaksLine(c));
    if (value.length() > longest || !fits) {
      throw InvalidValueException.of(
          field,
          "at most " + longest + " characters without control characters but line ends and tabs",
          value);
    }
    return value;
  }

  static Optional<String> line(String field, Optional<String> value, int longest) {
    value.ifPresent(v -> line(field, v, longest));
    return value;
  }

  static int range(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw InvalidValueException.of(field, least + " to " + most, value);
    }
    return value;
  }

  // U+0085, U+2028 and U+2029 end a line for some parsers; lone surrogates are no text
  private static boolean breaksLine(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
