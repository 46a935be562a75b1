package org.latchkey.brand.panasonic;

import java.util.List;
import java.util.Set;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Dialect;

/**
 * How one phone speaks: conditions are families of the model table, groups of them, and quirks.
 *
 * @param model the phone's model
 * @param quirks what it does otherwise
 */
record PanasonicDialect(Model model, Set<PanasonicQuirk> quirks) implements Dialect {
  /** Families whose files have a number behind the names of each line. */
  private static final Set<String> LINES = Set.of("ut", "ut670", "hdv", "pcc", "tgp");

  /** Those of them that speak as templates of KX-UT and KX-HDV alike do. */
  private static final Set<String> DESK = Set.of("ut", "ut670", "hdv", "tgp");

  static PanasonicDialect of(Rendering rendering) {
    return new PanasonicDialect(rendering.model(), PanasonicQuirk.of(rendering.model()));
  }

  boolean has(PanasonicQuirk quirk) {
    return quirks.contains(quirk);
  }

  String family() {
    return PanasonicModels.family(model);
  }

  boolean isXml() {
    return PanasonicModels.isXml(model);
  }

  /**
   * A name that both grammars know.
   *
   * @param section where its element is in XML
   */
  String name(String section, String name) {
    return isXml() ? section + "/" + name : name;
  }

  @Override
  public boolean meets(String condition) {
    if (condition.startsWith("!")) {
      return !meets(condition.substring(1));
    }
    return switch (condition) {
      case "lines" -> LINES.contains(family());
      case "desk" -> DESK.contains(family());
      default ->
          Character.isLowerCase(condition.charAt(0))
              ? family().equals(condition)
              : quirks.contains(PanasonicQuirk.valueOf(condition));
    };
  }

  @Override
  public List<String> spellings(String name) {
    return List.of(name);
  }

  @Override
  public String objection(String value) {
    return PanasonicText.objection(value, isXml());
  }
}
