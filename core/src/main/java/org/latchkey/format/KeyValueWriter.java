package org.latchkey.format;

import java.nio.charset.StandardCharsets;

/**
 * Writes lines of {@code key = value}: no quotes and no escapes, so a value reaches to the end of
 * its line and must not contain one.
 *
 * <p>Not safe for use by several threads.
 *
 * @since 1.0
 */
public final class KeyValueWriter {
  private final StringBuilder text = new StringBuilder(4_096);

  /**
   * Creates a writer.
   *
   * @param firstLine the line that makes the file valid
   */
  public KeyValueWriter(String firstLine) {
    text.append(firstLine).append('\n');
  }

  /**
   * Says why the grammar cannot carry a value, if it cannot.
   *
   * @param value any text
   * @return what is wrong with it, or the empty text if nothing is
   */
  public static String objection(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (endsLine(value.charAt(i))) {
        return "control characters and line ends cannot be written";
      }
    }
    return value.equals(value.strip()) ? "" : "blanks at the beginning or end would be lost";
  }

  /**
   * Writes one line.
   *
   * @param key printable ASCII without blanks and {@code =}
   * @param value a value without objection
   * @return this writer
   * @throws IllegalArgumentException if there is an objection, or the key is none; nothing was
   *     written
   */
  public KeyValueWriter line(String key, String value) {
    if (!isKey(key)) {
      throw new IllegalArgumentException("not a key: " + key.length() + " characters");
    }
    String objection = objection(value);
    if (!objection.isEmpty()) {
      throw new IllegalArgumentException(objection);
    }
    text.append(key).append(" = ").append(value).append('\n');
    return this;
  }

  /**
   * Tells what was written.
   *
   * @return the file in UTF-8
   */
  public byte[] toBytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isKey(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c <= 0x20 || c > 0x7e || c == '=') {
        return false;
      }
    }
    return !key.isEmpty() && !key.startsWith("#");
  }

  private static boolean endsLine(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }
}
