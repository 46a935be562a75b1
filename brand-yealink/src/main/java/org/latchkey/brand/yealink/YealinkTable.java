package org.latchkey.brand.yealink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.latchkey.config.Table;

/** Reads the tables of this brand. */
final class YealinkTable {
  private YealinkTable() {}

  static List<List<String>> rows(String resource) {
    return Table.rows(resource, YealinkTable.class.getResourceAsStream(resource));
  }

  /**
   * Maps of neutral to native words, by name; key types are one of them, since soft keys share
   * them.
   */
  static Map<String, Map<String, String>> maps() {
    Map<String, Map<String, String>> maps = new HashMap<>();
    for (List<String> row : rows("value-maps.txt")) {
      maps.computeIfAbsent(row.get(0), name -> new HashMap<>()).put(row.get(1), row.get(2));
    }
    Map<String, String> keys = maps.computeIfAbsent("keys", name -> new HashMap<>());
    for (List<String> row : rows("key-types.txt")) {
      keys.put(row.get(0).replace('_', '-'), row.get(1));
    }
    return maps;
  }
}
