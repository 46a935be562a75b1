package org.latchkey.brand.grandstream;

import java.util.Optional;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.device.MacAddress;

/**
 * What phones ask for (vendor's provisioning guides 9/2012 and 11/2023, wazo_grandstream,
 * grcentral, dump of HT802 1.0.10.6). Of the names that a phone tries one after the other only
 * {@code cfg<mac>.xml} has an answer: for the others 404 at once makes it go on, where anything
 * else is tried three times or opens a prompt on its screen. A prefix set at the phone stands
 * before {@code cfg}, and so does the end of a path that it joins without a slash.
 */
final class GrandstreamFiles {
  private static final String CONFIG = "cfg";
  private static final String OTHER_CONFIG = "dev";
  private static final String XML = ".xml";
  private static final int LONGEST_PREFIX = 32;
  private static final int LONGEST_MODEL = 32;
  private static final int DIGITS = 12;
  private static final int SPELLED = 17;

  private GrandstreamFiles() {}

  static Optional<FileClaim> claim(String name) {
    Optional<FileClaim> own = ofOnePhone(name, CONFIG, XML, FileRole.DEVICE);
    if (own.isPresent()) {
      return own;
    }
    own = ofOnePhone(name, CONFIG, "", FileRole.PROBE);
    if (own.isEmpty()) {
      own = ofOnePhone(name, CONFIG, ".bin", FileRole.PROBE);
    }
    if (own.isEmpty()) {
      own = ofOnePhone(name, OTHER_CONFIG, ".cfg", FileRole.PROBE);
    }
    return own.isPresent() ? own : shared(name).map(r -> new FileClaim(r, Optional.empty()));
  }

  private static Optional<FileClaim> ofOnePhone(
      String name, String before, String ending, FileRole role) {
    if (!ends(name, ending)) {
      return Optional.empty();
    }
    int end = name.length() - ending.length();
    for (int length = DIGITS; length <= SPELLED; length += SPELLED - DIGITS) {
      int start = end - length;
      int prefix = start - before.length();
      if (prefix >= 0
          && prefix <= LONGEST_PREFIX
          && name.regionMatches(true, prefix, before, 0, before.length())) {
        Optional<MacAddress> mac = MacAddress.parse(name, start, end);
        if (mac.isPresent()) {
          return Optional.of(new FileClaim(role, mac));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<FileRole> shared(String name) {
    if (name.regionMatches(true, 0, CONFIG, 0, CONFIG.length()) && ends(name, XML)) {
      int end = name.length() - XML.length();
      boolean probe = end == CONFIG.length() || isModel(name, CONFIG.length(), end);
      return probe ? Optional.of(FileRole.PROBE) : Optional.empty();
    }
    return isFirmware(name) ? Optional.of(FileRole.FIRMWARE) : Optional.empty();
  }

  private static boolean isFirmware(String name) {
    if (ends(name, "fw.bin")) {
      return isModel(name, 0, name.length() - "fw.bin".length());
    }
    if (name.regionMatches(true, 0, "ring", 0, 4) && ends(name, ".bin")) {
      int end = name.length() - ".bin".length();
      return end > 4 && end <= 6 && digits(name, 4, end);
    }
    return name.equalsIgnoreCase("language.txt")
        || name.equalsIgnoreCase("phonebook.xml")
        || name.equalsIgnoreCase("gs_phonebook.xml");
  }

  /** A letter, then letters, digits and hyphens. */
  private static boolean isModel(String name, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;
      if (!letter && (i == start || ((c < '0' || c > '9') && c != '-'))) {
        return false;
      }
    }
    return end > start && end - start <= LONGEST_MODEL;
  }

  private static boolean digits(String name, int start, int end) {
    for (int i = start; i < end; i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean ends(String name, String ending) {
    int start = name.length() - ending.length();
    return start >= 0 && name.regionMatches(true, start, ending, 0, ending.length());
  }
}
