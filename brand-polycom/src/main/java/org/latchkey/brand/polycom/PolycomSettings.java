package org.latchkey.brand.polycom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.SettingTable;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;
import org.latchkey.error.RenderException;

/** Neutral settings: what the table says, and what no row of it can say. */
final class PolycomSettings {
  /** How all settings are said. */
  static final SettingTable TABLE =
      SettingTable.of(
          Vocabulary.standard(), PolycomTable.rows("settings-map.txt"), PolycomTable.maps());

  private static final List<List<String>> CODECS = PolycomTable.rows("codecs.txt");

  /** The phone's own pages take none of these in a password. */
  private static final String NOT_IN_PASSWORDS = "<>[]{}()\"`";

  private PolycomSettings() {}

  static void add(Parameters.Builder out, Settings settings, PolycomDialect dialect) {
    TABLE.addPhone(settings, dialect, out);
    PolycomClock.add(out, settings, dialect);
    PolycomDialling.add(out, settings, dialect);
    addCodecs(out, settings.get("audio.codecs"), dialect);
    addPassword(out, settings, "phone.admin.password", "device.auth.localAdminPassword");
    addPassword(out, settings, "phone.user.password", "device.auth.localUserPassword");
    addLog(out, settings);
    if (dialect.has(PolycomQuirk.BASE_PROFILE)) {
      out.add("device.baseProfile", "Generic", Layer.LIBRARY);
    }
    if (dialect.has(PolycomQuirk.LICENCE_SCREEN)) {
      out.add("device.eulaAccepted", 1, Layer.LIBRARY);
    }
    if (dialect.has(PolycomQuirk.UPLOADS_OF_CORES_FAIL)) {
      out.add("Diags.dumpcore.enabled", 0, Layer.LIBRARY)
          .add("prov.autoConfigUpload.enabled", 0, Layer.LIBRARY);
    }
  }

  /** What a layer says and this phone cannot be told. */
  static List<String> unsaid(Settings settings, PolycomDialect dialect) {
    List<String> unsaid = new ArrayList<>(TABLE.unsaid(settings, dialect));
    for (String name : List.of("tls.trust", "tls.version")) {
      Settings.Value value = settings.get(name);
      if (!value.isEmpty() && !PolycomReserved.says(name, value.text(), dialect)) {
        unsaid.add(name);
      }
    }
    Settings.Value codecs = settings.get("audio.codecs");
    if (ordered(codecs, known(dialect)).size() < codecs.words().size()) {
      unsaid.add("audio.codecs");
    }
    return List.copyOf(unsaid);
  }

  static void addPassword(
      Parameters.Builder out, Settings settings, String setting, String parameter) {
    Settings.Value password = settings.get(setting);
    if (!password.isEmpty()) {
      String objection = passwordObjection(password.text());
      if (!objection.isEmpty()) {
        throw new RenderException(password.origin().label(), setting, objection);
      }
      out.addSecret(parameter, password.text(), password.origin());
    }
  }

  /** What is wrong with a name or password of the phone, or the empty text. */
  static String passwordObjection(String text) {
    return text.chars().allMatch(c -> c > 0x20 && c < 0x7f && NOT_IN_PASSWORDS.indexOf(c) < 0)
        ? ""
        : "must be printable ASCII without blanks, brackets, quotes and backticks";
  }

  private static void addLog(Parameters.Builder out, Settings settings) {
    Settings.Value host = settings.get("syslog.host");
    Settings.Value transport = settings.get("syslog.transport");
    String how = transport.isEmpty() ? "udp" : transport.text();
    Layer origin = host.isEmpty() || transport.isEmpty() ? host.origin() : transport.origin();
    out.add(
        "device.syslog.transport", host.isEmpty() ? "None" : how.toUpperCase(Locale.ROOT), origin);
    if (!host.isEmpty()) {
      out.add("device.syslog.prependMac", 1, host.origin());
    }
  }

  private static List<List<String>> known(PolycomDialect dialect) {
    return CODECS.stream()
        .filter(row -> !row.get(0).equals("opus") || !dialect.has(PolycomQuirk.NO_OPUS))
        .toList();
  }

  private static List<List<String>> ordered(Settings.Value wanted, List<List<String>> known) {
    List<List<String>> ordered = new ArrayList<>();
    for (String word : wanted.words()) {
      known.stream().filter(row -> row.get(0).equals(word)).forEach(ordered::add);
    }
    return ordered;
  }

  /**
   * Places of codecs, from 1; 0 switches one off. Without any that it knows a phone has its own.
   */
  private static void addCodecs(
      Parameters.Builder out, Settings.Value wanted, PolycomDialect dialect) {
    List<List<String>> known = known(dialect);
    List<List<String>> ordered = ordered(wanted, known);
    if (ordered.isEmpty()) {
      return;
    }
    for (List<String> codec : known) {
      int place = ordered.indexOf(codec) + 1;
      out.add("voice.codecPref." + codec.get(1), place, wanted.origin());
      if (dialect.has(PolycomQuirk.OLD_CODEC_NAMES) && !codec.get(2).isEmpty()) {
        out.add("voice.codecPref." + codec.get(2), place, wanted.origin());
      }
    }
  }
}
