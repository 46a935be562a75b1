package org.latchkey.testkit.phone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a {@code WWW-Authenticate} line, which may hold several challenges.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">RFC 9110 section 11.6.1</a>
 * @since 1.0
 */
public final class ChallengeParser {
  private final String line;
  private int at;

  private ChallengeParser(String line) {
    this.line = line;
  }

  /**
   * Reads one line.
   *
   * @param line the value of the header line
   * @return the challenges in order, at least one
   * @throws IllegalArgumentException if the line does not follow the grammar
   */
  public static List<Challenge> parse(String line) {
    return new ChallengeParser(line).challenges();
  }

  private List<Challenge> challenges() {
    List<Challenge> found = new ArrayList<>();
    skip(" \t,");
    while (at < line.length()) {
      String scheme = token("scheme");
      if (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != ',') {
        throw bad("blank expected after the scheme");
      }
      skip(" \t");
      found.add(new Challenge(scheme, parameters()));
      skip(" \t,");
    }
    if (found.isEmpty()) {
      throw bad("no challenge");
    }
    return found;
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    while (at < line.length()) {
      int start = at;
      String name = token("parameter name").toLowerCase(Locale.ROOT);
      skip(" \t");
      if (at >= line.length() || line.charAt(at) != '=') {
        at = start; // no parameter: the next scheme begins here
        return parameters;
      }
      at++;
      skip(" \t");
      String value = at < line.length() && line.charAt(at) == '"' ? quoted() : token("value");
      if (parameters.put(name, value) != null) {
        throw bad("parameter " + name + " twice");
      }
      skip(" \t");
      if (at < line.length() && line.charAt(at) != ',') {
        throw bad("comma expected");
      }
      skip(" \t,");
    }
    return parameters;
  }

  private String quoted() {
    StringBuilder text = new StringBuilder();
    for (at++; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '"') {
        at++;
        return text.toString();
      }
      if (c == '\\' && at + 1 < line.length()) {
        at++;
      }
      text.append(line.charAt(at));
    }
    throw bad("quote is not closed");
  }

  private String token(String what) {
    int start = at;
    while (at < line.length() && isTokenChar(line.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw bad(what + " expected");
    }
    return line.substring(start, at);
  }

  private static boolean isTokenChar(char c) {
    return c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0;
  }

  private void skip(String chars) {
    while (at < line.length() && chars.indexOf(line.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException bad(String what) {
    return new IllegalArgumentException(what + " at " + at);
  }
}
