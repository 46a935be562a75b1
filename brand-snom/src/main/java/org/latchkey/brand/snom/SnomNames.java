package org.latchkey.brand.snom;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.latchkey.brand.Model;
import org.latchkey.config.KeyDictionary;

/**
 * Native names of both languages. Of the D and M series a name is an element with an index behind a
 * dot and an attribute behind an {@code @}: {@code user_name.3}, {@code fkey.7@label}. Of the C
 * family it is a path with numbers in it: {@code sip_account.3.user_id}. What is no name of the
 * first kind is one of the second, so a name tells which file it is for.
 */
final class SnomNames {
  /** The attribute that says who may change a setting, which every one has. */
  static final String PERM = "perm";

  private static final String RESOURCE = "parameter-names.txt";
  private static final int LONGEST_INDEX = 4;

  static final KeyDictionary DICTIONARY =
      KeyDictionary.read(
          RESOURCE, SnomNames.class.getResourceAsStream(RESOURCE), SnomNames::normal);

  private static final Map<String, String> FAMILIES = families();

  /**
   * What keeps a phone ours: addresses of configurations and the credential for them, everything
   * that names another server for them, and what makes the phone forget.
   */
  private static final Set<String> RESERVED =
      Set.of(
          "setting_server",
          "settings_refresh_timer",
          "provisioning_order",
          "pnp_config",
          "pnp_server",
          "dhcp_options_on_ip_aquire",
          "dhcp_options_on_inform",
          "update_policy",
          "update_server",
          "update_filename",
          "update_host_f",
          "firmware_status",
          "tls_server_authentication",
          "check_fqdn_against_server_cert",
          "host_name_validation_flags",
          "empty_tls_client_cert",
          "skip_provisioning_urls_on_tls_error",
          "cert_provisioning_service",
          "vision_provisioning_url",
          "allow_sip_settings",
          "reset_settings",
          // groups and lists of files, in which a phone would look for more
          "settings",
          "phone-settings",
          "functionkeys",
          "function-keys",
          "certificates",
          "firmware-settings",
          "setting-files",
          "file",
          "initialization");

  private static final List<String> RESERVED_FAMILIES =
      List.of("http_client_", "prov_", "tr69_", "tr369_", "provisioning.", "tr069.");

  private SnomNames() {}

  /** Whether a name is of the D and M series. */
  static boolean isElement(String name) {
    int at = name.indexOf('@');
    int end = at < 0 ? name.length() : at;
    if (at >= 0 && !isWord(name, at + 1, name.length())) {
      return false;
    }
    int dot = name.indexOf('.');
    if (dot < 0 || dot > end) {
      return isWord(name, 0, end);
    }
    return isWord(name, 0, dot) && isIndex(name, dot + 1, end);
  }

  /** A name of XML without a dot. */
  private static boolean isWord(String name, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      boolean word = SnomHeader.isWord(c);
      boolean digit = c >= '0' && c <= '9';
      boolean within = i > start && (digit || c == '-');
      if (!within && (!word || digit)) {
        return false;
      }
    }
    return end > start;
  }

  /** A number without zeros before it, so that an index has one spelling. */
  private static boolean isIndex(String name, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    boolean zeros = end - start > 1 && name.charAt(start) == '0';
    return end > start && end - start <= LONGEST_INDEX && !zeros;
  }

  /** The element of a name, with its index. */
  static String withoutAttribute(String name) {
    int at = name.indexOf('@');
    return at < 0 ? name : name.substring(0, at);
  }

  /** The element of a name alone, or a path as it is. */
  static String element(String name) {
    String element = withoutAttribute(name);
    int dot = element.indexOf('.');
    return dot < 0 || !isElement(name) ? element : element.substring(0, dot);
  }

  /** Whether a model can be told a name. The C family loses a module for one that is not known. */
  static boolean isSpokenBy(Model model, String name) {
    if (!SnomModels.isTree(model)) {
      return isElement(name);
    }
    @Nullable String family = isElement(name) ? null : FAMILIES.get(KeyDictionary.dotted(name));
    return family != null
        && (family.equals("c")
            || family.equals(SnomModels.family(model))
            || SnomModels.hasNote(model, family));
  }

  static boolean isReserved(String name) {
    // every name of a configuration is asked about, and most begin so
    if (name.startsWith("user_") || name.startsWith(SnomXml.KEY)) {
      return false;
    }
    String element = element(name).toLowerCase(Locale.ROOT);
    for (String family : RESERVED_FAMILIES) {
      if (element.startsWith(family)) {
        return true;
      }
    }
    return RESERVED.contains(element);
  }

  /** Whether a name makes the phone, or its handsets and modules, take another firmware. */
  static boolean namesFirmware(String name) {
    String element = element(name).toLowerCase(Locale.ROOT);
    return element.equals("firmware")
        || element.equals("firmware_status")
        || element.equals("firmware-status")
        || element.equals("firmware_uxm")
        || element.startsWith("fp_fwu_")
        || element.startsWith("pp_fwu_")
        || (element.startsWith("provisioning.") && element.endsWith("firmware_url"));
  }

  private static String normal(String name) {
    if (!isElement(name)) {
      return KeyDictionary.dotted(name);
    }
    int at = name.indexOf('@');
    String attribute = at < 0 || name.endsWith("@" + PERM) ? "" : name.substring(at);
    return element(name) + attribute;
  }

  private static Map<String, String> families() {
    Map<String, String> families = new HashMap<>();
    for (List<String> row : SnomTable.rows(RESOURCE)) {
      if (row.get(0).indexOf('.') > 0) {
        families.put(row.get(0), row.get(1));
      }
    }
    return Map.copyOf(families);
  }
}
