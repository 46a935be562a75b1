package org.latchkey.testkit.polycom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one sweep found. Nothing of it counts before the sweep is over.
 *
 * @param master attributes of the master file
 * @param files the parameter files in order
 * @param overrides the person's changes as they are now on the server
 * @param contacts the contact list, if the server has one
 */
record Findings(
    Map<String, String> master,
    List<Copy> files,
    Map<OverrideFile, Map<String, String>> overrides,
    Optional<String> contacts) {

  /** One parameter file; it is not fresh if it could not be had and the last copy stands in. */
  record Copy(String reference, Map<String, String> values, boolean fresh) {}

  /** All values: overrides first, then the files from left to right; the first one wins. */
  private Map<String, String> merged() {
    Map<String, String> all = new LinkedHashMap<>();
    for (OverrideFile which : OverrideFile.values()) {
      overrides.getOrDefault(which, Map.of()).forEach(all::putIfAbsent);
    }
    files.forEach(f -> f.values().forEach(all::putIfAbsent));
    return all;
  }

  /** Parameters for flash: only with {@code device.set} and a {@code .set} of their own. */
  Map<String, String> device() {
    Map<String, String> all = merged();
    Map<String, String> device = new LinkedHashMap<>();
    if ("1".equals(all.get(Flash.PREFIX + "set"))) {
      all.forEach(
          (name, value) -> {
            if (name.startsWith(Flash.PREFIX) && "1".equals(all.get(name + ".set"))) {
              device.put(name, value);
            }
          });
    }
    return device;
  }

  /** The other parameters. */
  Map<String, String> parameters() {
    Map<String, String> all = merged();
    all.keySet().removeIf(name -> name.startsWith(Flash.PREFIX));
    return all;
  }
}
