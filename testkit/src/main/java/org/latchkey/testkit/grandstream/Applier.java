package org.latchkey.testkit.grandstream;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.RoundLog;

/**
 * Writes the values of one file as soon as it was read, in two steps that a power cut can separate:
 * where and how the phone provisions, then everything else. A step without any change is left out.
 */
final class Applier {
  private final Memory memory;
  private final FaultPlan faults;
  private final RoundLog log;

  Applier(Memory memory, FaultPlan faults, RoundLog log) {
    this.memory = memory;
    this.faults = faults;
    this.log = log;
  }

  /** What was different from before. */
  record Written(boolean any, boolean path, boolean restart) {}

  Written apply(String file, Map<String, String> values) {
    List<String> changed =
        values.entrySet().stream()
            .filter(e -> !memory.get(e.getKey()).equals(e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    Predicate<String> provisioning = P.PROVISIONING::contains;
    step(values, changed, provisioning);
    step(values, changed, provisioning.negate());
    if (changed.isEmpty()) {
      log.unchanged(file);
    } else {
      log.applied(file);
    }
    return new Written(
        !changed.isEmpty(),
        changed.contains(P.SERVER),
        changed.stream().anyMatch(P.RESTARTING::contains));
  }

  private void step(Map<String, String> values, List<String> changed, Predicate<String> which) {
    if (changed.stream().noneMatch(which)) {
      return;
    }
    faults.applyStep();
    changed.stream()
        .filter(which)
        .forEach(
            name -> {
              memory.values().put(name, values.getOrDefault(name, ""));
              log.changed(name);
            });
  }
}
