package org.latchkey.testkit.polycom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.PhoneCredential;

/** The {@code device.} parameters. An empty value stands for the default. */
final class Flash {
  static final String PREFIX = "device.";
  static final String SERVER = "device.prov.serverName";
  static final String USER = "device.prov.user";
  static final String PASSWORD = "device.prov.password";
  static final String BOOT_SERVER = "device.dhcp.bootSrvUseOpt";

  private static final String TYPE = "device.prov.serverType";
  private static final String SERIAL = "device.prov.tagSerialNo";
  private static final String ZTP = "device.prov.ztpEnabled";
  private static final String ATTEMPTS = "device.prov.redunAttemptLimit";
  private static final String DELAY = "device.prov.redunInterAttemptDelay";

  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry(TYPE, "FTP"),
          Map.entry(USER, "PlcmSpIp"),
          Map.entry(PASSWORD, "PlcmSpIp"),
          Map.entry(BOOT_SERVER, BootServer.CUSTOM_AND_DEFAULT.value()),
          Map.entry(SERIAL, "0"),
          Map.entry(ZTP, "1"),
          Map.entry(ATTEMPTS, "3"),
          Map.entry(DELAY, "1"),
          Map.entry("device.auth.localAdminPassword", "456"),
          Map.entry("device.auth.localUserPassword", "123"));

  private final Map<String, String> values = new LinkedHashMap<>();

  void clear() {
    values.clear();
  }

  String get(String name) {
    String value = values.getOrDefault(name, "");
    return value.isEmpty() ? DEFAULTS.getOrDefault(name, "") : value;
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /** Names of the given parameters that have another value here. */
  List<String> differing(Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .filter(e -> !get(e.getKey()).equals(orDefault(e)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String orDefault(Map.Entry<String, String> entry) {
    return entry.getValue().isEmpty()
        ? DEFAULTS.getOrDefault(entry.getKey(), "")
        : entry.getValue();
  }

  Optional<String> server() {
    return Optional.of(get(SERVER)).filter(s -> !s.isBlank());
  }

  /** The scheme for addresses that have none. */
  String scheme() {
    return switch (get(TYPE)) {
      case "HTTP", "2" -> "http";
      case "HTTPS", "3" -> "https";
      case "TFTP" -> "tftp";
      case "FTPS" -> "ftps";
      default -> "ftp";
    };
  }

  PhoneCredential credential() {
    return new PhoneCredential(get(USER), get(PASSWORD));
  }

  BootServer bootServer() {
    return BootServer.of(get(BOOT_SERVER));
  }

  boolean tagSerialNo() {
    return get(SERIAL).equals("1");
  }

  boolean ztp() {
    return get(ZTP).equals("1");
  }

  int attempts() {
    return Numbers.within(get(ATTEMPTS), 1, 10).orElse(3);
  }

  int delaySeconds() {
    return Numbers.within(get(DELAY), 0, 300).orElse(1);
  }

  /** Names only; values may be secret. */
  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
