package org.latchkey.testkit.grandstream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.PhoneCredential;

/** What survives a power cut. */
final class Memory {
  private final Map<String, String> values = new LinkedHashMap<>();
  private String firmware;
  private String phonebook = "";

  Memory(String firmware) {
    this.firmware = firmware;
  }

  void clear() {
    values.clear();
    phonebook = "";
  }

  /** All of it at one moment. */
  Memory copy() {
    Memory copy = new Memory(firmware);
    copy.restore(this);
    return copy;
  }

  /** Everything as it was when a copy was made. */
  void restore(Memory copy) {
    values.clear();
    values.putAll(copy.values);
    firmware = copy.firmware;
    phonebook = copy.phonebook;
  }

  /** Settings that were ever given, by P number, or by name where the number is not known. */
  Map<String, String> values() {
    return values;
  }

  /** A setting, its default if it was never given. */
  String get(String name) {
    return values.getOrDefault(name, P.standard(name));
  }

  boolean on(String name) {
    return get(name).equals("1");
  }

  /** The pair for the configuration server; without one of the two there is none. */
  Optional<PhoneCredential> credential() {
    return credential(P.USER, P.PASSWORD);
  }

  /**
   * A pair. The phone joins both with a colon, and the receiver splits at the first one: a user
   * name with a colon falls apart.
   */
  Optional<PhoneCredential> credential(String userName, String passwordName) {
    if (get(userName).isEmpty() || get(passwordName).isEmpty()) {
      return Optional.empty();
    }
    String[] parts = (get(userName) + ":" + get(passwordName)).split(":", 2);
    return Optional.of(new PhoneCredential(parts[0], parts[1]));
  }

  String firmware() {
    return firmware;
  }

  void firmware(String version) {
    firmware = version;
  }

  String phonebook() {
    return phonebook;
  }

  void phonebook(String xml) {
    phonebook = xml;
  }
}
