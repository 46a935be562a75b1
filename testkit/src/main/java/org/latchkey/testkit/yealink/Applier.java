package org.latchkey.testkit.yealink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.latchkey.testkit.phone.FaultPlan;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.RoundLog;

/**
 * Writes the files of a round to memory when the round ends: for each its settings, then its
 * checksum, so that a power cut in between makes the phone apply the file again.
 *
 * <p>A file with the bytes of last time is left out. Only if a file before it changed are its
 * settings written once more, because the later file wins.
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

  Outcome apply(List<LoadedFile> files, boolean overwrite) {
    files.stream().filter(f -> !f.changed()).forEach(f -> log.unchanged(f.name()));
    if (files.isEmpty()) {
      return log.anyFailed() ? Outcome.FAILED : Outcome.NOTHING_FOUND;
    }
    if (files.stream().noneMatch(LoadedFile::changed)) {
      log.note("update skipped");
      return Outcome.UNCHANGED;
    }
    Map<String, String> before = new LinkedHashMap<>(memory.config());
    boolean writing = overwrite;
    boolean cleared = false;
    for (LoadedFile file : files) {
      writing |= file.changed();
      if (!writing) {
        continue;
      }
      faults.applyStep();
      if (overwrite && !cleared) {
        memory.config().clear();
        cleared = true;
      }
      memory.merge(file.config(), memory.config());
      memory.command(file.config());
      file.contacts().ifPresent(memory::contacts);
      faults.applyStep();
      memory.checksums().put(file.name(), file.md5());
      if (file.changed()) {
        log.applied(file.name());
      }
    }
    reportChanges(before);
    return Outcome.APPLIED;
  }

  private void reportChanges(Map<String, String> before) {
    memory
        .config()
        .forEach(
            (key, value) -> {
              if (!Objects.equals(before.get(key), value)) {
                log.changed(key);
              }
            });
    before.keySet().stream().filter(k -> !memory.config().containsKey(k)).forEach(log::changed);
  }
}
