package org.latchkey.brand.grandstream;

import java.util.List;
import java.util.Map;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;

/** The model table. */
final class GrandstreamModels {
  private static final String FAMILY = "family";
  private static final String ACCOUNTS = "accounts";
  private static final String VIRTUAL_KEYS = "virtual keys";
  private static final String KEYS = "keys";

  private GrandstreamModels() {}

  static ModelCatalogue load() {
    return new ModelCatalogue(
        GrandstreamTable.rows("models.txt").stream().map(GrandstreamModels::model).toList());
  }

  /** Such as {@code ht1}, {@code gxp16} or {@code grp}. */
  static String family(Model model) {
    return column(model, FAMILY);
  }

  /** Whether the model reads items with names (config version 2) instead of numbers (version 1). */
  static boolean readsItems(Model model) {
    return column(model, ACCOUNTS).equals("items");
  }

  /** Whether all accounts share one SIP profile. */
  static boolean hasPorts(Model model) {
    return column(model, ACCOUNTS).equals("ports");
  }

  /** How many of the keys are shown on the screen rather than being on the case. */
  static int virtualKeys(Model model) {
    return Integer.parseInt(column(model, VIRTUAL_KEYS));
  }

  /** How keys are named: {@code none}, {@code fixed}, {@code virtual} or {@code items}. */
  static String keyNames(Model model) {
    return column(model, KEYS);
  }

  private static String column(Model model, String name) {
    return model.columns().getOrDefault(name, "");
  }

  private static Model model(List<String> row) {
    return new Model(
        row.get(0),
        Integer.parseInt(row.get(1)),
        Integer.parseInt(row.get(2)),
        Map.of(
            FAMILY, row.get(3), ACCOUNTS, row.get(4), VIRTUAL_KEYS, row.get(5), KEYS, row.get(6)));
  }
}
