package org.latchkey.brand.yealink;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;

/** The model table. */
final class YealinkModels {
  /** Column of the number in the name of a model's common file. */
  static final String CODE = "code";

  private static final int CODE_DIGITS = 12;

  private YealinkModels() {}

  static ModelCatalogue load() {
    return new ModelCatalogue(
        YealinkTable.rows("models.txt").stream().map(YealinkModels::model).toList());
  }

  /** Name of the file that all phones of a model share, such as {@code y000000000066.cfg}. */
  static Optional<String> commonFile(Model model) {
    return Optional.ofNullable(model.columns().get(CODE))
        .map(code -> "y" + "0".repeat(CODE_DIGITS - code.length()) + code + ".cfg");
  }

  private static Model model(List<String> row) {
    return new Model(
        row.get(0),
        Integer.parseInt(row.get(2)),
        Integer.parseInt(row.get(3)),
        Map.of(CODE, row.get(1)));
  }
}
