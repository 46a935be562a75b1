package org.latchkey.brand.polycom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * The dial plan (UC Software 5.9 Administrator Guide, dialplan.digitmap): patterns between bars,
 * and how long the phone waits at the {@code T} of each.
 */
final class PolycomDialling {
  private static final String DIGITS = "0123456789*#+";
  private static final int ANY_DIGIT = (1 << 10) - 1;

  private PolycomDialling() {}

  static void add(Parameters.Builder out, Settings settings, PolycomDialect dialect) {
    Settings.Value plan = settings.get("dial.plan");
    Settings.Value timeout = settings.get("dial.timeout");
    List<String> patterns = plan.isEmpty() ? List.of() : List.of(plan.text().split("\\|", -1));
    if (!patterns.isEmpty()) {
      List<String> written = dialect.has(PolycomQuirk.EARLY_MATCH) ? waiting(patterns) : patterns;
      out.add("dialplan.digitmap", String.join("|", written), plan.origin());
    }
    if (!timeout.isEmpty()) {
      int times = Math.max(1, patterns.size());
      out.add(
          "dialplan.digitmap.timeOut",
          String.join("|", Collections.nCopies(times, timeout.text())),
          timeout.origin());
    }
  }

  /** The patterns, with a wait behind those after which another one could go on. */
  static List<String> waiting(List<String> patterns) {
    List<List<Step>> all = patterns.stream().map(PolycomDialling::steps).toList();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      boolean waits = patterns.get(i).endsWith("T");
      List<Step> steps = all.get(i);
      boolean ambiguous =
          steps.stream().anyMatch(Step::repeats)
              || all.stream().anyMatch(other -> goesOn(steps, other));
      written.add(!waits && ambiguous ? patterns.get(i) + "T" : patterns.get(i));
    }
    return written;
  }

  /** Whether something that one pattern ends with may be the beginning of the other. */
  private static boolean goesOn(List<Step> one, List<Step> other) {
    for (int i = 0; i < one.size(); i++) {
      if (i >= other.size() || (one.get(i).digits() & other.get(i).digits()) == 0) {
        return false;
      }
      if (other.get(i).repeats()) {
        return true;
      }
    }
    return other.size() > one.size();
  }

  /**
   * One place of a pattern.
   *
   * @param digits a bit for each of {@link #DIGITS} that fits
   * @param repeats whether any number of them fits
   */
  private record Step(int digits, boolean repeats) {}

  private static List<Step> steps(String pattern) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < pattern.length() && pattern.charAt(at) != 'T') {
      int digits;
      if (pattern.charAt(at) == '[') {
        int end = pattern.indexOf(']', at);
        digits = group(pattern.substring(at + 1, end));
        at = end + 1;
      } else {
        char c = pattern.charAt(at++);
        digits = c == 'x' ? ANY_DIGIT : 1 << DIGITS.indexOf(c);
      }
      boolean repeats = pattern.startsWith(".", at);
      at += repeats ? 1 : 0;
      steps.add(new Step(digits, repeats));
    }
    return steps;
  }

  /** The digits of a group such as {@code 2-57}. */
  private static int group(String text) {
    int digits = 0;
    for (int at = 0; at < text.length(); at++) {
      int first = text.charAt(at) - '0';
      int last = first;
      if (text.startsWith("-", at + 1)) {
        last = text.charAt(at + 2) - '0';
        at += 2;
      }
      for (int digit = first; digit <= last; digit++) {
        digits |= 1 << digit;
      }
    }
    return digits;
  }
}
