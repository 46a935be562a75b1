package org.latchkey.brand.yealink;

import org.latchkey.format.KeyValueWriter;

/**
 * What a line of a configuration can carry: {@code key = value} to the end of the line, without
 * quotes or escapes (Yealink administrator guide for SIP-T phones V84-V86, configuration files).
 */
final class YealinkGrammar {
  /** The line without which a phone ignores the file. */
  static final String FIRST_LINE = "#!version:1.0.0.1";

  /** Brings a parameter back to its default; an empty value would leave it as it was. */
  static final String DEFAULT = "%NULL%";

  private static final String EMPTY = "%EMPTY%";

  private YealinkGrammar() {}

  /**
   * Writes a parameter; an empty value is written as {@link #DEFAULT}.
   *
   * @throws IllegalArgumentException if it cannot be written; the message never holds the value
   */
  static void write(KeyValueWriter writer, String name, String value) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "the name may have letters, digits, '.', '_' and '-' only");
    }
    if (isWord(value)) {
      throw new IllegalArgumentException(objection(value));
    }
    writer.line(name, value.isEmpty() ? DEFAULT : value);
  }

  /** What is wrong with a value, or the empty text; never holds the value. */
  static String objection(String value) {
    return isWord(value)
        ? DEFAULT + " and " + EMPTY + " are words of the phone's grammar"
        : KeyValueWriter.objection(value);
  }

  /** A text that is only shown, with what the grammar cannot carry replaced. */
  static String shown(String text) {
    if (objection(text).isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(endsLine(c) ? ' ' : c));
    String clean = out.toString().strip();
    return isWord(clean) ? clean.replace('%', '?') : clean;
  }

  private static boolean endsLine(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  /** Nothing of a name may look like a comment, a boot file's include or a second "=". */
  static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      int lower = c | 0x20;
      boolean word = (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z');
      if (!word && (i == 0 || (c != '.' && c != '_' && c != '-'))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isWord(String value) {
    return value.equalsIgnoreCase(DEFAULT) || value.equalsIgnoreCase(EMPTY);
  }
}
