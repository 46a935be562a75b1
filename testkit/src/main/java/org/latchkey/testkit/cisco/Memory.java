package org.latchkey.testkit.cisco;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latchkey.testkit.phone.PhoneCredential;

/** What survives a power cut. */
final class Memory {
  private final Family family;
  private final Map<String, String> defaults;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> access = new LinkedHashMap<>();
  private final Map<String, String> reported = new LinkedHashMap<>();
  private Customization customization = Customization.OPEN;
  private Optional<PhoneCredential> account = Optional.empty();
  private Firmware firmware;

  Memory(Family family, Firmware firmware) {
    this.family = family;
    this.defaults = FactoryValues.of(family);
    this.firmware = firmware;
  }

  /** Whether the redirect service is still to be asked. */
  enum Customization {
    OPEN,
    /** DHCP or a person was faster. */
    ABORTED,
    ACQUIRED
  }

  void clear(boolean keepAccount) {
    values.clear();
    access.clear();
    reported.clear();
    customization = Customization.OPEN;
    if (!keepAccount) {
      account = Optional.empty();
    }
  }

  Family family() {
    return family;
  }

  /** A parameter's value, that of the factory if no other is stored, else empty. */
  String get(String name) {
    String value = values.get(name);
    return value == null ? defaults.getOrDefault(name, "") : value;
  }

  boolean on(String name) {
    return get(name).equals("Yes");
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /** Back to the factory's value. */
  void restore(String name) {
    values.remove(name);
  }

  String factoryValue(String name) {
    return defaults.getOrDefault(name, "");
  }

  Map<String, String> values() {
    return values;
  }

  /** All parameters by name, those of the factory included. */
  Map<String, String> current() {
    Map<String, String> all = new TreeMap<>(defaults);
    all.putAll(values);
    return all;
  }

  Map<String, String> access() {
    return access;
  }

  /** Parameters as the last report told them. */
  Map<String, String> reported() {
    return reported;
  }

  Customization customization() {
    return customization;
  }

  void customization(Customization state) {
    customization = state;
  }

  /** The typed account, whether or not it counts at the moment. */
  Optional<PhoneCredential> account() {
    return account;
  }

  void account(PhoneCredential typed) {
    account = Optional.of(typed);
  }

  boolean usesAccount() {
    return family.profileAccount()
        && get("Profile_Authentication_Type").equals("Basic Http Authentication");
  }

  Firmware firmware() {
    return firmware;
  }

  void firmware(Firmware other) {
    firmware = other;
  }
}
