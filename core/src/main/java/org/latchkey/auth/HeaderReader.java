package org.latchkey.auth;

import org.jspecify.annotations.Nullable;

/** Reads a header field from left to right (RFC 9110 section 5.6). */
final class HeaderReader {
  private static final boolean[] TOKEN = tokenCharacters();

  private final String text;
  private int at;
  private boolean printable = true;

  HeaderReader(String text, int start) {
    this.text = text;
    this.at = start;
  }

  /** How much was read. */
  int position() {
    return at;
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  /** Whether everything that stood in quotes so far was printable ASCII. */
  boolean isPrintable() {
    return printable;
  }

  void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  void skipBlanksAndCommas() {
    do {
      skipBlanks();
    } while (take(','));
  }

  void skipToken() {
    int end = at;
    while (end < text.length() && isToken(text.charAt(end))) {
      end++;
    }
    at = end;
  }

  /** Reads a character if it is the next one. */
  boolean take(char c) {
    boolean next = at < text.length() && text.charAt(at) == c;
    at += next ? 1 : 0;
    return next;
  }

  /** Reads a token, or nothing and returns null. */
  @Nullable String token() {
    int start = at;
    skipToken();
    return at == start ? null : text.substring(start, at);
  }

  /** Reads what follows an opening quote, and the closing one; null if there is none. */
  @Nullable String quoted() {
    boolean escaped = false;
    for (int end = at; end < text.length(); end++) {
      char c = text.charAt(end);
      if (c == '"') {
        String value = text.substring(at, end);
        at = end + 1;
        return escaped ? unescaped(value) : value;
      }
      if (c == '\\' && end + 1 < text.length()) {
        escaped = true;
        c = text.charAt(++end);
      }
      printable &= c >= 0x20 && c <= 0x7e;
    }
    return null;
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  private static boolean isToken(char c) {
    return c < TOKEN.length && TOKEN[c];
  }

  private static boolean[] tokenCharacters() {
    boolean[] token = new boolean[0x7f];
    for (char c = 0x21; c < token.length; c++) {
      token[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
    return token;
  }
}
