package org.latchkey.brand.grandstream;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.latchkey.config.SecretNames;

/** What is known of single native parameters, by number or by name. */
final class GrandstreamNatives {
  private static final Set<String> SECRET_NUMBERS = secretNumbers();
  private static final Set<String> SERVER_NUMBERS =
      GrandstreamNumbers.of(GrandstreamNatives::isServer);
  private static final Set<String> ZONE_NUMBERS =
      GrandstreamNumbers.of(GrandstreamClock.CUSTOM::equals);
  private static final Set<String> KEYS =
      Set.of("key", "psk", "tlskey", "clientkey", "community", "certificate");

  /** Empty, a GXP2110 restarts for ever (GS3) or a GRP is lost to GDMS (fusionpbx 17724060e9). */
  private static final Set<String> NEVER_EMPTY =
      Set.of("148", "4511", "4512", "network.dhcp.vendorid", "tr069.connectionrequestusername");

  private static final String NOT_IN_SERVERS = " \"'`;|&<>()\\$";

  private GrandstreamNatives() {}

  /** Whether the value of a parameter must not be shown. */
  static boolean isSecret(String name) {
    String number = GrandstreamReserved.number(name);
    if (!number.isEmpty()) {
      return SECRET_NUMBERS.contains(number);
    }
    String last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return SecretNames.isSecret(name) || KEYS.contains(last);
  }

  /**
   * What is wrong with a value that may reach a shell on the phone (CVE-2020-5760, CVE-2024-32937),
   * or that must be there: an empty password is passed over, or put back to what the factory had.
   */
  static String objection(String name, String value) {
    String number = GrandstreamReserved.number(name);
    String key = number.isEmpty() ? name.toLowerCase(Locale.ROOT) : number;
    if (value.isEmpty() && (NEVER_EMPTY.contains(key) || isSecret(name))) {
      return "must not be empty";
    }
    if (number.isEmpty()
        ? name.equalsIgnoreCase(GrandstreamClock.CUSTOM)
        : ZONE_NUMBERS.contains(number)) {
      return value.matches("[A-Za-z0-9+,./:-]{0,64}")
          ? ""
          : "must be a rule such as MTZ+6MDT+5,M4.1.0,M11.1.0";
    }
    if (value.indexOf('`') >= 0 || value.contains("$(")) {
      return "must have no backtick and no $(";
    }
    boolean server = number.isEmpty() ? isServer(name) : SERVER_NUMBERS.contains(number);
    return server && value.chars().anyMatch(c -> NOT_IN_SERVERS.indexOf(c) >= 0)
        ? "must be a host or a path, without blanks, quotes and signs of a shell"
        : "";
  }

  private static boolean isServer(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".address")
        || lower.endsWith("server")
        || lower.endsWith("serverpath")
        || lower.startsWith("datetime.ntp.server.");
  }

  private static Set<String> secretNumbers() {
    Set<String> numbers = new HashSet<>(GrandstreamNumbers.of(SecretNames::isSecret));
    for (List<String> row : GrandstreamTable.rows("secret-numbers.txt")) {
      addAll(numbers, Integer.parseInt(row.get(0)), Integer.parseInt(row.get(1)));
    }
    for (List<String> row : GrandstreamTable.rows("ports.txt")) {
      int ports = Integer.parseInt(row.get(1)) - Integer.parseInt(row.get(0));
      int first = Integer.parseInt(row.get(4));
      addAll(numbers, first, first + ports);
    }
    return Set.copyOf(numbers);
  }

  private static void addAll(Set<String> numbers, int first, int last) {
    for (int number = first; number <= last; number++) {
      numbers.add(Integer.toString(number));
    }
  }
}
