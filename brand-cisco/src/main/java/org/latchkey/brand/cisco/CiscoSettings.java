package org.latchkey.brand.cisco;

import java.util.ArrayList;
import java.util.List;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.SettingTable;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;

/** Neutral settings: what the table says, and what no row of it can say. */
final class CiscoSettings {
  /** How all settings are said. */
  static final SettingTable TABLE =
      SettingTable.of(
          Vocabulary.standard(), CiscoTable.rows("settings-map.txt"), CiscoTable.maps());

  /** Names the load that a phone shall run; it takes no credential. */
  static final String FIRMWARE = "Upgrade_Rule";

  private static final String USER_PASSWORD = "User_Password";
  private static final String PHONE_BOOK = "phonebook.1.url";
  private static final String SYSLOG = CiscoGrammar.ROUTER + "Log_Configuration/Syslog_Server_";

  private CiscoSettings() {}

  static void add(Parameters.Builder out, Settings settings, CiscoDialect dialect) {
    TABLE.addPhone(settings, dialect, out);
    if (!dialect.isAdapter()) {
      CiscoClock.add(out, settings);
    }
    if (dialect.isMultiplatform()) {
      addUserPassword(out, settings.get("phone.user.password"), dialect);
      Settings.Value port = settings.get(port(settings));
      if (!port.isEmpty()) {
        out.add("Web_Server_Port", port.text(), port.origin());
      }
    }
    Settings.Value book = settings.get(PHONE_BOOK);
    if (!book.isEmpty() && dialect.is("mpp", "spa", "spa525")) {
      CiscoRules.checkUrl(PHONE_BOOK, book.text(), book.origin());
      out.add("XML_Directory_Service_URL", book.text(), book.origin());
    }
    addLog(out, settings, dialect);
    Settings.Value firmware = settings.get("firmware.url");
    if (!firmware.isEmpty()) {
      CiscoRules.checkUrl("firmware.url", firmware.text(), firmware.origin());
    }
    // blank, it ends what another provider has left
    out.add(FIRMWARE, firmware.text(), firmware.origin());
  }

  /** What a layer says and this phone cannot be told. */
  static List<String> unsaid(Settings settings, CiscoDialect dialect) {
    List<String> unsaid = new ArrayList<>(TABLE.unsaid(settings, dialect));
    if (settings.get("resync.notify").text().equals("reboot")) {
      unsaid.add("resync.notify");
    }
    if (dialect.isMultiplatform()) {
      boolean https = settings.get("web.https").flag();
      String other = https ? "web.http.port" : "web.https.port";
      if (!settings.get(other).isEmpty()) {
        unsaid.add(other);
      }
      if (https && settings.get("web.http").flag()) {
        unsaid.add("web.http");
      }
    }
    if (!CiscoCodecs.says(settings.get("audio.codecs"), dialect)) {
      unsaid.add("audio.codecs");
    }
    return unsaid.stream()
        .filter(name -> settings.get(name).origin() != Layer.LIBRARY)
        .distinct()
        .toList();
  }

  /** The settings of one line. */
  static void addLine(Parameters.Builder out, Settings settings, CiscoDialect dialect, int line) {
    TABLE.addLine(settings, dialect, out, line);
    CiscoCodecs.add(out, settings.get("audio.codecs"), dialect, line);
    Settings.Value port = settings.get("sip.local-port");
    if (!port.isEmpty()) {
      // each line has a port of its own
      long own = Math.min(port.number() + line - 1, 65_535);
      out.add("SIP_Port_" + line + "_", own, port.origin());
    }
    Settings.Value plan = settings.get("dial.plan");
    if (!plan.isEmpty()) {
      // a pattern that is complete waits for a moment by itself
      String patterns = plan.text().replace("T", "");
      out.add("Dial_Plan_" + line + "_", "(" + patterns + ")", plan.origin());
    }
  }

  /** The pages are served by one protocol; under TLS if that is allowed. */
  private static String port(Settings settings) {
    return settings.get("web.https").flag() ? "web.https.port" : "web.http.port";
  }

  /** One that nobody asked for would close menus to their users; none at all asks them for one. */
  private static void addUserPassword(
      Parameters.Builder out, Settings.Value password, CiscoDialect dialect) {
    boolean generated = password.origin() == Layer.LIBRARY;
    boolean none = generated && dialect.has(CiscoQuirk.USER_PASSWORD_LOCKS_MENUS);
    out.addSecret(USER_PASSWORD, none ? "" : password.text(), password.origin());
  }

  private static void addLog(Parameters.Builder out, Settings settings, CiscoDialect dialect) {
    Settings.Value host = settings.get("syslog.host");
    Settings.Value port = settings.get("syslog.port");
    boolean both = !host.isEmpty() && !port.isEmpty();
    if (!dialect.isAdapter()) {
      Layer origin =
          both && port.origin().compareTo(host.origin()) > 0 ? port.origin() : host.origin();
      String server = host.text() + (both ? ":" + port.text() : "");
      out.add("Syslog_Server", server, origin);
      return;
    }
    out.add(SYSLOG + "IP", host.text(), host.origin());
    if (both) {
      out.add(SYSLOG + "Port", port.text(), port.origin());
    }
  }
}
