package org.latchkey.brand.yealink;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;

/**
 * What keeps a phone ours: URL and credential, always together; the switches that stop multicast,
 * DHCP and the redirect server from presenting others; and the schedule (Yealink administrator
 * guide for SIP-T phones V84-V86, auto provisioning).
 */
final class YealinkReserved {
  private static final String STATIC = "static.";
  private static final int LONGEST_URL = 511;
  private static final int EARLY_MINUTES = 1;
  private static final int MODE_REPEAT = 4;
  private static final int MODE_REPEAT_AND_POWER_ON = 6;

  private static final Set<String> NAMES =
      Set.of(
          "auto_provision.power_on",
          "auto_provision.mode",
          "auto_provision.schedule.periodic_minute",
          "auto_provision.pnp_enable",
          "auto_provision.dhcp_enable",
          "auto_provision.dhcp_option.enable",
          "zero_touch.enable",
          // 1 makes the phone refuse every file that is not encrypted: ours
          "auto_provision.update_file_mode",
          // words of boot files, by which blank parameters go back to factory values
          "overwrite_mode",
          "specific_model.excluded_mode");
  private static final List<String> FAMILIES =
      List.of("auto_provision.server.", "auto_provision.repeat.", "security.auto_provision.");

  private YealinkReserved() {}

  /** Whether a name is reserved: with and without prefix, in any case. */
  static boolean covers(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    while (key.startsWith(STATIC)) {
      key = key.substring(STATIC.length());
    }
    for (String family : FAMILIES) {
      if (key.startsWith(family)) {
        return true;
      }
    }
    return NAMES.contains(key);
  }

  static Parameters of(Rendering rendering, Set<YealinkQuirk> quirks) {
    Parameters.Builder out = Parameters.builder();
    addAll(out, STATIC, rendering);
    if (quirks.contains(YealinkQuirk.NO_STATIC_PREFIX)) {
      addAll(out, "", rendering);
    }
    if (quirks.contains(YealinkQuirk.SCHEDULE_BY_MODE)) {
      Settings.Value powerOn = powerOn(rendering);
      Settings.Value minutes = minutes(rendering);
      out.add(
              "auto_provision.mode",
              powerOn.flag() ? MODE_REPEAT_AND_POWER_ON : MODE_REPEAT,
              powerOn.origin())
          .add("auto_provision.schedule.periodic_minute", minutes.text(), minutes.origin());
    }
    return out.build();
  }

  private static void addAll(Parameters.Builder out, String prefix, Rendering rendering) {
    String provision = prefix + "auto_provision.";
    Settings.Value powerOn = powerOn(rendering);
    Settings.Value minutes = minutes(rendering);
    out.add(provision + "pnp_enable", 0, Layer.RESERVED)
        .add(provision + "dhcp_option.enable", 0, Layer.RESERVED)
        .add(prefix + "zero_touch.enable", 0, Layer.RESERVED)
        .add(provision + "power_on", powerOn.flag() ? 1 : 0, powerOn.origin())
        .add(provision + "repeat.enable", 1, Layer.RESERVED)
        .add(provision + "repeat.minutes", minutes.text(), minutes.origin())
        .add(provision + "server.url", url(rendering), Layer.RESERVED)
        .add(provision + "server.username", rendering.credential().username(), Layer.RESERVED)
        .addSecret(
            provision + "server.password",
            YealinkRenderer.clear(rendering.credential().password()),
            Layer.RESERVED);
  }

  /** Until the proof the phone comes back as soon as it can. */
  private static Settings.Value minutes(Rendering rendering) {
    return rendering.proven()
        ? rendering.settings().get("resync.interval")
        : new Settings.Value(Integer.toString(EARLY_MINUTES), Layer.RESERVED);
  }

  private static Settings.Value powerOn(Rendering rendering) {
    return rendering.proven()
        ? rendering.settings().get("resync.at-power-on")
        : new Settings.Value("yes", Layer.RESERVED);
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
