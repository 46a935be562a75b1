package org.latchkey.testkit.polycom;

import java.util.LinkedHashMap;
import java.util.Map;

/** What survives a power cut. */
final class Memory {
  private final Flash flash = new Flash();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> copies = new LinkedHashMap<>();
  private final Map<OverrideFile, Map<String, String>> overrides = new LinkedHashMap<>();
  private Map<String, String> master = Map.of();
  private String firmware;
  private String contacts = "";

  Memory(String firmware) {
    this.firmware = firmware;
  }

  void clear() {
    flash.clear();
    parameters.clear();
    copies.clear();
    overrides.clear();
    master = Map.of();
    contacts = "";
  }

  Flash flash() {
    return flash;
  }

  /** Effective parameters, without those of the flash. */
  Map<String, String> parameters() {
    return parameters;
  }

  /** Files named by the master file as last read, by their reference. */
  Map<String, Map<String, String>> copies() {
    return copies;
  }

  Map<String, String> overrides(OverrideFile which) {
    return overrides.getOrDefault(which, Map.of());
  }

  void overrides(OverrideFile which, Map<String, String> values) {
    overrides.put(which, new LinkedHashMap<>(values));
  }

  /** Attributes of the master file as last read. */
  Map<String, String> master() {
    return master;
  }

  void master(Map<String, String> attributes) {
    master = attributes;
  }

  String firmware() {
    return firmware;
  }

  void firmware(String version) {
    firmware = version;
  }

  String contacts() {
    return contacts;
  }

  void contacts(String xml) {
    contacts = xml;
  }
}
