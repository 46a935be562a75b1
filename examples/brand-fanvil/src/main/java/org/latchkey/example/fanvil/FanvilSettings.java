package org.latchkey.example.fanvil;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.latchkey.config.Dialect;
import org.latchkey.config.Setting;
import org.latchkey.config.SettingTable;
import org.latchkey.config.Vocabulary;

/** The table of neutral settings; all phones of it speak alike. */
final class FanvilSettings {
  static final Dialect DIALECT =
      new Dialect() {
        @Override
        public boolean meets(String condition) {
          throw new IllegalArgumentException("no condition: " + condition);
        }

        @Override
        public List<String> spellings(String name) {
          return List.of(name);
        }

        @Override
        public String objection(String value) {
          return FanvilXml.objection(value);
        }
      };

  static final SettingTable TABLE =
      SettingTable.of(Vocabulary.standard(), allRows("settings-map.txt"), Map.of());

  private FanvilSettings() {}

  /** A table must speak of every setting: what is not in the file cannot be said. */
  private static List<List<String>> allRows(String table) {
    List<List<String>> rows = new ArrayList<>(FanvilBrand.rows(table));
    Set<String> said = new HashSet<>();
    rows.forEach(row -> said.add(row.get(0)));
    for (Setting setting : Vocabulary.standard().all()) {
      if (!said.contains(setting.name())) {
        rows.add(List.of(setting.name(), "", SettingTable.NONE, ""));
      }
    }
    return rows;
  }
}
