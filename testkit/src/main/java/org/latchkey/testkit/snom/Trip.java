package org.latchkey.testkit.snom;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.RoundLog;

/** One call of a phone, restarts included: its faults, its log, and how the memory was before. */
final class Trip {
  private final Memory memory;
  private final FaultPlan faults;
  private final RoundLog log;
  private final Map<String, String> before;
  private boolean found;
  private boolean applied;

  Trip(Memory memory, FaultPlan faults, RoundLog log) {
    this.memory = memory;
    this.faults = faults;
    this.log = log;
    this.before = new TreeMap<>(memory.values());
  }

  FaultPlan faults() {
    return faults;
  }

  RoundLog log() {
    return log;
  }

  /** A configuration file was had and could be read. */
  void found() {
    found = true;
  }

  /** A file with other bytes than last time was taken over. */
  void applied(String file) {
    applied = true;
    log.applied(file);
  }

  /** Tells the log which settings have another value than at the beginning. */
  void reportChanges() {
    memory
        .values()
        .forEach(
            (name, value) -> {
              if (!Objects.equals(before.get(name), value)) {
                log.changed(name);
              }
            });
    before.keySet().stream().filter(n -> !memory.values().containsKey(n)).forEach(log::changed);
  }

  Outcome outcome() {
    if (applied || !before.equals(memory.values())) {
      return Outcome.APPLIED;
    }
    if (log.anyFailed()) {
      return Outcome.FAILED;
    }
    return found ? Outcome.UNCHANGED : Outcome.NOTHING_FOUND;
  }
}
