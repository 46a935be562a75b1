package org.latchkey.brand.yealink;

import java.util.ArrayList;
import java.util.List;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;

/**
 * The dial plan and its rules (Yealink administrator guide for SIP-T phones V84-V86, dial plan).
 * Rules are numbered: numbers that are not used are cleared, or a rule that was taken away would
 * stay.
 */
final class YealinkDialling {
  private static final String ALL_LINES = "0";
  private static final String ANYTHING = ".";
  private static final int MOST = 10;
  private static final int MOST_AT_ONCE = 100;

  private YealinkDialling() {}

  static void add(Parameters.Builder out, Settings settings, YealinkDialect dialect) {
    Settings.Value plan = settings.get("dial.plan");
    boolean rules =
        !settings.get("dial.replace").isEmpty()
            || !settings.get("dial.block").isEmpty()
            || !settings.get("dial.area-code").isEmpty();
    boolean silencing = rules && dialect.has(YealinkQuirk.DIGIT_MAP_SILENCES_RULES);
    boolean map = !plan.isEmpty() && !silencing;
    out.add("dialplan.digitmap.enable", map ? 1 : 0, plan.origin());
    if (map) {
      out.add("dialplan.digitmap.string", plan.text(), plan.origin());
    }
    boolean atOnce = silencing || dialect.has(YealinkQuirk.NO_DIGIT_MAP);
    addRules(out, "dialplan.dialnow.rule.", plan, atOnce ? complete(plan) : List.of());
    addReplacements(out, settings.get("dial.replace"));
    addRules(out, "dialplan.block_out.number.", settings.get("dial.block"), blocked(settings));
  }

  /** The patterns that say by themselves when a number is complete. */
  private static List<String> complete(Settings.Value plan) {
    List<String> rules =
        patterns(plan).stream().filter(p -> !p.endsWith("T") && !p.contains(".")).toList();
    return atMost(MOST_AT_ONCE, rules, "dial.plan", plan.origin());
  }

  private static List<String> blocked(Settings settings) {
    Settings.Value block = settings.get("dial.block");
    List<String> rules = new ArrayList<>();
    for (String pattern : patterns(block)) {
      String number = pattern.endsWith("T") ? pattern.substring(0, pattern.length() - 1) : pattern;
      boolean open = number.endsWith("x.");
      String fixed = open ? number.substring(0, number.length() - 2) : number;
      if (fixed.contains(".")) {
        throw new RenderException(
            block.origin().label(), "dial.block", "can repeat only an x at the end: " + pattern);
      }
      rules.add(open ? fixed + ANYTHING : fixed);
    }
    return atMost(MOST, rules, "dial.block", block.origin());
  }

  private static void addRules(
      Parameters.Builder out, String name, Settings.Value value, List<String> rules) {
    String line = name.replaceAll("\\.[a-z]+\\.$", ".line_id.");
    for (int i = 0; i < Math.max(rules.size(), MOST); i++) {
      if (i < rules.size()) {
        out.add(name + (i + 1), rules.get(i), value.origin());
        out.add(line + (i + 1), ALL_LINES, value.origin());
      } else {
        out.add(name + (i + 1), "", value.origin());
      }
    }
  }

  /** "9 becomes nothing" is "9(.) becomes $1": the rest of the number stays. */
  private static void addReplacements(Parameters.Builder out, Settings.Value value) {
    List<String> all = atMost(MOST, value.words(), "dial.replace", value.origin());
    for (int i = 1; i <= MOST; i++) {
      String prefix = "dialplan.replace.prefix." + i;
      if (i > all.size()) {
        out.add(prefix, "", value.origin());
      } else {
        String[] rule = all.get(i - 1).split(":", 2);
        out.add(prefix, rule[0] + "(" + ANYTHING + ")", value.origin())
            .add("dialplan.replace.replace." + i, rule[1] + "$1", value.origin())
            .add("dialplan.replace.line_id." + i, ALL_LINES, value.origin());
      }
    }
  }

  private static List<String> patterns(Settings.Value value) {
    return value.isEmpty() ? List.of() : List.of(value.text().split("\\|", -1));
  }

  private static List<String> atMost(int most, List<String> rules, String name, Layer origin) {
    if (rules.size() > most) {
      throw new RenderException(
          origin.label(), name, "can have at most " + most + ", has " + rules.size());
    }
    return rules;
  }
}
