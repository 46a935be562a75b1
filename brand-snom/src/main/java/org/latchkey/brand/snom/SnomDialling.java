package org.latchkey.brand.snom;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Settings;
import org.latchkey.device.LineKey;

/**
 * Dial plans: rules between blanks, each an expression, what is dialled instead and a flag between
 * bars (nemerald-voip/fspbx, {@code |(^911$)|sip:\1@\d|d}). The flag makes the phone dial at once;
 * a number that shall wait for another digit needs no rule, since that is what the phone does.
 */
final class SnomDialling {
  private static final String PLAN = "dial.plan";
  private static final String PICKUP = "dial.pickup-code";
  private static final String WAITS = "T";

  private SnomDialling() {}

  /** The rules for a neutral plan. */
  static String rules(String plan) {
    return Stream.of(plan.split("\\|", -1))
        .filter(pattern -> !pattern.isEmpty() && !pattern.endsWith(WAITS))
        .map(pattern -> "|(^" + expression(pattern) + "$)|sip:\\1@\\d|d")
        .collect(Collectors.joining(" "));
  }

  private static String expression(String pattern) {
    StringBuilder out = new StringBuilder(pattern.length() * 2);
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case 'x' -> out.append("[0-9]");
        // any number of what stands before it
        case '.' -> out.append('*');
        case '*', '+' -> out.append('\\').append(c);
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  static List<String> unsaid(Rendering rendering) {
    Settings.Value plan = rendering.settings().get(PLAN);
    boolean lost = !plan.isEmpty() && rendering.device().lines().isEmpty();
    Settings.Value pickup = rendering.settings().get(PICKUP);
    boolean unused =
        !pickup.isEmpty()
            && rendering.device().keys().stream().noneMatch(k -> k.type() == LineKey.Type.BLF);
    return Stream.of(lost ? PLAN : "", unused ? PICKUP : "").filter(n -> !n.isEmpty()).toList();
  }
}
