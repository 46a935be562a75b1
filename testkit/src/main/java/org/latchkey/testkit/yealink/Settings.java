package org.latchkey.testkit.yealink;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings the phone itself reacts to, read in the spelling of its firmware: V81 and later say
 * {@code static.auto_provision...}, earlier ones the same without {@code static.}.
 */
record Settings(Firmware firmware, Map<String, String> values) {
  static final String URL = "auto_provision.server.url";
  static final String USER = "auto_provision.server.username";
  static final String PASSWORD = "auto_provision.server.password";

  private static final String PREFIX = "static.";
  private static final List<String> FAMILIES =
      List.of("auto_provision.", "zero_touch.", "firmware.", "security.user_password");

  static String key(Firmware firmware, String name) {
    return firmware.modern() ? PREFIX + name : name;
  }

  /** Whether this firmware knows the spelling; other settings are ignored. */
  static boolean understood(Firmware firmware, String key) {
    return firmware.modern()
        ? FAMILIES.stream().noneMatch(key::startsWith)
        : !key.startsWith(PREFIX);
  }

  /** Whether the phone itself reacts to the setting. */
  static boolean steering(String key) {
    String name = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
    return FAMILIES.stream().anyMatch(name::startsWith);
  }

  /** The same setting in the spelling of another firmware. */
  static String translate(Firmware to, String key) {
    boolean prefixed = key.startsWith(PREFIX);
    if (to.modern() && !prefixed && steering(key)) {
      return PREFIX + key;
    }
    return !to.modern() && prefixed ? key.substring(PREFIX.length()) : key;
  }

  /** A value that is there and not blank. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(key(firmware, name))).filter(v -> !v.isBlank());
  }

  boolean on(String name, boolean otherwise) {
    return text(name).map("1"::equals).orElse(otherwise);
  }

  /** A number; what is no number or out of range counts as not set. */
  int number(String name, int otherwise, int low, int high) {
    try {
      int number = text(name).map(Integer::parseInt).orElse(otherwise);
      return number < low || number > high ? otherwise : number;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** The image to load, with the product name filled in. */
  Optional<String> firmwareUrl() {
    String product = text("auto_provision.url_wildcard.pn").orElse("$PN");
    return text("firmware.url")
        .filter(u -> !u.equals(ConfigFile.DEFAULT))
        .map(u -> u.replace("$PN", product));
  }

  /** The user's own changes are kept on the server, and beat it. */
  boolean syncsLocalConfig() {
    return firmware.knowsLocalFiles()
        && on("auto_provision.custom.protect", false)
        && on("auto_provision.custom.sync", false);
  }

  boolean backsUpContacts() {
    return firmware.knowsLocalFiles() && on("auto_provision.local_contact.backup.enable", false);
  }

  String uploadMethod() {
    return on("auto_provision.custom.upload_method", false) ? "POST" : "PUT";
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d settings of %s", values.size(), firmware.version());
  }
}
