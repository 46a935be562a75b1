package org.latchkey.brand.yealink;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Product;
import org.latchkey.device.MacAddress;

/** Headers and file names read a second way: headers word by word, names by patterns. */
final class ReferenceReader {
  private static final Map<String, FileRole> BY_ENDING =
      Map.of(
          ".cfg", FileRole.DEVICE,
          ".boot", FileRole.PROBE,
          "-local.cfg", FileRole.PERSONAL,
          "-contact.xml", FileRole.PERSONAL,
          "-calllog.xml", FileRole.UPLOAD,
          "-boot.log", FileRole.UPLOAD,
          "-sys.log", FileRole.UPLOAD,
          "_security.enc", FileRole.PROBE);
  private static final String MAC =
      "([0-9a-f]{12}|[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\2){4}[0-9a-f]{2})";
  private static final Pattern OF_MAC = Pattern.compile(MAC);
  private static final Pattern OF_ONE_PHONE = Pattern.compile(MAC + "([._-].*)", Pattern.DOTALL);
  private static final String LETTERS_AND_DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private ReferenceReader() {}

  static Optional<FileClaim> file(String spelled) {
    String name = lower(spelled);
    Matcher one = OF_ONE_PHONE.matcher(name);
    if (one.matches() && BY_ENDING.containsKey(one.group(3))) {
      Optional<MacAddress> mac = mac(one.group(1));
      if (mac.isPresent()) {
        return Optional.of(new FileClaim(BY_ENDING.get(one.group(3)), mac));
      }
    }
    FileRole shared =
        name.equals("y000000000000.boot") || name.matches("(?s).+_security\\.enc")
            ? FileRole.PROBE
            : name.matches("y[0-9]{12}\\.cfg")
                ? FileRole.COMMON
                : name.matches("(?s).+\\.rom") ? FileRole.FIRMWARE : FileRole.UNKNOWN;
    return shared == FileRole.UNKNOWN
        ? Optional.empty()
        : Optional.of(new FileClaim(shared, Optional.empty()));
  }

  /** Reads a header of one line, from left to right. */
  static Optional<Product> product(String header) {
    int at = afterWord(header, 0, "yealink");
    at = afterWord(header, at, "sip");
    at = begins(header, at, "vp-") ? at + 3 : at;
    int modelEnd = modelEnd(header, at);
    int version = afterAll(header, modelEnd, " \t");
    int versionEnd = afterAll(header, version, "0123456789.");
    boolean good =
        modelEnd > at
            && version > modelEnd
            && isVersion(header.substring(version, versionEnd))
            && (versionEnd == header.length() || isBlank(header.charAt(versionEnd)));
    if (!good) {
      return Optional.empty();
    }
    String third = header.substring(afterAll(header, versionEnd, " \t")).split("[ \t]", 2)[0];
    return Optional.of(
        new Product(
            header.substring(at, modelEnd).toUpperCase(Locale.ROOT),
            header.substring(version, versionEnd),
            OF_MAC.matcher(lower(third)).matches() ? mac(third) : Optional.empty(),
            true));
  }

  /** Where a word and the blanks or hyphens behind it end, or where it would begin. */
  private static int afterWord(String text, int start, String word) {
    if (!begins(text, start, word)) {
      return start;
    }
    int end = afterAll(text, start + word.length(), " -");
    return end > start + word.length() ? end : start;
  }

  /** Letters of a family, a digit, up to 15 letters and digits, perhaps an edition. */
  private static int modelEnd(String text, int start) {
    for (String family : List.of("t", "w", "cp", "ax", "vp", "dd")) {
      int digit = start + family.length();
      if (begins(text, start, family) && afterAll(text, digit, "0123456789") > digit) {
        int end = Math.min(afterAll(text, digit + 1, LETTERS_AND_DIGITS), digit + 16);
        return begins(text, end, "_e2") ? end + 3 : end;
      }
    }
    return start;
  }

  private static boolean isVersion(String text) {
    String[] numbers = text.split("\\.", -1);
    return numbers.length == 4
        && List.of(numbers).stream().allMatch(n -> !n.isEmpty() && n.length() <= 9);
  }

  /** Whether a word in lower case stands there in any; ASCII only, unlike the JDK's own. */
  private static boolean begins(String text, int start, String word) {
    int end = start + word.length();
    return end <= text.length() && lower(text.substring(start, end)).equals(word);
  }

  private static int afterAll(String text, int start, String some) {
    int at = start;
    while (at < text.length() && some.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static Optional<MacAddress> mac(String text) {
    long bits = Long.parseLong(text.replaceAll("[:-]", ""), 16);
    return bits == 0 || (bits >> 40 & 1) == 1 ? Optional.empty() : Optional.of(MacAddress.of(text));
  }

  private static String lower(String text) {
    return text.chars().allMatch(c -> c < 0x80) ? text.toLowerCase(Locale.ROOT) : text;
  }
}
