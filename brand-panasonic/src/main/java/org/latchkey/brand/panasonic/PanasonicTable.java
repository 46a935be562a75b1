package org.latchkey.brand.panasonic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.latchkey.config.Table;

/** Reads the tables of this brand. */
final class PanasonicTable {
  private PanasonicTable() {}

  static List<List<String>> rows(String resource) {
    return Table.rows(resource, PanasonicTable.class.getResourceAsStream(resource));
  }

  /** Maps of neutral to native words, by name. */
  static Map<String, Map<String, String>> maps() {
    Map<String, Map<String, String>> maps = new HashMap<>();
    for (List<String> row : rows("value-maps.txt")) {
      maps.computeIfAbsent(row.get(0), name -> new HashMap<>()).put(row.get(1), row.get(2));
    }
    return maps;
  }
}
