package org.latchkey.brand;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.latchkey.error.InvalidValueException;

/**
 * The models of one brand, found by name whatever the case.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class ModelCatalogue {
  private static final int NEAREST = 3;

  private final Map<String, Model> byName = new LinkedHashMap<>();

  /**
   * A catalogue of some models.
   *
   * @param models the models, no name twice
   * @throws InvalidValueException if a name stands twice
   */
  public ModelCatalogue(List<Model> models) {
    for (Model model : models) {
      if (byName.put(key(model.name()), model) != null) {
        throw InvalidValueException.of("model", "named only once", model.name());
      }
    }
  }

  /**
   * Finds a model.
   *
   * @param name its name in any case
   * @return the model, or empty if there is none of that name
   */
  public Optional<Model> find(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  /**
   * Finds a model that must exist.
   *
   * @param name its name in any case
   * @return the model
   * @throws InvalidValueException if there is none; the message has the nearest names
   */
  public Model get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                InvalidValueException.of(
                    "model",
                    "a known model (nearest: " + String.join(", ", nearest(name)) + ")",
                    name));
  }

  /**
   * Lists the models.
   *
   * @return in the order of the brand's table
   */
  public List<Model> all() {
    return List.copyOf(byName.values());
  }

  private List<String> nearest(String name) {
    return byName.values().stream()
        .map(Model::name)
        .sorted(Comparator.comparingInt(known -> distance(key(known), key(name))))
        .limit(NEAREST)
        .toList();
  }

  /** Levenshtein's distance: how many letters must be added, dropped or changed. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
