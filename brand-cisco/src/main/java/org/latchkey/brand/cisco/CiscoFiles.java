package org.latchkey.brand.cisco;

import java.util.List;
import java.util.Optional;
import org.latchkey.brand.FileRole;
import org.latchkey.device.MacAddress;

/**
 * What phones ask for (Cisco's migration guide for the walk along DHCP's URL; wazo_cisco_spa and
 * wazo_cisco_sip). No other brand's phones ask for {@code cisco-MAC.xml}: it is our own choice, and
 * our rules name it with the MAC as the phone's macro. What phones send has names of our own too.
 */
final class CiscoFiles {
  /** The end of the device file's URL in a rule. */
  static final String DEVICE_IN_RULES = "cisco-$MA.xml";

  /** The end of the name of what a phone sends by {@code Report_Rule}. */
  static final String REPORT = "-report.xml";

  /** The end of the name of a problem report. */
  static final String PROBLEM = "-prt.tar.gz";

  private static final String OWN = "cisco-";
  private static final String XML = ".xml";
  private static final String CFG = ".cfg";
  private static final int DIGITS = 12;

  /** What stands before a MAC in names that templates of others use, beside our own. */
  private static final List<String> BEFORE_MAC = List.of(OWN, "", "spa", "ata");

  /** Endings of what only call managers answer, and of images. */
  private static final List<Ending> ENDINGS =
      List.of(
          new Ending(".cnf.xml", FileRole.PROBE),
          new Ending(".tlv", FileRole.PROBE),
          new Ending(".cnf", FileRole.PROBE),
          new Ending(".loads", FileRole.FIRMWARE),
          new Ending(".sbn", FileRole.FIRMWARE),
          new Ending(".bin", FileRole.FIRMWARE),
          new Ending(".img", FileRole.FIRMWARE));

  private static final String DIAL_PLAN = "dialplan.xml";

  private CiscoFiles() {}

  private record Ending(String text, FileRole role) {}

  /** The name of a phone's device file. */
  static String device(MacAddress mac) {
    return OWN + mac + XML;
  }

  /** The MAC in the name of a device file; empty if it is none. */
  static Optional<MacAddress> deviceMac(String name) {
    if (!ends(name, XML) && !ends(name, CFG)) {
      return Optional.empty();
    }
    int end = name.length() - XML.length();
    for (String before : BEFORE_MAC) {
      int length = end - before.length();
      if ((length == DIGITS || length == DIGITS + 5)
          && name.regionMatches(true, 0, before, 0, before.length())) {
        Optional<MacAddress> mac = MacAddress.parse(name, before.length(), end);
        if (mac.isPresent()) {
          return mac;
        }
      }
    }
    return Optional.empty();
  }

  /** The name under which a phone sends its configuration. */
  static String report(MacAddress mac) {
    return OWN + mac + REPORT;
  }

  /** The MAC in the name of what a phone sends; empty if it is none. */
  static Optional<MacAddress> uploadMac(String name) {
    int end = OWN.length() + DIGITS;
    return name.regionMatches(true, 0, OWN, 0, OWN.length())
            && (endsFrom(name, end, REPORT) || endsFrom(name, end, PROBLEM))
        ? MacAddress.parse(name, OWN.length(), end)
        : Optional.empty();
  }

  /** What a name is that no MAC of a device file is in. */
  static Optional<FileRole> shared(String name) {
    for (Ending ending : ENDINGS) {
      if (ends(name, ending.text())) {
        return Optional.of(ending.role());
      }
    }
    return name.equalsIgnoreCase(DIAL_PLAN) ? Optional.of(FileRole.PROBE) : Optional.empty();
  }

  private static boolean endsFrom(String name, int start, String end) {
    return name.length() == start + end.length()
        && name.regionMatches(true, start, end, 0, end.length());
  }

  private static boolean ends(String name, String end) {
    int start = name.length() - end.length();
    return start > 0 && name.regionMatches(true, start, end, 0, end.length());
  }
}
