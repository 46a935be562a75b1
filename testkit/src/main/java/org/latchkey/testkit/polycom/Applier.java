package org.latchkey.testkit.polycom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.RoundLog;

/**
 * Writes what sweeps found, in two steps that a power cut can separate: the flash, then everything
 * else. A step without any change is left out.
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

  /** What was written. */
  record Written(boolean flash, boolean parameters) {
    boolean any() {
      return flash || parameters;
    }
  }

  Written apply(Findings findings) {
    boolean flash = flash(findings.device());
    for (Findings.Copy file : findings.files()) {
      if (!file.fresh()) {
        log.note(file.reference() + ": the copy of last time is used");
      } else if (file.values().equals(memory.copies().get(file.reference()))) {
        log.unchanged(file.reference());
      } else {
        log.applied(file.reference());
      }
    }
    return new Written(flash, parameters(findings));
  }

  private boolean flash(Map<String, String> device) {
    List<String> differing = memory.flash().differing(device);
    if (differing.isEmpty()) {
      return false;
    }
    faults.applyStep();
    device.forEach(memory.flash()::put);
    differing.forEach(log::changed);
    return true;
  }

  private boolean parameters(Findings findings) {
    Map<String, String> before = new LinkedHashMap<>(memory.parameters());
    Map<String, String> after = findings.parameters();
    boolean changed = !before.equals(after);
    if (changed) {
      faults.applyStep();
    }
    memory.master(findings.master());
    memory.copies().clear();
    findings.files().forEach(f -> memory.copies().put(f.reference(), f.values()));
    findings.overrides().forEach((which, copy) -> memory.overrides(which, copy.values()));
    findings.contacts().ifPresent(memory::contacts);
    memory.parameters().clear();
    memory.parameters().putAll(after);
    after.forEach(
        (name, value) -> {
          if (!Objects.equals(before.get(name), value)) {
            log.changed(name);
          }
        });
    before.keySet().stream().filter(n -> !after.containsKey(n)).forEach(log::changed);
    return changed;
  }
}
