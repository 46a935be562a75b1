package org.latchkey.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the values of a neutral setting are said: the last column of a {@link SettingTable}. */
final class Values {
  private static final String OTHERS = "*";
  private static final String NOTHING = "-";
  private static final String SELF = "{}";
  private static final Values AS_THEY_ARE = new Values(Map.of(OTHERS, SELF));

  private final Map<String, String> said;

  private Values(Map<String, String> said) {
    this.said = said;
  }

  static Values read(String column, Map<String, Map<String, String>> maps) {
    if (column.isEmpty()) {
      return AS_THEY_ARE;
    }
    Map<String, String> said = new HashMap<>();
    for (String rule : column.split(" +", -1)) {
      int equals = rule.indexOf('=');
      if (rule.startsWith("@")) {
        Map<String, String> map = maps.get(rule.substring(1));
        if (map == null) {
          throw new IllegalArgumentException("no map " + rule);
        }
        said.putAll(map);
      } else if (equals > 0 && isRule(rule.substring(equals + 1))) {
        said.put(rule.substring(0, equals), rule.substring(equals + 1));
      } else {
        throw new IllegalArgumentException("no rule: " + rule);
      }
    }
    return new Values(Map.copyOf(said));
  }

  private static boolean isRule(String said) {
    return !said.startsWith(SELF) || said.equals(SELF) || said.matches("\\{}\\*[1-9][0-9]*");
  }

  /** What is written for a value, or nothing if no rule covers it. */
  Optional<String> of(String value) {
    @Nullable String rule = said.get(value.isEmpty() ? NOTHING : value);
    if (rule == null && !value.isEmpty()) {
      rule = said.get(OTHERS);
    }
    if (rule == null || !rule.startsWith(SELF)) {
      return Optional.ofNullable(rule);
    }
    return Optional.of(
        rule.equals(SELF)
            ? value
            : Long.toString(Long.parseLong(value) * Long.parseLong(rule.substring(3))));
  }
}
