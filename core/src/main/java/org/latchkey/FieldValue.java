package org.latchkey;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The value of a header field with parameters, as {@code Content-Type} and {@code
 * Content-Disposition} have them (RFC 9110 section 5.6.6). Read once from left to right.
 *
 * @param value what stands before the parameters, in lower case
 * @param parameters their values by their names in lower case
 */
record FieldValue(String value, Map<String, String> parameters) {
  private static final String MARKS = "!#$%&'*+-.^_`|~";

  /** Reads a field; empty if the grammar is broken or a parameter stands there twice. */
  static Optional<FieldValue> parse(String text) {
    return new Reader(text).read();
  }

  private static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(FieldValue::isTokenCharacter);
  }

  private static boolean isTokenCharacter(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || MARKS.indexOf(c) >= 0;
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Optional<FieldValue> read() {
      skipBlanks();
      int start = at;
      while (at < text.length() && (isTokenCharacter(text.charAt(at)) || text.charAt(at) == '/')) {
        at++;
      }
      String value = text.substring(start, at).toLowerCase(Locale.ROOT);
      Map<String, String> parameters = new HashMap<>();
      skipBlanks();
      while (at < text.length()) {
        if (text.charAt(at++) != ';') {
          return Optional.empty();
        }
        skipBlanks();
        if (at < text.length() && !readParameter(parameters)) {
          return Optional.empty();
        }
        skipBlanks();
      }
      return value.isEmpty() ? Optional.empty() : Optional.of(new FieldValue(value, parameters));
    }

    private boolean readParameter(Map<String, String> parameters) {
      String name = word().toLowerCase(Locale.ROOT);
      if (name.isEmpty() || at >= text.length() || text.charAt(at++) != '=') {
        return false;
      }
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      Optional<String> value = quoted ? quoted() : Optional.of(word()).filter(FieldValue::isToken);
      return value.isPresent() && parameters.putIfAbsent(name, value.get()) == null;
    }

    private String word() {
      int start = at;
      while (at < text.length() && isTokenCharacter(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    /** A text in quotes; a backslash takes the next character as it is. */
    private Optional<String> quoted() {
      StringBuilder value = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '"') {
          at++;
          return Optional.of(value.toString());
        }
        if (c == '\\') {
          at++;
          c = at < text.length() ? text.charAt(at) : 0;
        }
        if (c < 0x20 || c == 0x7f) {
          return Optional.empty();
        }
        value.append(c);
      }
      return Optional.empty();
    }

    private void skipBlanks() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
    }
  }
}
