package org.latchkey.testkit.yealink;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.PhoneCredential;

/** What survives a power cut. */
final class Memory {
  /** A command that may come several times, as {@code name:password}. */
  private static final String USER_PASSWORD = "security.user_password";

  private final boolean lean;
  private final Map<String, String> config = new LinkedHashMap<>();
  private final Map<String, String> checksums = new LinkedHashMap<>();
  private final Map<String, String> logins = new LinkedHashMap<>();
  private Firmware firmware;
  private String contacts = "";

  /** A lean memory forgets settings that do not steer provisioning. */
  Memory(Firmware firmware, boolean lean) {
    this.firmware = firmware;
    this.lean = lean;
    clear();
  }

  void clear() {
    config.clear();
    checksums.clear();
    contacts = "";
    logins.clear();
    logins.put("admin", "admin");
    logins.put("user", "user");
  }

  Firmware firmware() {
    return firmware;
  }

  /** Takes over another firmware; the settings stay, in its spelling. */
  void flash(Firmware other) {
    firmware = other;
    Map<String, String> old = new LinkedHashMap<>(config);
    config.clear();
    old.forEach((key, value) -> config.put(Settings.translate(other, key), value));
  }

  Map<String, String> config() {
    return config;
  }

  Map<String, String> checksums() {
    return checksums;
  }

  Map<String, String> logins() {
    return logins;
  }

  String contacts() {
    return contacts;
  }

  void contacts(String xml) {
    contacts = xml;
  }

  Settings settings() {
    return new Settings(firmware, config);
  }

  /** The stored credential; a stored user name without password counts. */
  Optional<PhoneCredential> credential() {
    Settings settings = settings();
    String password = settings.text(Settings.PASSWORD).orElse("");
    return settings.text(Settings.USER).map(user -> new PhoneCredential(user, password));
  }

  void server(String url) {
    config.put(Settings.key(firmware, Settings.URL), url);
  }

  void forgetCredential() {
    config.remove(Settings.key(firmware, Settings.USER));
    config.remove(Settings.key(firmware, Settings.PASSWORD));
  }

  void credential(String user, String password) {
    config.put(Settings.key(firmware, Settings.USER), user);
    config.put(Settings.key(firmware, Settings.PASSWORD), password);
  }

  /** Writes one file's settings into a map, which may be a copy of the configuration. */
  void merge(ConfigFile file, Map<String, String> target) {
    for (ConfigFile.Entry entry : file.entries()) {
      String key = entry.key();
      String value = entry.value();
      boolean kept = !lean || Settings.steering(key);
      if (value.isEmpty() || !kept || !Settings.understood(firmware, key)) {
        continue;
      }
      if (value.equals(ConfigFile.DEFAULT)) {
        target.remove(key);
      } else {
        target.put(key, value.equals(ConfigFile.EMPTY) ? "" : value);
      }
    }
  }

  /** Carries out the commands of one file that are no settings. */
  void command(ConfigFile file) {
    for (ConfigFile.Entry entry : file.entries()) {
      int colon = entry.value().indexOf(':');
      if (entry.key().equals(Settings.key(firmware, USER_PASSWORD)) && colon > 0) {
        logins.put(entry.value().substring(0, colon), entry.value().substring(colon + 1));
      }
    }
  }
}
