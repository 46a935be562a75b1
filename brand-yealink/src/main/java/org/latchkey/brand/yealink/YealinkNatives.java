package org.latchkey.brand.yealink;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Native parameters that no neutral setting says, because no other brand has the like: what their
 * values may be and which of them are masked. Names that stand in no row are taken as they are.
 */
final class YealinkNatives {
  static final String TABLE = "natives.txt";

  private static final Pattern RANGE = Pattern.compile("(-?[0-9]+)-([0-9]+)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

  // by the word before the first dot, since every configuration is looked up here
  private static final Map<String, List<Native>> ROWS =
      YealinkTable.rows(TABLE).stream()
          .collect(
              Collectors.groupingBy(
                  columns -> head(YealinkReserved.bare(columns.get(0))),
                  Collectors.mapping(YealinkNatives::row, Collectors.toList())));

  private YealinkNatives() {}

  private record Native(Pattern name, String values, String words, boolean masked) {
    boolean allows(String value) {
      Matcher range = RANGE.matcher(values);
      if (range.matches()) {
        return NUMBER.matcher(value).matches()
            && Long.parseLong(value) >= Long.parseLong(range.group(1))
            && Long.parseLong(value) <= Long.parseLong(range.group(2));
      }
      return Arrays.stream(values.split(" +", -1)).anyMatch(value::matches);
    }
  }

  /** What is wrong with the value of a native entry, or the empty text; never holds the value. */
  static String objection(String name, String value) {
    return find(name)
        .filter(row -> !value.isEmpty() && !row.allows(value))
        .map(row -> "must be " + row.words() + ", or empty")
        .orElse("");
  }

  /** Whether a native entry holds what nobody may be shown, though its name does not tell. */
  static boolean isSecret(String name) {
    String key = YealinkReserved.bare(name);
    return key.endsWith("_pin")
        || key.endsWith(".pin_code")
        || find(name).filter(Native::masked).isPresent();
  }

  private static Optional<Native> find(String name) {
    String key = YealinkReserved.bare(name);
    return ROWS.getOrDefault(head(key), List.of()).stream()
        .filter(row -> row.name().matcher(key).matches())
        .findFirst();
  }

  private static String head(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static Native row(List<String> columns) {
    String name =
        YealinkReserved.bare(columns.get(0))
            .replace(".", "\\.")
            .replace("{n}", "[0-9]{1,3}")
            .replace("{word}", "[0-9a-z_]+");
    return new Native(
        Pattern.compile(name), columns.get(1), columns.get(2), columns.get(4).equals("yes"));
  }
}
