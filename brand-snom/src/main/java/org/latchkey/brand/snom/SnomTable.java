package org.latchkey.brand.snom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.latchkey.config.SettingTable;
import org.latchkey.config.Table;
import org.latchkey.config.Vocabulary;

/** Reads the tables of this brand. */
final class SnomTable {
  private SnomTable() {}

  static List<List<String>> rows(String resource) {
    return Table.rows(resource, SnomTable.class.getResourceAsStream(resource));
  }

  /** A table of two columns. */
  static Map<String, String> pairs(String resource) {
    Map<String, String> pairs = new HashMap<>();
    rows(resource).forEach(row -> pairs.put(row.get(0), row.get(1)));
    return Map.copyOf(pairs);
  }

  static SettingTable settings(String resource) {
    Map<String, Map<String, String>> maps = new HashMap<>();
    for (List<String> row : rows("value-maps.txt")) {
      maps.computeIfAbsent(row.get(0), name -> new HashMap<>()).put(row.get(1), row.get(2));
    }
    return SettingTable.of(Vocabulary.standard(), rows(resource), maps);
  }
}
