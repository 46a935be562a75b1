package org.latchkey.testkit.panasonic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.Defect;

/**
 * A file as the phone reads it.
 *
 * @param fault why the phone takes nothing of it, or empty for a valid file
 * @param values what it says, by parameter
 * @param ignored numbers, from 1, of lines that are too long
 */
record ConfigFile(Optional<Defect> fault, Map<String, Value> values, List<Integer> ignored) {
  /**
   * A value.
   *
   * @param text the text, empty to clear the parameter
   * @param beatsTyped whether it replaces what a person typed on a phone where that outranks files
   */
  record Value(String text, boolean beatsTyped) {
    /** Not the text, it may be secret. */
    @Override
    public String toString() {
      return beatsTyped ? "value that beats what was typed" : "value";
    }
  }

  static ConfigFile invalid(Defect.Kind kind, String detail) {
    return new ConfigFile(Optional.of(new Defect(kind, detail)), Map.of(), List.of());
  }

  static ConfigFile parse(Family family, byte[] bytes) {
    return family.xml() ? XmlFile.parse(bytes) : FlatFile.parse(family, bytes);
  }
}
