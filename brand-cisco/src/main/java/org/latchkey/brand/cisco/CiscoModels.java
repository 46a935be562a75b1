package org.latchkey.brand.cisco;

import java.util.List;
import java.util.Map;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;

/** The model table. */
final class CiscoModels {
  static final String LEGACY = "legacy";
  static final String ENTERPRISE = "enterprise";

  private static final String FAMILY = "family";
  private static final String MODULE_KEYS = "keys of modules";
  private static final String FIRST_FILES = "first files";

  private CiscoModels() {}

  static ModelCatalogue load() {
    return new ModelCatalogue(
        CiscoTable.rows("models.txt").stream().map(CiscoModels::model).toList());
  }

  /** {@code mpp}, {@code pos}, {@code spa}, {@code spa525}, {@code ata1}, {@code ata19}, … */
  static String family(Model model) {
    return model.columns().getOrDefault(FAMILY, "");
  }

  /** How many keys all key modules have together. */
  static int moduleKeys(Model model) {
    String keys = model.columns().getOrDefault(MODULE_KEYS, "");
    return keys.isEmpty() ? 0 : Integer.parseInt(keys);
  }

  /** The names of which a phone from its box asks for one. */
  static List<String> firstFiles(Model model) {
    return CiscoTable.words(model.columns().getOrDefault(FIRST_FILES, ""));
  }

  private static Model model(List<String> row) {
    Model model =
        new Model(
            row.get(0),
            Integer.parseInt(row.get(2)),
            Integer.parseInt(row.get(3)),
            Map.of(FAMILY, row.get(1), MODULE_KEYS, row.get(4), FIRST_FILES, row.get(5)));
    return switch (row.get(1)) {
      case LEGACY ->
          model.withoutCredential(
              "a "
                  + model.name()
                  + " is not known to send a user name and password when it asks for its profile");
      case ENTERPRISE ->
          model.withoutCredential(
              "a "
                  + model.name()
                  + " has enterprise firmware, which asks a call manager for SEP<MAC>.cnf.xml"
                  + " without a credential; with Multiplatform firmware, if Cisco has one for it,"
                  + " it is another model");
      default -> model;
    };
  }
}
