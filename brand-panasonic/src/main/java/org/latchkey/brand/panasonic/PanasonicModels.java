package org.latchkey.brand.panasonic;

import java.util.List;
import java.util.Map;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;

/** The model table. */
final class PanasonicModels {
  private static final String FAMILY = "family";
  private static final String EXPANSION = "expansion keys";

  private PanasonicModels() {}

  static ModelCatalogue load() {
    return new ModelCatalogue(
        PanasonicTable.rows("models.txt").stream().map(PanasonicModels::model).toList());
  }

  /**
   * {@code ut}, {@code ut670}, {@code hdv}, {@code pcc}, {@code tgp}, {@code uds} or {@code utg}.
   */
  static String family(Model model) {
    return model.columns().getOrDefault(FAMILY, "");
  }

  /** Whether a model's files are XML. */
  static boolean isXml(Model model) {
    return family(model).equals("utg");
  }

  /** How many keys the expansion unit has. */
  static int expansionKeys(Model model) {
    String keys = model.columns().getOrDefault(EXPANSION, "");
    return keys.isEmpty() ? 0 : Integer.parseInt(keys);
  }

  private static Model model(List<String> row) {
    return new Model(
        row.get(0),
        Integer.parseInt(row.get(1)),
        Integer.parseInt(row.get(2)),
        Map.of(FAMILY, row.get(3), EXPANSION, row.get(4)));
  }
}
