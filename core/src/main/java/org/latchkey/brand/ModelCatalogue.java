package org.latchkey.brand;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.latchkey.config.NearestNames;
import org.latchkey.error.InvalidValueException;

/**
 * The models of one brand, found by name whatever the case.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class ModelCatalogue {
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
                    "a known model (nearest: "
                        + String.join(", ", NearestNames.of(names(), name))
                        + ")",
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

  private List<String> names() {
    return byName.values().stream().map(Model::name).toList();
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
