package org.latchkey.testkit.grandstream;

import java.util.Map;
import java.util.Set;

/** Numbers of the settings that a phone itself reacts to. */
final class P {
  static final String SERVER = "P237";
  static final String PROTOCOL = "P212";
  static final String USER = "P1360";
  static final String PASSWORD = "P1361";
  static final String FILE_PASSWORD = "P1359";
  static final String PREFIX = "P234";
  static final String POSTFIX = "P235";
  static final String PRE_EMPTIVE = "P20713";
  static final String ALL_FILES = "P8467";
  static final String ORDER = "P8501";
  static final String TYPES = "P8601";
  static final String DHCP = "P145";
  static final String PNP = "P1414";
  static final String MODE = "P194";
  static final String MODE_V2 = "P22296";
  static final String MINUTES = "P193";
  static final String FIRMWARE_SERVER = "P192";
  static final String FIRMWARE_PROTOCOL = "P6767";
  static final String FIRMWARE_USER = "P6768";
  static final String FIRMWARE_PASSWORD = "P6769";
  static final String FIRMWARE_CHECK = "P238";
  static final String PHONEBOOK_MODE = "P330";
  static final String PHONEBOOK_SERVER = "P331";
  static final String PHONEBOOK_USER = "P6713";
  static final String PHONEBOOK_PASSWORD = "P6714";
  static final String VERIFY = "P8463";
  static final String VERIFY_HOST = "P22030";
  static final String ADMIN_PASSWORD = "P2";
  static final String USER_PASSWORD = "P196";
  static final String SIP_PASSWORD = "P34";
  static final String TIME_ZONE = "P64";
  static final String VLAN = "P51";
  static final String DHCP_VENDOR_CLASS = "P148";

  /** The vendor's redirect service, where phones from the factory ask. */
  static final String GAPS = "fm.grandstream.com/gs";

  /** A change of one of these needs a restart. */
  static final Set<String> RESTARTING =
      Set.of(DHCP, PNP, VERIFY, TIME_ZONE, VLAN, DHCP_VENDOR_CLASS);

  /** An empty element does not clear these. */
  static final Set<String> MANDATORY =
      Set.of(ADMIN_PASSWORD, SIP_PASSWORD, FILE_PASSWORD, PASSWORD);

  /** At most 40 characters from ASCII 33 to 126. */
  static final Set<String> LIMITED = Set.of(USER, PASSWORD, FILE_PASSWORD);

  /** Written first: where and how the phone provisions. */
  static final Set<String> PROVISIONING =
      Set.of(
          SERVER,
          PROTOCOL,
          USER,
          PASSWORD,
          FILE_PASSWORD,
          PREFIX,
          POSTFIX,
          PRE_EMPTIVE,
          ALL_FILES,
          ORDER,
          TYPES);

  private static final Map<String, String> DEFAULTS =
      Map.of(
          SERVER,
          GAPS,
          PROTOCOL,
          "2",
          DHCP,
          "1",
          PNP,
          "1",
          MODE,
          "0",
          MODE_V2,
          "0",
          MINUTES,
          "10080",
          TYPES,
          "47",
          ADMIN_PASSWORD,
          "admin");

  private P() {}

  /** What counts if nothing is stored. */
  static String standard(String name) {
    return DEFAULTS.getOrDefault(name, "");
  }

  /** Whether a person or a file may set a credential or key to this. */
  static boolean withinLimits(String text) {
    return text.length() <= 40 && text.chars().allMatch(c -> c >= 33 && c <= 126);
  }
}
