package org.latchkey.brand.cisco;

import java.util.List;
import java.util.Set;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Dialect;
import org.latchkey.pass.Seen;

/**
 * How one phone speaks: conditions are families of the model table, one or several joined by a
 * slash, and quirks.
 *
 * @param model the phone's model
 * @param quirks what it does otherwise
 */
record CiscoDialect(Model model, Set<CiscoQuirk> quirks) implements Dialect {
  static CiscoDialect of(Rendering rendering) {
    return new CiscoDialect(
        rendering.model(),
        CiscoQuirk.of(
            rendering.model(), rendering.seen().map(Seen::firmware).flatMap(CiscoFirmware::parse)));
  }

  boolean has(CiscoQuirk quirk) {
    return quirks.contains(quirk);
  }

  /** Whether the phone is of one of these families. */
  boolean is(String... families) {
    return List.of(families).contains(CiscoModels.family(model));
  }

  /** Whether it is an adapter, without screen and keys. */
  boolean isAdapter() {
    return is("ata1", "ata19");
  }

  /** Whether it is a Multiplatform or PhoneOS phone. */
  boolean isMultiplatform() {
    return is("mpp", "pos");
  }

  @Override
  public boolean meets(String condition) {
    if (condition.startsWith("!")) {
      return !meets(condition.substring(1));
    }
    return Character.isLowerCase(condition.charAt(0))
        ? is(condition.split("/", -1))
        : quirks.contains(CiscoQuirk.valueOf(condition));
  }

  @Override
  public List<String> spellings(String name) {
    return List.of(name);
  }

  @Override
  public String objection(String value) {
    return CiscoGrammar.objection(value);
  }
}
