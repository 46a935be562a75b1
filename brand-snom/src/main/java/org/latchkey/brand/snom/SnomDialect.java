package org.latchkey.brand.snom;

import java.util.List;
import java.util.Set;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Dialect;
import org.latchkey.pass.Seen;

/**
 * How one phone speaks: conditions are families and notes of the model table, and quirks.
 *
 * @param model the phone's model
 * @param quirks what it does otherwise
 */
record SnomDialect(Model model, Set<SnomQuirk> quirks) implements Dialect {
  static SnomDialect of(Rendering rendering) {
    return new SnomDialect(
        rendering.model(),
        SnomQuirk.of(
            rendering.model(), rendering.seen().map(Seen::firmware).flatMap(SnomFirmware::parse)));
  }

  boolean has(SnomQuirk quirk) {
    return quirks.contains(quirk);
  }

  @Override
  public boolean meets(String condition) {
    if (condition.startsWith("!")) {
      return !meets(condition.substring(1));
    }
    return Character.isLowerCase(condition.charAt(0))
        ? SnomModels.family(model).equals(condition) || SnomModels.hasNote(model, condition)
        : quirks.contains(SnomQuirk.valueOf(condition));
  }

  @Override
  public List<String> spellings(String name) {
    return List.of(name);
  }

  @Override
  public String objection(String value) {
    return SnomText.objection(value);
  }
}
