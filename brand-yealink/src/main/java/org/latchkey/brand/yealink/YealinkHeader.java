package org.latchkey.brand.yealink;

import java.util.Locale;
import java.util.Optional;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.device.MacAddress;

/**
 * Reads one {@code User-Agent} header, from its beginning and without going back, since every
 * request of every brand's phones comes by here.
 */
final class YealinkHeader {
  /** What {@link #read} takes, as a regular expression. */
  static final String PATTERN =
      "(?i)(?:yealink[ -]++)?(?:SIP[ -]++)?(?:VP-)?"
          + "((?:T|W|CP|AX|VP|DD)[0-9][0-9A-Z]{0,15}+(?:_E2)?)\\s++"
          + "(\\d{1,9}(?:\\.\\d{1,9}){3})(?:\\s++(\\S++))?(?s:\\s.*)?";

  private static final String[] FAMILIES = {"t", "w", "cp", "ax", "vp", "dd"};
  private static final int LONGEST_NAME = 15;
  private static final int LONGEST_NUMBER = 9;

  private final String text;
  private int at;

  private YealinkHeader(String text) {
    this.text = text;
  }

  /** Reads a header; empty if it is not of a Yealink. */
  static Optional<Product> read(String header, ModelCatalogue models) {
    return new YealinkHeader(header).product(models);
  }

  private Optional<Product> product(ModelCatalogue models) {
    prefix("yealink");
    prefix("sip");
    if (startsWith("vp-")) {
      at += 3;
    }
    int start = at;
    if (!model()) {
      return Optional.empty();
    }
    String model = text.substring(start, at);
    if (!blanks()) {
      return Optional.empty();
    }
    int version = at;
    if (!version()) {
      return Optional.empty();
    }
    String firmware = text.substring(version, at);
    if (at < text.length() && !blanks()) {
      return Optional.empty();
    }
    int third = at;
    while (at < text.length() && !isBlank(text.charAt(at))) {
      at++;
    }
    Optional<MacAddress> mac = MacAddress.parse(text, third, at);
    return Optional.of(
        new Product(
            models.find(model).map(Model::name).orElseGet(() -> model.toUpperCase(Locale.ROOT)),
            firmware,
            mac,
            true));
  }

  /** Passes over a word with a separator behind it, if it stands here. */
  private void prefix(String word) {
    int end = at + word.length();
    if (startsWith(word) && isSeparator(end)) {
      at = end;
      while (isSeparator(at)) {
        at++;
      }
    }
  }

  private boolean isSeparator(int index) {
    return index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '-');
  }

  /** Whether a word in lower-case letters stands here; letters of ASCII only, as in the pattern. */
  private boolean startsWith(String word) {
    if (text.length() - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = text.charAt(at + i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      if (lower != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean model() {
    for (String family : FAMILIES) {
      if (startsWith(family) && isDigit(at + family.length())) {
        at += family.length() + 1;
        int end = Math.min(text.length(), at + LONGEST_NAME);
        while (at < end && isWord(text.charAt(at))) {
          at++;
        }
        if (startsWith("_e2")) {
          at += 3;
        }
        return true;
      }
    }
    return false;
  }

  private boolean version() {
    for (int number = 0; number < 4; number++) {
      if (number > 0) {
        if (at == text.length() || text.charAt(at) != '.') {
          return false;
        }
        at++;
      }
      int start = at;
      while (at - start < LONGEST_NUMBER && isDigit(at)) {
        at++;
      }
      if (at == start) {
        return false;
      }
    }
    return true;
  }

  /** Passes over blanks; false if there are none. */
  private boolean blanks() {
    int start = at;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at > start;
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private static boolean isWord(char c) {
    int lower = c | 0x20;
    return (c >= '0' && c <= '9') || (c < 0x80 && lower >= 'a' && lower <= 'z');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
