package org.latchkey.brand.panasonic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.latchkey.config.Parameters;
import org.latchkey.config.SettingTable;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;
import org.latchkey.error.RenderException;

/** Neutral settings: what the table says, and what no row of it can say. */
final class PanasonicSettings {
  /** How all settings are said. */
  static final SettingTable TABLE =
      SettingTable.of(
          Vocabulary.standard(), PanasonicTable.rows("settings-map.txt"), PanasonicTable.maps());

  private static final int KEY = 32;
  private static final int LAST_PORT = 65_535;

  private PanasonicSettings() {}

  static void addPhone(Parameters.Builder out, Settings settings, PanasonicDialect dialect) {
    TABLE.addPhone(settings, dialect, out);
    PanasonicAccess.add(out, settings, dialect);
    PanasonicClock.add(out, settings, dialect);
    addDirectory(out, settings.get("ldap.host"), dialect);
    addKey(out, settings.get("encryption.key"), dialect);
  }

  static void addLine(
      Parameters.Builder out, Settings settings, PanasonicDialect dialect, int line) {
    TABLE.addLine(settings, dialect, out, line);
    addPort(out, settings.get("sip.local-port"), dialect, line);
    PanasonicCodecs.add(out, settings.get("audio.codecs"), dialect, line);
    addPlan(out, settings.get("dial.plan"), dialect, line);
  }

  /** What a layer says and this phone cannot be told, of what the table leaves to code. */
  static List<String> unsaid(Settings settings, PanasonicDialect dialect) {
    List<String> unsaid = new ArrayList<>(TABLE.unsaid(settings, dialect));
    if (!settings.get("resync.notify").text().equals("resync")) {
      unsaid.add("resync.notify");
    }
    Settings.Value verify = settings.get("tls.verify");
    if (!dialect.isXml() && !verify.isEmpty() && verify.flag()) {
      unsaid.add("tls.verify");
    }
    if (dialect.isXml() && settings.get("local-changes").text().equals("keep")) {
      unsaid.add("local-changes");
    }
    if (dialect.has(PanasonicQuirk.ZONE_BY_COUNTRY)) {
      unsaid.add(PanasonicClock.ZONE);
    }
    Settings.Value codecs = settings.get("audio.codecs");
    if (!codecs.isEmpty() && !PanasonicCodecs.saysAll(codecs, dialect)) {
      unsaid.add("audio.codecs");
    }
    boolean hasLines = dialect.isXml() || dialect.meets("lines");
    for (String ofLine : List.of("sip.local-port", "dial.plan")) {
      if (!hasLines && !settings.get(ofLine).isEmpty()) {
        unsaid.add(ofLine);
      }
    }
    return unsaid;
  }

  private static void addDirectory(
      Parameters.Builder out, Settings.Value host, PanasonicDialect dialect) {
    if (dialect.meets("desk")) {
      String server = host.isEmpty() ? "" : "ldap://" + host.text();
      out.add("LDAP_SERVER", server, host.origin());
    }
  }

  /** The key's form is known of KX-UTG alone (KX-UTG200 guide page 48). */
  private static void addKey(Parameters.Builder out, Settings.Value key, PanasonicDialect dialect) {
    if (dialect.isXml() && !key.isEmpty()) {
      if (key.text().length() != KEY) {
        throw new RenderException(
            key.origin().label(), "encryption.key", "must be " + KEY + " characters");
      }
      PanasonicText.check(key.origin(), "encryption.key", key.text(), true);
      out.addSecret(PanasonicReserved.PROVISIONING + "/CFG_FILE_KEY", key.text(), key.origin());
    }
  }

  /** Each line has a port of its own. */
  private static void addPort(
      Parameters.Builder out, Settings.Value port, PanasonicDialect dialect, int line) {
    if (port.isEmpty()) {
      return;
    }
    long own = port.number() + line - 1;
    if (own > LAST_PORT) {
      throw new RenderException(
          port.origin().label(), "sip.local-port", "must leave a port for each line");
    }
    out.add(PanasonicLines.name(dialect, "Sip", "SIP_SRC_PORT", line), own, port.origin());
  }

  /** KX-UTG takes small letters for any digit, the others capital ones. */
  private static void addPlan(
      Parameters.Builder out, Settings.Value plan, PanasonicDialect dialect, int line) {
    PanasonicText.check(plan.origin(), "dial.plan", plan.text(), dialect.isXml());
    String patterns = dialect.isXml() ? plan.text() : plan.text().toUpperCase(Locale.ROOT);
    out.add(PanasonicLines.name(dialect, "CallCtrl", "DIAL_PLAN", line), patterns, plan.origin());
  }
}
