package org.latchkey.testkit.grandstream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.RoundLog;

/** Decides which values of a file the phone takes, and what it makes of empty ones. */
final class Intake {
  private final GrandstreamKind kind;
  private final RoundLog log;
  private final String file;
  private final Map<String, String> taken = new LinkedHashMap<>();

  Intake(GrandstreamKind kind, RoundLog log, String file) {
    this.kind = kind;
    this.log = log;
    this.file = file;
  }

  /** Values to store, by the name they are stored under. */
  Map<String, String> of(ConfigXml xml) {
    xml.ignored().forEach(name -> log.note(file + ": " + name + " is of the other grammar"));
    numbered(xml.numbered());
    xml.named().forEach(this::named);
    return taken;
  }

  /** The same of values that came under P numbers. */
  Map<String, String> numbered(Map<String, String> values) {
    values.forEach(this::take);
    return taken;
  }

  private void named(String alias, String value) {
    Optional<Names.Setting> setting = kind.names().read(alias, value);
    if (setting.isEmpty()) {
      log.note(file + ": " + alias + " is not known in this spelling");
    } else if (value.isEmpty() && kind.has(Habit.EMPTY_ITEM_RESETS)) {
      taken.put(setting.get().name(), P.standard(setting.get().name()));
    } else {
      take(setting.get().name(), setting.get().value());
    }
  }

  private void take(String name, String value) {
    if (value.isEmpty() && P.MANDATORY.contains(name)) {
      log.note(file + ": " + name + " is empty and not taken");
    } else if (P.LIMITED.contains(name) && !P.withinLimits(value)) {
      log.note(file + ": " + name + " is too long or has other characters and is not taken");
    } else {
      taken.put(name, value);
    }
  }
}
