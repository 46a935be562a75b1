package org.latchkey.brand.yealink;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;

/**
 * What keeps a phone ours: URL and credential, always together; the switches that stop multicast,
 * DHCP and the redirect server from presenting others; the schedule; and which servers the phone
 * trusts (Yealink administrator guide for SIP-T phones V84-V86, auto provisioning and security).
 */
final class YealinkReserved {
  private static final int LONGEST_URL = 511;
  private static final String CIPHERS = "security.auto_provision.tls_cipher_list";

  private static final Set<String> NAMES =
      Set.of(
          "auto_provision.power_on",
          "auto_provision.mode",
          "auto_provision.weekly_upgrade_interval",
          "auto_provision.inactivity_time_expire",
          "auto_provision.pnp_enable",
          "auto_provision.dhcp_enable",
          "auto_provision.dhcp_option.enable",
          "zero_touch.enable",
          "security.trust_certificates",
          "security.ca_cert",
          "security.cn_validation",
          "security.default_ssl_method",
          // 1 makes the phone refuse every file that is not encrypted: ours
          "auto_provision.update_file_mode",
          // words of boot files, by which blank parameters go back to factory values
          "overwrite_mode",
          "specific_model.excluded_mode");
  private static final List<String> FAMILIES =
      List.of(
          "auto_provision.server.",
          "auto_provision.repeat.",
          "auto_provision.weekly.",
          "auto_provision.flexible.",
          "auto_provision.schedule.",
          "security.auto_provision.");

  private static final Map<String, String> TRUST =
      Map.of("built-in", "0", "uploaded", "1", "both", "2");
  private static final Map<String, String> VERSIONS = Map.of("any", "3", "1.2", "5");

  private YealinkReserved() {}

  /** Whether a name is reserved: with and without prefix, in any case. */
  static boolean covers(String name) {
    String key = bare(name);
    // every name of a configuration is asked about, and most begin otherwise
    if (!key.startsWith("auto_provision.")
        && !key.startsWith("security.")
        && !key.startsWith("zero_touch.")
        && !key.startsWith("overwrite_")
        && !key.startsWith("specific_")) {
      return false;
    }
    for (String family : FAMILIES) {
      if (key.startsWith(family)) {
        return true;
      }
    }
    return NAMES.contains(key);
  }

  /** Whether a name makes the phone, or its handsets, take another firmware. */
  static boolean namesFirmware(String name) {
    String key = bare(name);
    return key.equals("firmware.url")
        || key.startsWith("firmware.usb_headset.")
        || key.startsWith("over_the_air.url");
  }

  /** Whether any reserved name stands anywhere in a text, whatever is around it. */
  static boolean isMentionedIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return FAMILIES.stream().anyMatch(lower::contains) || NAMES.stream().anyMatch(lower::contains);
  }

  static Parameters of(Rendering rendering, YealinkDialect dialect) {
    Parameters.Builder out = Parameters.builder();
    Settings settings = rendering.settings();
    add(out, dialect, "security.trust_certificates", flag(settings.get("tls.verify")));
    add(out, dialect, "security.cn_validation", flag(settings.get("tls.verify-host")));
    add(out, dialect, "security.ca_cert", word(settings.get("tls.trust"), TRUST));
    Settings.Value ciphers = settings.get("tls.ciphers");
    if (!ciphers.isEmpty()) {
      // no template agrees with the next one on the prefix of this name
      out.add(CIPHERS, ciphers.text(), ciphers.origin());
      out.add(YealinkDialect.STATIC + CIPHERS, ciphers.text(), ciphers.origin());
    }
    add(out, dialect, "security.default_ssl_method", word(settings.get("tls.version"), VERSIONS));
    for (String name : List.of("auto_provision.pnp_enable", "auto_provision.dhcp_option.enable")) {
      add(out, dialect, name, kept("0"));
    }
    add(out, dialect, "zero_touch.enable", kept("0"));
    if (YealinkEncryption.isOn(settings)) {
      // ours come under TLS and in the clear
      add(out, dialect, "auto_provision.update_file_mode", kept("0"));
    }
    YealinkSchedule.add(out, rendering, dialect);
    add(out, dialect, "auto_provision.server.url", kept(url(rendering)));
    add(out, dialect, "auto_provision.server.username", kept(rendering.credential().username()));
    for (String spelling :
        dialect.spellings(YealinkDialect.STATIC + "auto_provision.server.password")) {
      out.addSecret(
          spelling, YealinkRenderer.clear(rendering.credential().password()), Layer.RESERVED);
    }
    return out.build();
  }

  /** Adds a parameter of the provisioning kind unless it has no value. */
  static void add(
      Parameters.Builder out, YealinkDialect dialect, String name, Settings.Value value) {
    if (!value.isEmpty()) {
      for (String spelling : dialect.spellings(YealinkDialect.STATIC + name)) {
        out.add(spelling, value.text(), value.origin());
      }
    }
  }

  /** A value that is nobody's choice. */
  static Settings.Value kept(String value) {
    return new Settings.Value(value, Layer.RESERVED);
  }

  static Settings.Value flag(Settings.Value flag) {
    return flag.isEmpty() ? flag : new Settings.Value(flag.flag() ? "1" : "0", flag.origin());
  }

  private static Settings.Value word(Settings.Value value, Map<String, String> words) {
    return new Settings.Value(words.getOrDefault(value.text(), ""), value.origin());
  }

  /** A name in lower case without the prefix, which older firmware does not know. */
  static String bare(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    while (key.startsWith(YealinkDialect.STATIC)) {
      key = key.substring(YealinkDialect.STATIC.length());
    }
    return key;
  }

  private static String url(Rendering rendering) {
    String url = rendering.url().toString();
    if (url.length() > LONGEST_URL) {
      throw new RenderException(
          Layer.RESERVED.label(),
          "auto_provision.server.url",
          "must be at most " + LONGEST_URL + " characters, was " + url.length());
    }
    return url;
  }
}
