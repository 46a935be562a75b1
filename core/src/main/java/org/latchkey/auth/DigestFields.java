package org.latchkey.auth;

import java.util.Locale;

/** The name = value pairs of one Digest header, read in one pass without intermediate objects. */
final class DigestFields {
  String username = "";
  String realm = "";
  String nonce = "";
  String uri = "";
  String response = "";
  String algorithm = "";
  String cnonce = "";
  String qop = "";
  String nc = "";
  String userhash = "";
  private int seen;

  /** Reads the pairs behind the scheme; says what is wrong, or nothing. */
  String read(String header, int start) {
    int at = skipBlanksAndCommas(header, start);
    while (at < header.length()) {
      int nameEnd = tokenEnd(header, at);
      int equals = skipBlanks(header, nameEnd);
      if (nameEnd == at || equals >= header.length() || header.charAt(equals) != '=') {
        return "not a list of name=value";
      }
      int valueStart = skipBlanks(header, equals + 1);
      boolean quoted = valueStart < header.length() && header.charAt(valueStart) == '"';
      int valueEnd = quoted ? quoteEnd(header, valueStart + 1) : tokenEnd(header, valueStart);
      if (valueEnd < 0 || (!quoted && valueEnd == valueStart)) {
        return "a value is empty or its quotes do not end";
      }
      String value =
          quoted
              ? unquote(header, valueStart + 1, valueEnd)
              : header.substring(valueStart, valueEnd);
      String problem = put(header.substring(at, nameEnd), value);
      if (!problem.isEmpty()) {
        return problem;
      }
      int end = skipBlanks(header, quoted ? valueEnd + 1 : valueEnd);
      if (end < header.length() && header.charAt(end) != ',') {
        return "values must be parted by commas";
      }
      at = skipBlanksAndCommas(header, end);
    }
    return "";
  }

  /** Names a field that must be there and is not. */
  String missing() {
    if (username.isEmpty()) {
      return "username is missing";
    }
    if (nonce.isEmpty() || uri.isEmpty() || response.isEmpty()) {
      return "nonce, uri or response is missing";
    }
    return cnonce.isEmpty() || nc.isEmpty() ? "cnonce or nc is missing" : "";
  }

  private String put(String name, String value) {
    if (!isPrintable(value)) {
      return "values must be printable ASCII";
    }
    int bit;
    switch (name.toLowerCase(Locale.ROOT)) {
      case "username" -> {
        username = value;
        bit = 1;
      }
      case "realm" -> {
        realm = value;
        bit = 2;
      }
      case "nonce" -> {
        nonce = value;
        bit = 4;
      }
      case "uri" -> {
        uri = value;
        bit = 8;
      }
      case "response" -> {
        response = value;
        bit = 16;
      }
      case "algorithm" -> {
        algorithm = value;
        bit = 32;
      }
      case "cnonce" -> {
        cnonce = value;
        bit = 64;
      }
      case "qop" -> {
        qop = value;
        bit = 128;
      }
      case "nc" -> {
        nc = value;
        bit = 256;
      }
      case "userhash" -> {
        userhash = value;
        bit = 512;
      }
      default -> {
        // opaque and extensions (RFC 7616 section 3.4) say nothing that is needed
        return "";
      }
    }
    // two readings of one header by two programs are how requests are smuggled
    String problem = (seen & bit) != 0 ? "a field stands twice" : "";
    seen |= bit;
    return problem;
  }

  private static boolean isPrintable(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c > 0x7e) {
        return false;
      }
    }
    return true;
  }

  private static int tokenEnd(String text, int start) {
    int at = start;
    while (at < text.length() && isToken(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isToken(char c) {
    return c > 0x20 && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
  }

  private static int quoteEnd(String text, int start) {
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return at;
      }
      if (c == '\\') {
        at++;
      }
    }
    return -1;
  }

  private static String unquote(String text, int start, int end) {
    int backslash = text.indexOf('\\', start);
    if (backslash < 0 || backslash >= end) {
      return text.substring(start, end);
    }
    StringBuilder out = new StringBuilder(end - start);
    for (int at = start; at < end; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      }
      out.append(text.charAt(at));
    }
    return out.toString();
  }

  private static int skipBlanks(String text, int start) {
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static int skipBlanksAndCommas(String text, int start) {
    int at = skipBlanks(text, start);
    while (at < text.length() && text.charAt(at) == ',') {
      at = skipBlanks(text, at + 1);
    }
    return at;
  }
}
