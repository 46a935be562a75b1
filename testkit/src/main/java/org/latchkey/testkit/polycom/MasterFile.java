package org.latchkey.testkit.polycom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.RoundLog;

/**
 * The master file, as far as it concerns one phone.
 *
 * @param values its attributes
 * @param setup the phone that reads it
 */
record MasterFile(Map<String, String> values, PolycomSetup setup) {
  private static final int MAX_LIST = 2047;
  private static final int MAX_ENTRY = 255;

  /** Some servers answer with the parameters themselves; phones take them. */
  boolean holdsParameters() {
    return values.keySet().stream()
        .noneMatch(n -> n.startsWith("CONFIG_FILES") || n.startsWith("APP_FILE_PATH"));
  }

  /** Name of the image; empty if the attribute is. */
  String firmware() {
    return holdsParameters() ? "" : attribute("APP_FILE_PATH", "sip.ld");
  }

  List<String> configFiles(RoundLog log) {
    return list("CONFIG_FILES", log);
  }

  List<String> miscFiles(RoundLog log) {
    return list("MISC_FILES", log);
  }

  /** A folder for uploads, possibly empty or an address. */
  String directory(String name) {
    return attribute(name, "");
  }

  private List<String> list(String name, RoundLog log) {
    String text = attribute(name, "");
    List<String> entries = new ArrayList<>();
    if (text.length() > MAX_LIST) {
      log.defect(Defect.Kind.TOO_LARGE, name + " has more than " + MAX_LIST + " characters");
      return entries;
    }
    for (String part : text.split(",", -1)) {
      String entry = part.strip();
      if (entry.length() > MAX_ENTRY || entry.chars().anyMatch(Character::isWhitespace)) {
        log.defect(Defect.Kind.BAD_URL, "entry of " + name + " is too long or has blanks");
      } else if (!entry.isEmpty()) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** The attribute for this model beats the general one. */
  private String attribute(String name, String otherwise) {
    String general = values.getOrDefault(name, otherwise);
    return values
        .getOrDefault(name + "_" + setup.bareModel(), general)
        .replace("[PHONE_MAC_ADDRESS]", setup.mac())
        .replace("[PHONE_MODEL]", setup.bareModel())
        .replace("[PHONE_PART_NUMBER]", setup.part());
  }
}
