package org.latchkey.brand.grandstream;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Dialect;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.pass.Seen;

/**
 * How one phone speaks: in numbers (config version 1) or in items with names (version 2), of which
 * GHP phones know the names in lower-case letters only. Parameters are named as in version 2
 * everywhere in this brand and get the phone's own name here.
 *
 * @param model the phone's model
 * @param quirks what it does otherwise
 */
record GrandstreamDialect(Model model, Set<GrandstreamQuirk> quirks) implements Dialect {
  private static final String HAS = "has:";
  private static final String NUMBERS = "numbers";
  private static final String ITEMS = "items";
  private static final String LOWER_CASE = "ghp";

  static GrandstreamDialect of(Rendering rendering) {
    return new GrandstreamDialect(
        rendering.model(),
        GrandstreamQuirk.of(
            rendering.model(),
            rendering.seen().map(Seen::firmware).flatMap(GrandstreamFirmware::parse)));
  }

  boolean has(GrandstreamQuirk quirk) {
    return quirks.contains(quirk);
  }

  boolean items() {
    return GrandstreamModels.readsItems(model);
  }

  String family() {
    return GrandstreamModels.family(model);
  }

  boolean lowerCase() {
    return family().equals(LOWER_CASE);
  }

  /** The place of this phone's numbers among the columns of tables. */
  int column() {
    return GrandstreamNumbers.column(family());
  }

  /** Whether the phone is known to have a parameter. */
  boolean knows(String name) {
    return items() ? name.charAt(0) != '~' : GrandstreamNumbers.find(name, column()).isPresent();
  }

  /** A switch in the words of the phone's grammar. */
  String flag(boolean on) {
    return items() ? (on ? "Yes" : "No") : (on ? "1" : "0");
  }

  /** A choice in the words of the phone's grammar. */
  String word(String number, String item) {
    return items() ? item : number;
  }

  /** Adds a parameter if the phone has it and a value is there. */
  void add(Parameters.Builder out, String name, Settings.Value value) {
    if (!value.isEmpty()) {
      put(out, name, value);
    }
  }

  /** Adds a parameter if the phone has it, even to say that it has no value. */
  void put(Parameters.Builder out, String name, Settings.Value value) {
    if (knows(name)) {
      String own = spelled(name);
      if (value.secret()) {
        out.addSecret(own, value.text(), value.origin());
      } else {
        out.add(own, value.text(), value.origin());
      }
    }
  }

  /** Adds what nobody has chosen. */
  void keep(Parameters.Builder out, String name, String value) {
    put(out, name, new Settings.Value(value, Layer.RESERVED));
  }

  @Override
  public boolean meets(String condition) {
    if (condition.startsWith("!")) {
      return !meets(condition.substring(1));
    }
    if (condition.startsWith(HAS)) {
      return knows(condition.substring(HAS.length()));
    }
    return switch (condition) {
      case NUMBERS -> !items();
      case ITEMS -> items();
      default ->
          Character.isLowerCase(condition.charAt(0))
              ? family().equals(condition)
              : quirks.contains(GrandstreamQuirk.valueOf(condition));
    };
  }

  @Override
  public List<String> spellings(String name) {
    return knows(name) ? List.of(spelled(name)) : List.of();
  }

  private String spelled(String name) {
    if (items()) {
      return lowerCase() ? name.toLowerCase(Locale.ROOT) : name;
    }
    return GrandstreamNumbers.find(name, column()).orElseThrow();
  }

  @Override
  public String objection(String value) {
    return GrandstreamGrammar.objection(value);
  }
}
