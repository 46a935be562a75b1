package org.latchkey.servlet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one proxy says of the one that asked it.
 *
 * <p>{@code Forwarded} is read strictly: a quote that a phone leaves open must not swallow what its
 * proxy appends, so one fault makes all lines void.
 *
 * @param node its address in some notation, or another name
 * @param proto the scheme in lower case
 */
record Hop(String node, Optional<String> proto) {
  private static final String MARKS = "!#$%&'*+-.^_`|~:[]";

  /** The elements of {@code Forwarded} (RFC 7239 section 4); empty if they cannot be read. */
  static Optional<List<Hop>> forwarded(List<String> lines) {
    List<Hop> hops = new ArrayList<>();
    for (String line : lines) {
      if (!new Reader(line).readInto(hops)) {
        return Optional.empty();
      }
    }
    return Optional.of(hops);
  }

  private static final class Reader {
    private final String line;
    private int at;

    Reader(String line) {
      this.line = line;
    }

    boolean readInto(List<Hop> hops) {
      Map<String, String> pairs = new HashMap<>();
      while (true) {
        skipBlanks();
        if (peek() != ',' && peek() != ';' && peek() != 0 && !readPair(pairs)) {
          return false;
        }
        skipBlanks();
        char next = peek();
        if (next != ';' && next != ',' && next != 0) {
          return false;
        }
        if (next != ';' && !pairs.isEmpty()) {
          Optional<String> proto = Optional.ofNullable(pairs.get("proto"));
          hops.add(
              new Hop(
                  pairs.getOrDefault("for", ""), proto.map(text -> text.toLowerCase(Locale.ROOT))));
          pairs.clear();
        }
        if (at >= line.length()) {
          return true;
        }
        at++;
      }
    }

    private boolean readPair(Map<String, String> pairs) {
      String name = word().toLowerCase(Locale.ROOT);
      if (name.isEmpty() || peek() != '=') {
        return false;
      }
      at++;
      Optional<String> value =
          peek() == '"' ? quoted() : Optional.of(word()).filter(word -> !word.isEmpty());
      return value.isPresent() && pairs.putIfAbsent(name, value.get()) == null;
    }

    private String word() {
      int start = at;
      while (isWord(peek())) {
        at++;
      }
      return line.substring(start, at);
    }

    private static boolean isWord(char c) {
      return (c >= '0' && c <= '9')
          || (c >= 'A' && c <= 'Z')
          || (c >= 'a' && c <= 'z')
          || MARKS.indexOf(c) >= 0;
    }

    private Optional<String> quoted() {
      StringBuilder text = new StringBuilder();
      for (at++; at < line.length(); at++) {
        char c = line.charAt(at);
        if (c == '"') {
          at++;
          return Optional.of(text.toString());
        }
        if (c == '\\') {
          at++;
          c = peek();
        }
        text.append(c);
      }
      return Optional.empty();
    }

    private void skipBlanks() {
      while (peek() == ' ' || peek() == '\t') {
        at++;
      }
    }

    /** The next character, or 0 at the end; a 0 in the line itself is read as no word. */
    private char peek() {
      return at < line.length() ? line.charAt(at) : 0;
    }
  }
}
