package org.latchkey.brand.snom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;

/** The model table. */
final class SnomModels {
  /** The M series: DECT bases. */
  static final String DECT = "m";

  private static final String FAMILY = "family";
  private static final String LAST_FIRMWARE = "last firmware";
  private static final String SIDE_KEYS = "expansion slots";
  private static final String NOTES = "notes";

  private static final String NO_CREDENTIAL =
      "no source says which parameter of a DECT base holds the credential for its configuration";

  private SnomModels() {}

  static ModelCatalogue load() {
    return new ModelCatalogue(
        SnomTable.rows("models.txt").stream().map(SnomModels::model).toList());
  }

  /**
   * {@code old}, {@code d7}, {@code d8}, {@code m}; {@code c}, or {@code s} for sisters of the C
   * family.
   */
  static String family(Model model) {
    return model.columns().getOrDefault(FAMILY, "");
  }

  /** Whether a model speaks the language of the C family. */
  static boolean isTree(Model model) {
    return family(model).equals("c") || family(model).equals("s");
  }

  static boolean isDect(Model model) {
    return family(model).equals(DECT);
  }

  /** The last release for a model, where it is none of today's. */
  static Optional<SnomFirmware> lastFirmware(Model model) {
    return SnomFirmware.parse(model.columns().getOrDefault(LAST_FIRMWARE, ""));
  }

  /** How many slots expansion modules have together. */
  static int sideKeys(Model model) {
    String keys = model.columns().getOrDefault(SIDE_KEYS, "");
    return keys.isEmpty() ? 0 : Integer.parseInt(keys);
  }

  static boolean hasNote(Model model, String note) {
    return model.columns().getOrDefault(NOTES, "").equals(note);
  }

  private static Model model(List<String> row) {
    Map<String, String> columns =
        Map.of(
            FAMILY,
            row.get(3),
            LAST_FIRMWARE,
            row.get(4),
            SIDE_KEYS,
            row.get(5),
            NOTES,
            row.get(6));
    Model model =
        new Model(row.get(0), Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)), columns);
    return isDect(model) ? model.withoutCredential(NO_CREDENTIAL) : model;
  }
}
