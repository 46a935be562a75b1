package org.latchkey.brand.snom;

import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.device.MacAddress;

/**
 * Reads {@code User-Agent}: {@code Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33
 * 2010.12-00004-g9ba52f5 000413922D24 SXM:0 UXM:0)} (wazo_snom, FusionPBX). What stands between
 * version and MAC has blanks, brackets and words that look like hexadecimal numbers, so the MAC is
 * looked for by its vendor. The M series calls itself {@code Snom M900 05.20.0001 000413b60680}.
 * The header is a setting of the phone: it proves nothing, and may be anything.
 */
final class SnomHeader {
  /** What the code does. */
  static final List<String> PATTERNS =
      List.of(
          "(?<![A-Za-z0-9_])snom[A-Za-z0-9_]{1,32}-SIP [0-9]+(?:\\.[0-9]+)+",
          "(?<![A-Za-z0-9_])snom ?M[0-9]{3}\\s[0-9.]+\\s[0-9A-Fa-f]{12}(?![A-Za-z0-9_])",
          "(?<![A-Za-z0-9_])snom m9 [0-9]+(?:\\.[0-9]+)+",
          "(?<![A-Za-z0-9_])snom-m3-SIP/[0-9]+(?:\\.[0-9]+)+");

  private static final String NAME = "snom";
  private static final String SIP = "-SIP ";
  private static final String OLD_HANDSET = " m9 ";
  private static final String OLDER_HANDSET = "-m3-SIP/";
  private static final int LONGEST_MODEL = 32;
  private static final int DECT = 4;
  private static final int DIGITS = 12;
  private static final List<String> VENDORS = List.of("000413", "00087b");

  private final ModelCatalogue models;

  SnomHeader(ModelCatalogue models) {
    this.models = models;
  }

  Optional<Product> read(String header) {
    for (int at = header.indexOf("nom"); at >= 0; at = header.indexOf("nom", at + 1)) {
      int start = at - 1;
      if (start >= 0
          && (header.charAt(start) == 's' || header.charAt(start) == 'S')
          && (start == 0 || !isWord(header.charAt(start - 1)))) {
        Optional<Product> product = read(header, start + NAME.length());
        if (product.isPresent()) {
          return product;
        }
      }
    }
    return Optional.empty();
  }

  /** Reads on behind the vendor's name. */
  private Optional<Product> read(String header, int start) {
    if (header.startsWith(OLD_HANDSET, start)) {
      return versioned(header, "m9", start + OLD_HANDSET.length());
    }
    if (header.startsWith(OLDER_HANDSET, start)) {
      return versioned(header, "m3", start + OLDER_HANDSET.length());
    }
    int end = start;
    while (end < header.length() && isWord(header.charAt(end))) {
      end++;
    }
    if (end > start && end - start <= LONGEST_MODEL && header.startsWith(SIP, end)) {
      return versioned(header, model(header.substring(start, end)), end + SIP.length());
    }
    int model = header.startsWith(" ", start) ? start + 1 : start;
    return dect(header, model);
  }

  /**
   * The catalogue's spelling; a D that is on the housing alone, or in the name alone, is no matter.
   */
  private String model(String token) {
    Optional<Model> known = models.find(token);
    if (known.isEmpty()) {
      boolean lettered = token.charAt(0) == 'D' || token.charAt(0) == 'd';
      known = models.find(lettered ? token.substring(1) : "D" + token);
    }
    return known.map(Model::name).orElse(token);
  }

  private Optional<Product> versioned(String header, String model, int start) {
    int end = start;
    while (end < header.length() && (isDigit(header, end) || isDot(header, start, end))) {
      end++;
    }
    if (header.indexOf('.', start) < 0 || header.indexOf('.', start) >= end) {
      return Optional.empty();
    }
    String version = header.substring(start, end);
    return Optional.of(new Product(model, version, mac(header, end), true));
  }

  /** A dot between two digits. */
  private static boolean isDot(String header, int start, int at) {
    return at > start && header.charAt(at) == '.' && isDigit(header, at + 1);
  }

  private Optional<Product> dect(String header, int start) {
    int end = start + DECT;
    if (!header.startsWith("M", start)
        || !isDigit(header, start + 1)
        || !isDigit(header, start + 2)
        || !isDigit(header, start + 3)
        || !header.startsWith(" ", end)) {
      return Optional.empty();
    }
    int version = end + 1;
    int after = version;
    while (after < header.length() && (isDigit(header, after) || header.charAt(after) == '.')) {
      after++;
    }
    int mac = after + 1;
    boolean closed = mac + DIGITS <= header.length() && !isWordAt(header, mac + DIGITS);
    if (after == version || !header.startsWith(" ", after) || !closed) {
      return Optional.empty();
    }
    String model = model(header.substring(start, end));
    String firmware = header.substring(version, after);
    return MacAddress.parse(header, mac, mac + DIGITS)
        .map(m -> new Product(model, firmware, Optional.of(m), true));
  }

  /** The first word that is a MAC of the vendor's. */
  private static Optional<MacAddress> mac(String header, int start) {
    for (int at = start; at + DIGITS <= header.length(); at++) {
      if (isVendor(header, at) && !isWordAt(header, at - 1) && !isWordAt(header, at + DIGITS)) {
        Optional<MacAddress> mac = MacAddress.parse(header, at, at + DIGITS);
        if (mac.isPresent()) {
          return mac;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a MAC that begins here would be of the vendor's own numbers. */
  static boolean isVendor(String text, int start) {
    for (String vendor : VENDORS) {
      if (text.regionMatches(true, start, vendor, 0, vendor.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean isWordAt(String text, int at) {
    return at < text.length() && isWord(text.charAt(at));
  }

  static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
