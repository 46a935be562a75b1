package org.latchkey.brand.polycom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;

/** The model table. */
final class PolycomModels {
  private static final String FAMILY = "family";
  private static final String LAST_FIRMWARE = "last firmware";
  private static final String SIDE_KEYS = "keys of side cars";

  private PolycomModels() {}

  static ModelCatalogue load() {
    return new ModelCatalogue(
        PolycomTable.rows("models.txt").stream().map(PolycomModels::model).toList());
  }

  /** {@code spip}, {@code ssip}, {@code vvx}, {@code trio}, {@code ccx} or {@code edge}. */
  static String family(Model model) {
    return model.columns().getOrDefault(FAMILY, "");
  }

  /** The last release that was made for a model, where it is none of today's. */
  static Optional<PolycomFirmware> lastFirmware(Model model) {
    String release = model.columns().getOrDefault(LAST_FIRMWARE, "");
    return release.isEmpty()
        ? Optional.empty()
        : PolycomFirmware.parse(release + "." + PolycomFirmware.MOST + ".0");
  }

  /** How many keys all side cars have together. */
  static int sideKeys(Model model) {
    String keys = model.columns().getOrDefault(SIDE_KEYS, "");
    return keys.isEmpty() ? 0 : Integer.parseInt(keys);
  }

  private static Model model(List<String> row) {
    return new Model(
        row.get(0),
        Integer.parseInt(row.get(1)),
        Integer.parseInt(row.get(2)),
        Map.of(FAMILY, row.get(3), LAST_FIRMWARE, row.get(4), SIDE_KEYS, row.get(5)));
  }
}
