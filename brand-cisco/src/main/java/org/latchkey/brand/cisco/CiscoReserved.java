package org.latchkey.brand.cisco;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * What keeps a phone ours: the rule with address and credential, the other rules blank, the
 * switches that stop DHCP, call managers, the vendor's cloud, users and URLs from naming another
 * server, the schedule, and which servers the phone trusts. A report has the rules in it,
 * credential and all: it goes nowhere but here, where it is sealed, and only once the credential is
 * proved.
 */
final class CiscoReserved {
  private static final String CA = "tls.ca.url";
  private static final String REPORT = "report.configuration";
  private static final String YES = "Yes";
  private static final String NO = "No";

  // in lower case, underscores once, none at the end
  private static final Set<String> NAMES =
      Set.of(
          "provision_enable",
          "report_rule",
          "transport_protocol",
          "user_configurable_resync",
          "profile_authentication_type",
          "upgrade_enable",
          "https_name_validate",
          "tls_min_version",
          "tls_cipher_list",
          "enable_sslv3",
          "restricted_access_domains",
          "http_user_agent_name",
          // a phone with such a key would encrypt what it sends
          "ikm_http_encrypt_content",
          "enable_direct_action_url",
          "enable_tr-069",
          "spcp_auto-detect",
          "webex_onboard_enable");
  private static final List<String> FAMILIES =
      List.of(
          "profile_rule",
          "resync_",
          "dhcp_option_to_use",
          "dhcpv6_option_to_use",
          "custom_ca_",
          "acs_",
          "backup_acs_",
          "tr-069_",
          "tr_069");
  private static final Set<String> FIRMWARE =
      Set.of(
          "upgrade_rule",
          "cisco_headset_upgrade_rule",
          "downgrade_rev_limit",
          "peer_firmware_sharing",
          "peer_firmware_sharing_log_server",
          // the licences by which a phone gets a call manager's firmware
          "trans_auth_rule",
          "trans_auth_type");

  private CiscoReserved() {}

  /** Whether a name is reserved, in any case and in the spelling of any family. */
  static boolean covers(String name) {
    String key = key(name);
    if (NAMES.contains(key)) {
      return true;
    }
    for (String family : FAMILIES) {
      if (key.startsWith(family)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name makes the phone take another firmware. */
  static boolean namesFirmware(String name) {
    return FIRMWARE.contains(key(name));
  }

  /** The last part of a name in lower case, with single underscores and none at the end. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = name.lastIndexOf('/') + 1; i < name.length(); i++) {
      boolean again = name.charAt(i) == '_' && i > 0 && name.charAt(i - 1) == '_';
      if (!again) {
        key.append(name.charAt(i));
      }
    }
    int end = key.length();
    return key.substring(0, end > 0 && key.charAt(end - 1) == '_' ? end - 1 : end)
        .toLowerCase(Locale.ROOT);
  }

  static Parameters of(Rendering rendering, CiscoDialect dialect) {
    Parameters.Builder out = Parameters.builder();
    out.add("Provision_Enable", YES, Layer.RESERVED);
    addTrust(out, rendering.settings(), dialect);
    addSwitches(out, rendering.settings(), dialect);
    CiscoSchedule.add(out, rendering);
    out.add("Upgrade_Enable", rendering.proven() ? YES : NO, Layer.RESERVED);
    addReport(out, rendering);
    for (String other : List.of("_B", "_C", "_D")) {
      out.add(CiscoRules.PROFILE + other, "", Layer.RESERVED);
    }
    out.addSecret(
        CiscoRules.PROFILE,
        CiscoRules.profile(rendering.url(), rendering.credential()),
        Layer.RESERVED);
    return out.build();
  }

  private static void addReport(Parameters.Builder out, Rendering rendering) {
    Settings.Value report = rendering.settings().get(REPORT);
    Layer origin = report.isEmpty() || !rendering.proven() ? Layer.RESERVED : report.origin();
    boolean sent = rendering.proven() && !report.isEmpty() && report.flag();
    out.addSecret(
        CiscoRules.REPORT,
        sent
            ? CiscoRules.report(
                rendering.url(), rendering.credential(), rendering.device().identity().mac())
            : "",
        origin);
  }

  private static void addTrust(Parameters.Builder out, Settings settings, CiscoDialect dialect) {
    Settings.Value names = settings.get("tls.verify-host");
    if (!names.isEmpty() && dialect.is("ata19")) {
      out.add("HTTPS_Name_Validate", names.flag() ? YES : NO, names.origin());
    }
    Settings.Value version = settings.get("tls.version");
    if (!version.isEmpty() && dialect.is("pos")) {
      String least = version.text().equals("1.2") ? "TLS 1.2" : "TLS 1.1";
      out.add("TLS_Min_Version", least, version.origin());
    }
    Settings.Value ciphers = settings.get("tls.ciphers");
    if (!ciphers.isEmpty() && dialect.is("mpp")) {
      out.add("TLS_Cipher_List", ciphers.text(), ciphers.origin());
    }
    Settings.Value ca = settings.get(CA);
    if (!ca.isEmpty()) {
      CiscoRules.checkUrl(CA, ca.text(), ca.origin());
      out.add(
          "Custom_CA_" + (dialect.isMultiplatform() ? "Rule" : dialect.is("spa") ? "RULE" : "URL"),
          ca.text(),
          ca.origin());
    }
  }

  private static void addSwitches(Parameters.Builder out, Settings settings, CiscoDialect dialect) {
    if (dialect.has(CiscoQuirk.ASKS_CALL_MANAGER)) {
      out.add("SPCP_Auto-detect", NO, Layer.RESERVED);
    }
    // one without our host in it would shut us out
    out.add("Restricted_Access_Domains", "", Layer.RESERVED);
    if (!dialect.is("ata1")) {
      out.add("DHCP_Option_To_Use", "", Layer.RESERVED);
    }
    if (!dialect.isAdapter()) {
      out.add("User_Configurable_Resync", NO, Layer.RESERVED);
    }
    if (dialect.isMultiplatform()) {
      Settings.Value cloud = settings.get("phone.vendor-cloud");
      out.add("DHCPv6_Option_To_Use", "", Layer.RESERVED)
          .add("Profile_Rule_Menu", NO, Layer.RESERVED)
          .add("Enable_Direct_Action_Url", NO, Layer.RESERVED)
          .add("Enable_TR-069", NO, Layer.RESERVED)
          .add(
              "Webex_Onboard_Enable",
              !cloud.isEmpty() && cloud.flag() ? YES : NO,
              cloud.isEmpty() ? Layer.RESERVED : cloud.origin())
          // the account that is typed on the screen, where a rule has none: after a reset
          .add("Profile_Authentication_Type", "Basic Http Authentication", Layer.RESERVED);
    }
  }
}
