package org.latchkey.testkit.grandstream;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which names of settings a line of phones knows besides P numbers. */
enum Names {
  /** None: files of version 2 say nothing to it. */
  P_ONLY,
  /** As in the vendor's tables; another letter case is another name. */
  CAMEL_CASE,
  /** The same in lower case; a name with a capital is ignored. */
  LOWER_CASE;

  private static final Map<String, String> NO_YES = Map.of("No", "0", "Yes", "1");
  private static final Map<String, String> PROTOCOLS =
      Map.of("TFTP", "0", "HTTP", "1", "HTTPS", "2", "FTP", "3", "FTPS", "4");
  private static final Map<String, Known> KNOWN = known();

  /** A setting with its number, and the numbers of its values. */
  private record Known(String p, Map<String, String> values) {}

  private static Map<String, Known> known() {
    Map<String, Known> all = new LinkedHashMap<>();
    all.put("provisioning.config.serverPath", new Known(P.SERVER, Map.of()));
    all.put("provisioning.config.protocol", new Known(P.PROTOCOL, PROTOCOLS));
    all.put("provisioning.config.username", new Known(P.USER, Map.of()));
    all.put("provisioning.config.password", new Known(P.PASSWORD, Map.of()));
    all.put("provisioning.config.filePassword", new Known(P.FILE_PASSWORD, Map.of()));
    all.put("provisioning.config.filePrefix", new Known(P.PREFIX, Map.of()));
    all.put("provisioning.config.filePostfix", new Known(P.POSTFIX, Map.of()));
    all.put("provisioning.config.processAll.enable", new Known(P.ALL_FILES, NO_YES));
    all.put("provisioning.alwaysAuthenticateBeforeChallenge", new Known(P.PRE_EMPTIVE, NO_YES));
    all.put(
        "provisioning.override.dhcp.allowCommonOptions",
        new Known(P.DHCP, Map.of("No", "0", "Yes", "1", "Fallback", "2")));
    all.put("provisioning.3cxAutoProvision", new Known(P.PNP, NO_YES));
    all.put(
        "provisioning.auto.mode",
        new Known(
            P.MODE,
            Map.of(
                "No", "0",
                "YesUpgradeMin", "1",
                "YesUpgradeHourOfDay", "2",
                "YesUpgradeDayOfWeek", "3")));
    all.put("provisioning.auto.minute", new Known(P.MINUTES, Map.of()));
    all.put("provisioning.firmware.serverPath", new Known(P.FIRMWARE_SERVER, Map.of()));
    all.put("provisioning.firmware.protocol", new Known(P.FIRMWARE_PROTOCOL, PROTOCOLS));
    all.put("provisioning.firmware.username", new Known(P.FIRMWARE_USER, Map.of()));
    all.put("provisioning.firmware.password", new Known(P.FIRMWARE_PASSWORD, Map.of()));
    all.put(
        "provisioning.firmware.checkCondition",
        new Known(
            P.FIRMWARE_CHECK,
            Map.of("AlwaysCheck", "0", "CheckWhenChange", "1", "SkipCheck", "2")));
    all.put(
        "phonebook.download.mode",
        new Known(
            P.PHONEBOOK_MODE,
            Map.of(
                "Disabled", "0",
                "EnabledUseHTTP", "1",
                "EnabledUseTFTP", "2",
                "EnabledUseHTTPS", "3")));
    all.put("phonebook.download.server", new Known(P.PHONEBOOK_SERVER, Map.of()));
    all.put("phonebook.download.username", new Known(P.PHONEBOOK_USER, Map.of()));
    all.put("phonebook.download.password", new Known(P.PHONEBOOK_PASSWORD, Map.of()));
    all.put("security.validate.serverCertificate", new Known(P.VERIFY, NO_YES));
    all.put("provisioning.validateHostnameInCertificate", new Known(P.VERIFY_HOST, NO_YES));
    all.put("users.admin.password", new Known(P.ADMIN_PASSWORD, Map.of()));
    all.put("users.user.password", new Known(P.USER_PASSWORD, Map.of()));
    all.put("account.1.sip.subscriber.password", new Known(P.SIP_PASSWORD, Map.of()));
    all.put("dateTime.timezone", new Known(P.TIME_ZONE, Map.of()));
    all.put("network.port.eth.1.vlan.tag", new Known(P.VLAN, Map.of()));
    return all;
  }

  /** A setting as it is stored. */
  record Setting(String name, String value) {}

  /**
   * Reads an item.
   *
   * @return the setting, under its P number if the phone itself reacts to it; empty if this line
   *     does not know such a spelling
   */
  Optional<Setting> read(String alias, String value) {
    if (this == P_ONLY || (this == LOWER_CASE && !lower(alias).equals(alias))) {
      return Optional.empty();
    }
    return Optional.of(
        KNOWN.entrySet().stream()
            .filter(e -> spelled(e.getKey()).equals(alias))
            .map(Map.Entry::getValue)
            .map(k -> new Setting(k.p(), k.values().getOrDefault(value, value)))
            .findFirst()
            .orElse(new Setting(alias, value)));
  }

  /** A name of the vendor's tables as this line spells it. */
  String spelled(String alias) {
    return this == LOWER_CASE ? lower(alias) : alias;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
