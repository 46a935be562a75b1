package org.latchkey.testkit.snom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes files of the D family to memory: each as soon as it was read, or all of them when the
 * cycle ends.
 */
final class DeskApplier {
  private final SnomSetup setup;
  private final Memory memory;
  private final Trip trip;
  private final List<Part> waiting = new ArrayList<>();
  private final Map<String, String> ahead = new HashMap<>();

  DeskApplier(SnomSetup setup, Memory memory, Trip trip) {
    this.setup = setup;
    this.memory = memory;
    this.trip = trip;
  }

  private record Part(String name, String target, String digest, DeskFile file) {}

  void take(String name, String target, String digest, DeskFile file) {
    Part part = new Part(name, target, digest, file);
    if (setup.appliesAtEnd()) {
      waiting.add(part);
      wanted(part, false).forEach(e -> ahead.put(e.key(), e.value()));
    } else {
      write(part);
    }
  }

  /** Writes what waits for the end of the cycle. */
  void finish() {
    waiting.forEach(this::write);
    waiting.clear();
    ahead.clear();
  }

  /** A value as it will be when everything is written. */
  String value(String key, String otherwise) {
    String next = ahead.get(key);
    return next == null ? memory.get(key, otherwise) : next;
  }

  private void write(Part part) {
    List<DeskFile.Entry> entries = wanted(part, true);
    boolean known = part.digest().equals(memory.digests().get(part.target()));
    if (!known || entries.stream().anyMatch(this::changes)) {
      trip.faults().applyStep();
      entries.forEach(this::write);
      memory.digests().put(part.target(), part.digest());
    }
    if (known) {
      trip.log().unchanged(part.name());
    } else {
      trip.applied(part.name());
    }
  }

  private boolean changes(DeskFile.Entry entry) {
    return entry.remove()
        ? memory.values().containsKey(entry.key())
        : !entry.value().equals(memory.values().get(entry.key()));
  }

  private void write(DeskFile.Entry entry) {
    if (entry.remove()) {
      memory.values().remove(entry.key());
    } else {
      memory.values().put(entry.key(), entry.value());
    }
    memory.byPerson().remove(entry.key());
    entry.permission().ifPresent(p -> memory.permission(entry.key(), p));
  }

  /** The settings that the phone knows and may overwrite. */
  private List<DeskFile.Entry> wanted(Part part, boolean telling) {
    List<DeskFile.Entry> wanted = new ArrayList<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (DeskFile.Entry entry : part.file().entries()) {
      if (!KnownNames.DESK.knows(setup.model(), entry.name())) {
        unknown.add(entry.name());
      } else if (isThePersons(entry)) {
        if (telling) {
          trip.log().note(entry.key() + " stays as a person set it");
        }
      } else {
        wanted.add(entry);
      }
    }
    if (telling && !unknown.isEmpty()) {
      trip.log().note(part.name() + ": ignores unknown " + String.join(", ", unknown));
    }
    return wanted;
  }

  /** {@code !} leaves to a person what the person changed. */
  private boolean isThePersons(DeskFile.Entry entry) {
    return entry.permission().filter("!"::equals).isPresent()
        && memory.byPerson().contains(entry.key());
  }
}
