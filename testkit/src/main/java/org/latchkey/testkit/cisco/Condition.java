package org.latchkey.testkit.cisco;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates comparisons joined by {@code and}. */
final class Condition {
  private static final Pattern TOKEN =
      Pattern.compile("\"([^\"]*)\"|(!=|<=|>=|[=<>])|([^\\s\"=<>!]+)");
  private static final Pattern RUN = Pattern.compile("\\d+|\\D+");

  private Condition() {}

  /**
   * Tells whether all comparisons hold.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  static boolean holds(String text, Macros macros) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      String quoted = matcher.group(1);
      tokens.add(quoted == null ? matcher.group() : quoted);
    }
    boolean holds = true;
    for (int i = 0; i < tokens.size(); i += 4) {
      boolean whole = i + 3 <= tokens.size();
      if (!whole || (i + 3 < tokens.size() && !tokens.get(i + 3).equals("and"))) {
        throw new IllegalArgumentException("rule: condition cannot be read");
      }
      String left = macros.expand(tokens.get(i));
      String right = macros.expand(tokens.get(i + 2));
      holds &= compare(left, tokens.get(i + 1), right);
    }
    return holds;
  }

  private static boolean compare(String left, String operator, String right) {
    return switch (operator) {
      case "=", "eq" -> left.equals(right);
      case "!=", "ne" -> !left.equals(right);
      case "<", "lt" -> order(left, right) < 0;
      case "<=", "le" -> order(left, right) <= 0;
      case ">", "gt" -> order(left, right) > 0;
      case ">=", "ge" -> order(left, right) >= 0;
      default -> throw new IllegalArgumentException("rule: condition has no such operator");
    };
  }

  /** Numbers by their size and the rest by letters, so that 7.10 comes behind 7.5.2b. */
  private static int order(String left, String right) {
    Matcher a = RUN.matcher(left);
    Matcher b = RUN.matcher(right);
    while (true) {
      boolean moreA = a.find();
      boolean moreB = b.find();
      if (!moreA || !moreB) {
        return Boolean.compare(moreA, moreB);
      }
      boolean numbers =
          Character.isDigit(a.group().charAt(0)) && Character.isDigit(b.group().charAt(0));
      int order =
          numbers
              ? new BigInteger(a.group()).compareTo(new BigInteger(b.group()))
              : a.group().compareTo(b.group());
      if (order != 0) {
        return order;
      }
    }
  }
}
