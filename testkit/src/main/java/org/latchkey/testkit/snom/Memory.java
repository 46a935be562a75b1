package org.latchkey.testkit.snom;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.latchkey.testkit.phone.PhoneCredential;

/** What survives a power cut. A setting with an index has the name {@code user_name[1]}. */
final class Memory {
  private static final Set<String> READ_ONLY = Set.of("R", "&", " ");

  private final Keys keys;
  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, String> permissions = new HashMap<>();
  private final Set<String> byPerson = new HashSet<>();
  private final Map<String, String> digests = new HashMap<>();
  private final Set<String> languages = new HashSet<>();
  private Version firmware;

  Memory(Keys keys, String firmware) {
    this.keys = keys;
    this.firmware = new Version(firmware);
  }

  void clear() {
    values.clear();
    permissions.clear();
    byPerson.clear();
    digests.clear();
    languages.clear();
  }

  /** All of it at one moment. */
  Memory copy() {
    Memory copy = new Memory(keys, "0");
    copy.restore(this);
    return copy;
  }

  /** Everything as it was when a copy was made. */
  void restore(Memory copy) {
    clear();
    values.putAll(copy.values);
    permissions.putAll(copy.permissions);
    byPerson.addAll(copy.byPerson);
    digests.putAll(copy.digests);
    languages.addAll(copy.languages);
    firmware = copy.firmware;
  }

  Keys keys() {
    return keys;
  }

  Map<String, String> values() {
    return values;
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  boolean on(String name, boolean otherwise) {
    String value = get(name, "").toLowerCase(Locale.ROOT);
    return value.isEmpty() ? otherwise : Set.of("on", "true", "1").contains(value);
  }

  /** The address in the settings, if they have one. */
  Optional<String> server() {
    return Optional.of(get(keys.server(), "").strip()).filter(s -> !s.isEmpty());
  }

  /** The pair in the settings, if they have one. */
  Optional<PhoneCredential> pair() {
    PhoneCredential pair = new PhoneCredential(get(keys.user(), ""), get(keys.password(), ""));
    return pair.user().isEmpty() ? Optional.empty() : Optional.of(pair);
  }

  /** How the server left a setting to the person at the phone; empty if it did not say. */
  Optional<String> permission(String name) {
    return Optional.ofNullable(permissions.get(name));
  }

  void permission(String name, String permission) {
    permissions.put(name, permission);
  }

  boolean readOnly(String name) {
    return READ_ONLY.contains(permissions.getOrDefault(name, ""));
  }

  /** Settings with the value that a person gave them. */
  Set<String> byPerson() {
    return byPerson;
  }

  /** A person changes settings, all or none of them. */
  void type(Map<String, String> wanted) {
    for (String name : wanted.keySet()) {
      if (readOnly(name)) {
        throw new IllegalStateException(name + " can only be read at the phone");
      }
    }
    values.putAll(wanted);
    byPerson.addAll(wanted.keySet());
  }

  /** Checksums of files as last taken over, by request target. */
  Map<String, String> digests() {
    return digests;
  }

  /** Targets of the language files that were loaded. */
  Set<String> languages() {
    return languages;
  }

  Version firmware() {
    return firmware;
  }

  void firmware(Version version) {
    firmware = version;
  }
}
