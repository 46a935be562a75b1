package org.latchkey.brand.yealink;

import org.latchkey.config.Parameters;
import org.latchkey.config.SettingTable;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;

/** Neutral settings: what the table says, and what no row of it can say. */
final class YealinkSettings {
  /** How all settings are said. */
  static final SettingTable TABLE =
      SettingTable.of(
          Vocabulary.standard(), YealinkTable.rows("settings-map.txt"), YealinkTable.maps());

  private YealinkSettings() {}

  static void addPhone(Parameters.Builder out, Settings settings, YealinkDialect dialect) {
    TABLE.addPhone(settings, dialect, out);
    YealinkClock.add(out, settings);
    YealinkAccess.add(out, settings, dialect);
    YealinkDialling.add(out, settings, dialect);
    YealinkEncryption.add(out, settings, dialect);
  }

  static void addLine(Parameters.Builder out, Settings settings, YealinkDialect dialect, int line) {
    TABLE.addLine(settings, dialect, out, line);
    addKeepAlive(out, settings, line);
    YealinkCodecs.add(out, settings, dialect, line);
  }

  private static void addKeepAlive(Parameters.Builder out, Settings settings, int line) {
    Settings.Value seconds = settings.get("sip.keep-alive");
    Settings.Value method = settings.get("sip.keep-alive.method");
    String nat = "account." + line + ".nat.";
    if (seconds.number() == 0) {
      out.add(nat + "udp_update_enable", 0, seconds.origin());
      return;
    }
    int type =
        switch (method.text()) {
          case "options" -> 2;
          case "notify" -> 3;
          default -> 1;
        };
    out.add(nat + "udp_update_enable", type, method.origin())
        .add(nat + "udp_update_time", seconds.text(), seconds.origin());
  }
}
