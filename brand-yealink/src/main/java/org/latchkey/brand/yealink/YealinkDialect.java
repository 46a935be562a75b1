package org.latchkey.brand.yealink;

import java.util.List;
import java.util.Set;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Dialect;
import org.latchkey.pass.Seen;

/**
 * How one phone speaks: conditions are families of the model table, keys with a sign of their own
 * ({@code key-11}), and quirks.
 *
 * @param model the phone's model
 * @param quirks what it does otherwise
 */
record YealinkDialect(Model model, Set<YealinkQuirk> quirks) implements Dialect {
  static final String STATIC = "static.";

  private static final String HARD_KEY = "key-";

  static YealinkDialect of(Rendering rendering) {
    return new YealinkDialect(
        rendering.model(),
        YealinkQuirk.of(
            rendering.model(),
            rendering.seen().map(Seen::firmware).flatMap(YealinkFirmware::parse)));
  }

  boolean has(YealinkQuirk quirk) {
    return quirks.contains(quirk);
  }

  boolean isBase() {
    return meets("dect");
  }

  @Override
  public boolean meets(String condition) {
    if (condition.startsWith("!")) {
      return !meets(condition.substring(1));
    }
    if (condition.startsWith(HARD_KEY)) {
      return YealinkModels.hasHardKey(model, condition.substring(HARD_KEY.length()));
    }
    return Character.isLowerCase(condition.charAt(0))
        ? YealinkModels.family(model).equals(condition)
        : quirks.contains(YealinkQuirk.valueOf(condition));
  }

  @Override
  public List<String> spellings(String name) {
    return name.startsWith(STATIC) && quirks.contains(YealinkQuirk.NO_STATIC_PREFIX)
        ? List.of(name, name.substring(STATIC.length()))
        : List.of(name);
  }

  @Override
  public String objection(String value) {
    return YealinkGrammar.objection(value);
  }
}
