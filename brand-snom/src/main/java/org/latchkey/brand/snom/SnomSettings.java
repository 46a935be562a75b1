package org.latchkey.brand.snom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.config.SettingTable;
import org.latchkey.config.Settings;
import org.latchkey.device.Line;

/** Neutral settings of the D and M series: what the table says, and what no row of it can say. */
final class SnomSettings {
  static final SettingTable TABLE = SnomTable.settings("settings-map.txt");

  /** Works only as the first setting of the file (wazo_snom). */
  private static final String REBOOT = "auto_reboot_on_setting_change";

  private static final String KEEP = "keep";

  /** The user may change it, and from then on the server does not. */
  private static final String KEPT = "!";

  private static final String STUN = "sip.stun.host";
  private static final Map<String, String> HARD_KEYS = SnomTable.pairs("hard-keys.txt");

  /** Keys with a sign of their own (nethesis/tancredi, snom.tmpl). */
  private static final Map<String, String> ACTIONS =
      Map.of(
          "up", "idle_up_key_action",
          "down", "idle_down_key_action",
          "left", "idle_left_key_action",
          "right", "idle_right_key_action",
          "ok", "idle_ok_key_action",
          "cancel", "idle_cancel_key_action",
          "hold", "dkey_hold",
          "transfer", "dkey_transfer");

  private static final List<String> ACTION_ORDER =
      List.of("up", "down", "left", "right", "ok", "cancel", "hold", "transfer");

  private SnomSettings() {}

  static void add(Parameters.Builder out, Rendering rendering, SnomDialect dialect) {
    Settings settings = rendering.settings();
    Parameters.Builder changeable = Parameters.builder();
    if (SnomModels.isDect(dialect.model())) {
      TABLE.addPhone(settings, dialect, out);
      SnomAccess.addRoles(out, settings);
      return;
    }
    out.add(REBOOT, "on", Layer.LIBRARY);
    SnomAccess.add(out, settings);
    // the wizard would ask somebody for a language at each start
    out.add("logon_wizard", "off", Layer.LIBRARY)
        // or anybody who reaches the phone makes it ask, or start again
        .add("challenge_checksync", "on", Layer.LIBRARY)
        .add("challenge_reboot", "on", Layer.LIBRARY);
    TABLE.addPhone(settings, dialect, changeable);
    SnomClock.add(changeable, settings);
    addStun(changeable, settings);
    addHardKeys(changeable, settings);
    addDirectory(changeable, settings);
    addVoicemail(changeable, rendering.device().lines());
    addKept(out, changeable.build(), settings.get("local-changes"));
    // it stands in a file of its own, which could not be written either
    SnomText.check("firmware.url", settings.get("firmware.url"));
  }

  private static void addKept(Parameters.Builder out, Parameters changeable, Settings.Value local) {
    for (Parameter each : changeable.list()) {
      if (each.secret()) {
        out.addSecret(each.name(), each.value(), each.origin());
      } else {
        out.add(each.name(), each.value(), each.origin());
      }
      addKept(out, each.name(), local);
    }
  }

  static void addKept(Parameters.Builder out, String name, Settings.Value local) {
    if (local.text().equals(KEEP)) {
      out.add(name + "@" + SnomNames.PERM, KEPT, local.origin());
    } else if (!local.isEmpty()) {
      out.add(name + "@" + SnomNames.PERM, "RW", local.origin());
    }
  }

  /** What a layer says and this phone cannot be told. */
  static List<String> unsaid(Rendering rendering, SnomDialect dialect) {
    Settings settings = rendering.settings();
    List<String> unsaid = new ArrayList<>(TABLE.unsaid(settings, dialect));
    if (SnomModels.isDect(dialect.model())) {
      addIfSaid(unsaid, settings, "resync.interval");
      addIfSaid(unsaid, settings, "resync.window.start");
      addIfSaid(unsaid, settings, "resync.window.end");
      return unsaid;
    }
    if (dialect.has(SnomQuirk.NO_POLLING)) {
      addIfSaid(unsaid, settings, "resync.window.start");
      addIfSaid(unsaid, settings, "resync.window.end");
    }
    if (!SnomClock.says(settings.get(SnomClock.ZONE))) {
      unsaid.add(SnomClock.ZONE);
    }
    ACTION_ORDER.forEach(
        key -> {
          if (action(settings, key).isEmpty()) {
            addIfSaid(unsaid, settings, type(key));
            addIfSaid(unsaid, settings, value(key));
          } else if (!template(settings, key).contains(SnomKeys.VALUE)) {
            addIfSaid(unsaid, settings, value(key));
          }
        });
    if (settings.get(STUN).isEmpty()) {
      addIfSaid(unsaid, settings, "sip.stun.port");
    }
    unsaid.addAll(SnomLines.unsaid(rendering));
    unsaid.addAll(SnomDialling.unsaid(rendering));
    return unsaid;
  }

  static void addIfSaid(List<String> unsaid, Settings settings, String name) {
    Settings.Value value = settings.get(name);
    if (!value.isEmpty() && value.origin() != Layer.LIBRARY) {
      unsaid.add(name);
    }
  }

  private static void addStun(Parameters.Builder out, Settings settings) {
    Settings.Value host = settings.get(STUN);
    if (!host.isEmpty()) {
      Settings.Value port = settings.get("sip.stun.port");
      String server = SnomLines.host(host.text()) + (port.isEmpty() ? "" : ":" + port.text());
      Layer origin = host.origin().compareTo(port.origin()) > 0 ? host.origin() : port.origin();
      out.add("stun_server", server, origin);
    }
  }

  private static void addHardKeys(Parameters.Builder out, Settings settings) {
    for (String key : ACTION_ORDER) {
      Optional<String> action = action(settings, key);
      if (action.isPresent()) {
        Settings.Value value = settings.get(value(key));
        SnomText.check(value(key), value);
        Layer origin = settings.get(type(key)).origin();
        out.add(
            ACTIONS.getOrDefault(key, ""),
            action.get(),
            value.origin().compareTo(origin) > 0 ? value.origin() : origin);
      }
    }
  }

  /** What a key does; nothing if it has no type, or one that needs a value without one. */
  private static Optional<String> action(Settings settings, String key) {
    String template = template(settings, key);
    String value = settings.get(value(key)).text();
    return template.isEmpty() || (template.contains(SnomKeys.VALUE) && value.isEmpty())
        ? Optional.empty()
        : Optional.of(template.replace(SnomKeys.VALUE, value));
  }

  private static String template(Settings settings, String key) {
    @Nullable String template = HARD_KEYS.get(settings.get(type(key)).text());
    return template == null ? "" : template;
  }

  private static String type(String key) {
    return "hardkey." + key + ".type";
  }

  private static String value(String key) {
    return "hardkey." + key + ".value";
  }

  private static void addDirectory(Parameters.Builder out, Settings settings) {
    Settings.Value url = settings.get("phonebook.1.url");
    if (!url.isEmpty()) {
      SnomText.check("phonebook.1.url", url);
      out.add("dkey_directory", "url " + url.text(), url.origin());
    } else if (!settings.get("ldap.host").isEmpty()) {
      out.add("dkey_directory", "keyevent F_DIRECTORY_SEARCH", settings.get("ldap.host").origin());
    }
  }

  private static void addVoicemail(Parameters.Builder out, List<Line> lines) {
    lines.stream()
        .flatMap(line -> line.voicemail().stream())
        .findFirst()
        .ifPresent(number -> out.add("dkey_retrieve", "speed " + number, Layer.DEVICE));
  }
}
