package org.latchkey.brand.grandstream;

import java.util.ArrayList;
import java.util.List;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * The dial plan, such as <code>{ x+ | \+x+ | *x+ }</code> (vendor's default; fusionpbx, P290 and
 * P4200): patterns between bars, with a plus for "once or more". A number waits for more digits as
 * long as the phone's own time says.
 */
final class GrandstreamDialling {
  private GrandstreamDialling() {}

  static void add(Parameters.Builder out, Settings settings, GrandstreamDialect dialect, int line) {
    Settings.Value plan = settings.get("dial.plan");
    if (!plan.isEmpty()) {
      dialect.put(
          out,
          "account." + line + ".call.dialplan",
          new Settings.Value(plan(plan.text()), plan.origin()));
    }
  }

  static String plan(String digitMap) {
    List<String> patterns = new ArrayList<>();
    for (String pattern : digitMap.split("\\|", -1)) {
      patterns.addAll(patterns(pattern));
    }
    return "{ " + String.join(" | ", patterns) + " }";
  }

  /**
   * A pattern in the phone's words. A dot means "as often as you like, or not at all": behind the
   * same step again that is the phone's plus, else there are two patterns, without it and with it.
   */
  private static List<String> patterns(String pattern) {
    List<String> beginnings = new ArrayList<>(List.of(""));
    String last = "";
    int at = 0;
    while (at < pattern.length() && pattern.charAt(at) != 'T') {
      int end = pattern.charAt(at) == '[' ? pattern.indexOf(']', at) + 1 : at + 1;
      String step = pattern.substring(at, end);
      String said = step.equals("+") ? "\\+" : step;
      boolean repeats = pattern.startsWith(".", end);
      if (!repeats) {
        beginnings.replaceAll(beginning -> beginning + said);
      } else if (step.equals(last)) {
        beginnings.replaceAll(beginning -> beginning + "+");
      } else {
        List<String> with = beginnings.stream().map(beginning -> beginning + said + "+").toList();
        beginnings.addAll(with);
      }
      last = repeats ? "" : step;
      at = end + (repeats ? 1 : 0);
    }
    beginnings.remove("");
    return beginnings;
  }
}
