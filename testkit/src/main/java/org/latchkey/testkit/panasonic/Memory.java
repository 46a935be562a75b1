package org.latchkey.testkit.panasonic;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What survives a power cut: for each file what it ever said, and what a person typed. */
final class Memory {
  private final Family family;
  private final Map<Layer, Map<String, String>> layers = new EnumMap<>(Layer.class);
  private final Map<String, String> typed = new LinkedHashMap<>();
  private String firmware;

  Memory(Family family, String firmware) {
    this.family = family;
    this.firmware = firmware;
  }

  void clear() {
    layers.clear();
    typed.clear();
  }

  String firmware() {
    return firmware;
  }

  void firmware(String version) {
    firmware = version;
  }

  /** Effective values; a parameter that was cleared is there and empty. */
  Map<String, String> values() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(Settings.USER_AGENT, Settings.FACTORY_USER_AGENT);
    if (!family.typedOutranks()) {
      all.putAll(typed);
    }
    Layer[] strongestFirst = Layer.values();
    for (int i = strongestFirst.length - 1; i >= 0; i--) {
      all.putAll(layers.getOrDefault(strongestFirst[i], Map.of()));
    }
    if (family.typedOutranks()) {
      all.putAll(typed);
    }
    return all;
  }

  Settings settings() {
    return new Settings(values());
  }

  /** A value that a person typed and that counts now. */
  Optional<String> typed(String name) {
    return Optional.ofNullable(typed.get(name)).filter(v -> !v.isEmpty());
  }

  /** A person types a value, which counts at once. */
  void type(String name, String value) {
    if (!family.typedOutranks()) {
      layers.values().forEach(layer -> layer.remove(name));
    }
    typed.put(name, value);
  }

  /** Whether writing these values would change anything that is stored. */
  boolean differs(Layer layer, Map<String, ConfigFile.Value> values) {
    Map<String, String> present = layers.getOrDefault(layer, Map.of());
    return values.entrySet().stream()
        .anyMatch(
            e ->
                !e.getValue().text().equals(present.get(e.getKey()))
                    || (e.getValue().beatsTyped() && typed.containsKey(e.getKey())));
  }

  /** Writes what a file says; what it does not name stays. */
  void write(Layer layer, Map<String, ConfigFile.Value> values) {
    Map<String, String> present = layers.computeIfAbsent(layer, l -> new LinkedHashMap<>());
    values.forEach(
        (name, value) -> {
          present.put(name, value.text());
          if (value.beatsTyped()) {
            typed.remove(name);
          }
        });
  }
}
