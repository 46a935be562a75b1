package org.latchkey.testkit.cisco;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.RoundLog;

/**
 * Writes profiles to memory, each in one step as soon as it is read. A profile that changes nothing
 * is no step.
 */
final class Applier {
  private final CiscoSetup setup;
  private final Memory memory;
  private final FaultPlan faults;
  private final RoundLog log;
  private int changes;

  Applier(CiscoSetup setup, Memory memory, FaultPlan faults, RoundLog log) {
    this.setup = setup;
    this.memory = memory;
    this.faults = faults;
    this.log = log;
  }

  /** Whether anything was changed so far. */
  boolean changed() {
    return changes > 0;
  }

  /** How many profiles and rules changed anything so far. */
  int changes() {
    return changes;
  }

  /** Returns whether a value changed. */
  boolean apply(String file, Profile profile) {
    Map<String, Optional<String>> wanted = new LinkedHashMap<>();
    Map<String, String> access = new LinkedHashMap<>();
    Set<String> ignored = new LinkedHashSet<>();
    for (Profile.Entry entry : profile.entries()) {
      String name = entry.name().intern(); // they are the same in thousands of phones
      if (!Names.known(memory.family(), name)) {
        ignored.add(name);
        continue;
      }
      entry.access().ifPresent(a -> access.put(name, a));
      boolean keeps =
          setup.emptyValue() == EmptyValue.CLEARS_WITHOUT_ACCESS
              && entry.value().isEmpty()
              && entry.access().isPresent();
      if (!keeps) {
        wanted.put(name, value(entry.value()));
      }
    }
    if (!ignored.isEmpty()) {
      log.note(file + ": unknown names ignored: " + String.join(" ", ignored));
    }
    boolean differs = write(wanted);
    memory.access().putAll(access);
    if (differs) {
      log.applied(file);
    } else {
      log.unchanged(file);
    }
    return differs;
  }

  /** What a rule itself sets. */
  void assign(Map<String, String> values) {
    Map<String, Optional<String>> wanted = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (Names.known(memory.family(), name)) {
            wanted.put(name, Optional.of(value));
          }
        });
    write(wanted);
  }

  /** The value to store, or empty for that of the factory. */
  private Optional<String> value(String text) {
    if (setup.emptyValue() != EmptyValue.RESTORES_DEFAULT) {
      return Optional.of(text);
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.equals("\"\"") ? "" : text);
  }

  private boolean write(Map<String, Optional<String>> wanted) {
    List<String> differing =
        wanted.entrySet().stream().filter(this::differs).map(Map.Entry::getKey).toList();
    if (differing.isEmpty()) {
      return false;
    }
    faults.applyStep();
    wanted.forEach(
        (name, value) ->
            value.ifPresentOrElse(v -> memory.put(name, v), () -> memory.restore(name)));
    differing.forEach(log::changed);
    changes++;
    return true;
  }

  private boolean differs(Map.Entry<String, Optional<String>> entry) {
    String name = entry.getKey();
    String value = entry.getValue().orElseGet(() -> memory.factoryValue(name));
    return !memory.get(name).equals(value);
  }
}
