package org.latchkey.brand.grandstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.ResyncWindow;
import org.latchkey.config.SettingTable;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;
import org.latchkey.error.RenderException;

/** Neutral settings: what the table says, and what no row of it can say. */
final class GrandstreamSettings {
  /** How all settings are said. */
  static final SettingTable TABLE =
      SettingTable.of(
          Vocabulary.standard(),
          GrandstreamTable.rows("settings-map.txt"),
          GrandstreamTable.maps());

  private static final int LONGEST_PASSWORD = 30;

  private GrandstreamSettings() {}

  static void addPhone(Parameters.Builder out, Settings settings, GrandstreamDialect dialect) {
    TABLE.addPhone(settings, dialect, out);
    GrandstreamClock.add(out, settings, dialect);
    addPassword(out, settings, dialect, "phone.admin.password", "users.admin.password");
    addPassword(out, settings, dialect, "phone.user.password", "users.user.password");
    GrandstreamBooks.add(out, settings, dialect);
    // CVE-2020-5760 begins with a SIP message, CVE-2020-5763 is a way in by SSH
    put(out, dialect, "sip.notify.challenge", dialect.word("0", "Yes"));
    if (!dialect.meets("gxv")) {
      // there it is called the opposite of what it does elsewhere
      put(out, dialect, "security.ssh", dialect.word("1", "No"));
    }
  }

  private static void put(
      Parameters.Builder out, GrandstreamDialect dialect, String name, String value) {
    dialect.put(out, name, new Settings.Value(value, Layer.LIBRARY));
  }

  private static void addPassword(
      Parameters.Builder out,
      Settings settings,
      GrandstreamDialect dialect,
      String setting,
      String parameter) {
    Settings.Value password = settings.get(setting);
    String objection = password.isEmpty() ? "" : objection(password.text(), dialect);
    if (!objection.isEmpty()) {
      throw new RenderException(password.origin().label(), setting, objection);
    }
    // an empty one would be passed over, or open the phone to everybody
    if (!password.isEmpty()) {
      dialect.put(out, parameter, new Settings.Value(password.text(), password.origin(), true));
    }
  }

  private static String objection(String password, GrandstreamDialect dialect) {
    if (dialect.has(GrandstreamQuirk.PASSWORDS_OF_LETTERS_AND_DIGITS)
        && !password.matches("[A-Za-z0-9]*")) {
      return "must be letters and digits on this model";
    }
    if (dialect.has(GrandstreamQuirk.PASSWORDS_OF_THIRTY) && password.length() > LONGEST_PASSWORD) {
      return "must be at most " + LONGEST_PASSWORD + " characters on this model";
    }
    return printableObjection(password);
  }

  /** What is wrong with a name or password that is sent to phones, or the empty text. */
  static String printableObjection(String text) {
    return text.chars().allMatch(c -> c > 0x20 && c < 0x7f)
        ? ""
        : "must be printable ASCII without blanks";
  }

  /** What a layer says and this phone cannot be told. */
  static List<String> unsaid(Rendering rendering, GrandstreamDialect dialect) {
    Settings settings = rendering.settings();
    List<String> unsaid = new ArrayList<>(TABLE.unsaid(settings, dialect));
    if (dialect.has(GrandstreamQuirk.PROTECTS_USERS_VALUES)
        && settings.get("local-changes").text().equals("keep")) {
      unsaid.add("local-changes");
    }
    if (!GrandstreamCodecs.says(settings, dialect)) {
      unsaid.add("audio.codecs");
    }
    Optional<ResyncWindow> window = ResyncWindow.of(settings);
    if (window.isPresent() && !GrandstreamSchedule.saysDays(settings, dialect)) {
      unsaid.add("resync.window.days");
    }
    return List.copyOf(unsaid);
  }
}
