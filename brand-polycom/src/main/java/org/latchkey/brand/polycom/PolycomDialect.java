package org.latchkey.brand.polycom;

import java.util.List;
import java.util.Set;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Dialect;
import org.latchkey.pass.Seen;

/**
 * How one phone speaks: conditions are families of the model table and quirks.
 *
 * @param model the phone's model
 * @param quirks what it does otherwise
 */
record PolycomDialect(Model model, Set<PolycomQuirk> quirks) implements Dialect {
  static PolycomDialect of(Rendering rendering) {
    return new PolycomDialect(
        rendering.model(),
        PolycomQuirk.of(
            rendering.model(),
            rendering.seen().map(Seen::firmware).flatMap(PolycomFirmware::parse)));
  }

  boolean has(PolycomQuirk quirk) {
    return quirks.contains(quirk);
  }

  @Override
  public boolean meets(String condition) {
    if (condition.startsWith("!")) {
      return !meets(condition.substring(1));
    }
    return Character.isLowerCase(condition.charAt(0))
        ? PolycomModels.family(model).equals(condition)
        : quirks.contains(PolycomQuirk.valueOf(condition));
  }

  @Override
  public List<String> spellings(String name) {
    return List.of(name);
  }

  @Override
  public String objection(String value) {
    return PolycomGrammar.objection(value);
  }
}
