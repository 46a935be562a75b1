package org.latchkey.brand.yealink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;

/** The model table. */
final class YealinkModels {
  /** Column of the number in the name of a model's common file. */
  static final String CODE = "code";

  private static final String FAMILY = "family";
  private static final String MEMORY_KEYS = "memory keys";
  private static final String SIDE_CARS = "side cars";
  private static final int CODE_DIGITS = 12;

  private static final Map<String, Set<String>> HARD_KEYS = hardKeys();

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

  /** {@code dect} for bases with handsets, {@code phone} for all others. */
  static String family(Model model) {
    return model.columns().getOrDefault(FAMILY, "phone");
  }

  /** {@code T4x} for T41P to T49G, {@code AXx} for all AX. */
  static String series(Model model) {
    return model.name().substring(0, 2) + "x";
  }

  /** Whether a model may have a key with a sign of its own; true where no table says. */
  static boolean hasHardKey(Model model, String number) {
    return Optional.ofNullable(HARD_KEYS.get(model.name()))
        .map(keys -> keys.contains(number))
        .orElse(true);
  }

  static int memoryKeys(Model model) {
    return number(model.columns().getOrDefault(MEMORY_KEYS, ""));
  }

  static int sideCars(Model model) {
    return number(sideCars(model, 0));
  }

  static int keysOfSideCar(Model model) {
    return number(sideCars(model, 1));
  }

  private static String sideCars(Model model, int part) {
    String both = model.columns().getOrDefault(SIDE_CARS, "");
    return both.isEmpty() ? "" : both.split("x", 2)[part];
  }

  private static Map<String, Set<String>> hardKeys() {
    Map<String, Set<String>> keys = new HashMap<>();
    for (List<String> row : YealinkTable.rows("hard-keys.txt")) {
      for (String model : row.get(0).split(" +", -1)) {
        keys.put(model, Set.of(row.get(1).split(" +", -1)));
      }
    }
    return Map.copyOf(keys);
  }

  private static int number(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static Model model(List<String> row) {
    return new Model(
        row.get(0),
        Integer.parseInt(row.get(2)),
        Integer.parseInt(row.get(3)),
        Map.of(
            CODE, row.get(1), FAMILY, row.get(4), MEMORY_KEYS, row.get(5), SIDE_CARS, row.get(6)));
  }
}
