package org.latchkey.testkit.cisco;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule as written: alternatives of {@code (condition)? (assignment)! [options] url}. Nothing is
 * expanded yet.
 */
record Rule(List<Alternative> alternatives) {

  /** All parts but the address may be missing, which is told by an empty text. */
  record Alternative(String condition, String assignment, String options, String url) {}

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException if it cannot be read; the text is not repeated, it may hold a
   *     password
   */
  static Rule parse(String text) {
    Reader reader = new Reader(text);
    List<Alternative> all = new ArrayList<>();
    do {
      all.add(reader.alternative());
    } while (reader.skip('|'));
    return new Rule(List.copyOf(all));
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Alternative alternative() {
      String condition = "";
      String assignment = "";
      while (peek() == '(') {
        String content = parentheses();
        if (skip('?') && condition.isEmpty() && assignment.isEmpty()) {
          condition = content;
        } else if (skip('!') && assignment.isEmpty()) {
          assignment = content;
        } else {
          throw new IllegalArgumentException("rule: expected ? or ! behind a parenthesis");
        }
      }
      String options = peek() == '[' ? bracket() : "";
      int end = text.indexOf('|', at);
      String url = text.substring(at, end < 0 ? text.length() : end).strip();
      at = end < 0 ? text.length() : end;
      return new Alternative(condition, assignment, options, url);
    }

    private char peek() {
      while (at < text.length() && text.charAt(at) <= ' ') {
        at++;
      }
      return at < text.length() ? text.charAt(at) : 0;
    }

    boolean skip(char wanted) {
      boolean found = peek() == wanted;
      at += found ? 1 : 0;
      return found;
    }

    private String parentheses() {
      int start = at + 1;
      boolean quoted = false;
      for (int i = start; i < text.length(); i++) {
        char c = text.charAt(i);
        quoted ^= c == '"';
        if (c == ')' && !quoted) {
          at = i + 1;
          return text.substring(start, i);
        }
      }
      throw new IllegalArgumentException("rule: no closing parenthesis");
    }

    private String bracket() {
      int end = text.indexOf(']', at);
      if (end < 0) {
        throw new IllegalArgumentException("rule: no closing bracket");
      }
      String content = text.substring(at + 1, end);
      at = end + 1;
      return content;
    }
  }
}
