package org.latchkey.testkit.polycom;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
    Map<OverrideFile, Copy> overrides,
    Optional<String> contacts) {

  /** One file; it is not fresh if it could not be had and what is stored stands in. */
  record Copy(String reference, Map<String, String> values, boolean fresh) {}

  /** Overrides first, then the files from left to right; the first value wins. */
  private Map<String, String> merged(Predicate<Copy> which) {
    Map<String, String> all = new LinkedHashMap<>();
    Stream.concat(Arrays.stream(OverrideFile.values()).map(overrides::get), files.stream())
        .filter(Objects::nonNull)
        .filter(which)
        .forEach(copy -> copy.values().forEach(all::putIfAbsent));
    return all;
  }

  /**
   * Parameters for flash: only with {@code device.set} and a {@code .set} of their own, and only
   * from files that were read in this sweep; older ones were written then, and a person may have
   * changed the flash since.
   */
  Map<String, String> device() {
    Map<String, String> all = merged(Copy::fresh);
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
    Map<String, String> all = merged(copy -> true);
    all.keySet().removeIf(name -> name.startsWith(Flash.PREFIX));
    return all;
  }
}
