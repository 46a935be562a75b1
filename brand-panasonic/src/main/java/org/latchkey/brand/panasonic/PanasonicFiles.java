package org.latchkey.brand.panasonic;

import java.util.List;
import java.util.Locale;
import org.latchkey.brand.FileRole;
import org.latchkey.device.MacAddress;

/**
 * What phones ask for (administrator guides of KX-HDV100, HDV430 and TGP700; wazo_panasonic). From
 * DHCP, multicast or the redirect server they know the address of a folder at most, and ask for
 * their model's file in it; all other names are chosen by whoever writes the addresses.
 */
final class PanasonicFiles {
  static final String FLAT = ".cfg";
  static final String XML = ".xml";

  /** Begins the names of files of one phone, of one model and of all phones. */
  static final String CONFIG = "Config";

  /** The file of all phones, without its ending. */
  static final String ALL = CONFIG + "Common";

  private static final String BRAND = "KX-";
  private static final List<String> FAMILIES = List.of("UTG", "UT", "HDV", "TGP", "UDS");
  private static final List<String> PCC = List.of("KX-TGP500", "KX-TGP55");
  private static final int DIGITS = 3;
  private static final int LONGEST_SUFFIX = 8;

  /** Endings of other names, in order. */
  static final List<Ending> OTHERS =
      List.of(
          new Ending(".fw", FileRole.FIRMWARE),
          // encrypted: their form is not published
          new Ending(".e1c", FileRole.PROBE),
          new Ending(".e2c", FileRole.PROBE),
          new Ending(".e3c", FileRole.PROBE));

  /** What the encrypted files of KX-UTG end in, and those of other brands. */
  static final String ENCRYPTED_XML = ".enc";

  private PanasonicFiles() {}

  record Ending(String text, FileRole role) {}

  /** The file of one phone. */
  static String device(MacAddress mac, boolean xml) {
    return CONFIG + mac.toString().toUpperCase(Locale.ROOT) + (xml ? XML : FLAT);
  }

  /** The same for a phone that knows its MAC better than we do: it writes it in place of a word. */
  static String deviceOfAny(boolean xml) {
    return CONFIG + (xml ? "{mac}" + XML : "{MAC}" + FLAT);
  }

  /**
   * Whether a stretch of a name is that of a model, with the letters and digits that tell where it
   * was sold: {@code KX-TGP500B04}.
   */
  static boolean isModel(String name, int start, int end) {
    int at = start + BRAND.length();
    if (!name.regionMatches(true, start, BRAND, 0, BRAND.length())) {
      return false;
    }
    for (String family : FAMILIES) {
      if (name.regionMatches(true, at, family, 0, family.length())) {
        return isNumber(name, at + family.length(), end);
      }
    }
    return false;
  }

  private static boolean isNumber(String name, int start, int end) {
    int suffix = start + DIGITS;
    if (end < suffix || end > suffix + LONGEST_SUFFIX) {
      return false;
    }
    for (int at = start; at < end; at++) {
      char c = name.charAt(at);
      boolean digit = c >= '0' && c <= '9';
      int lower = c | 0x20;
      if (!digit && (at < suffix || c >= 0x80 || lower < 'a' || lower > 'z')) {
        return false;
      }
    }
    return true;
  }

  /** Whether a file of a model begins with KX-TGP500's line: its name tells. */
  static boolean isPcc(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return PCC.stream().anyMatch(upper::contains);
  }

  /** Whether a file of a model, or of all, is XML: its name tells. */
  static boolean isXml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(XML) || lower.contains("kx-utg");
  }
}
