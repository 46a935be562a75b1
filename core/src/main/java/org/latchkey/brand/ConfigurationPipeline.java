package org.latchkey.brand;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.latchkey.brand.Explanation.Explained;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.config.Layered;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.device.Entry;
import org.latchkey.error.RenderException;

/**
 * Parameters first, bytes last: the brand's mapping, then native overrides, then reserved
 * parameters, then one writer. Until the proof, nothing of it names a firmware.
 *
 * @since 1.0
 */
public final class ConfigurationPipeline {
  private ConfigurationPipeline() {}

  /**
   * Works out the parameters of a configuration.
   *
   * @param brand the device's brand
   * @param rendering what the configuration is made of
   * @param layers the entries of all layers, weakest first
   * @return the parameters in the order in which they are written
   * @throws RenderException if the brand knows that a native entry cannot have its value; it names
   *     layer and parameter, never the value
   */
  public static Parameters parameters(Brand brand, Rendering rendering, List<Layered> layers) {
    Renderer renderer = brand.renderer();
    Parameters all = renderer.map(rendering);
    for (Layered layer : layers) {
      Parameters natives = natives(brand, rendering.model(), layer);
      // most phones have none, and to lay nothing over all the others is not cheap
      all = natives.list().isEmpty() ? all : all.overlaidBy(natives);
    }
    Predicate<String> dropped = renderer::reserves;
    if (!rendering.proven()) {
      dropped = dropped.or(renderer::namesFirmware);
    }
    return all.replacing(dropped, renderer.reserved(rendering));
  }

  /**
   * Tells for each parameter of a configuration which layer set it and what it overrode. It does so
   * by working the configuration out once more without each of the stronger layers, so that nothing
   * but the pipeline itself has to know how layers meet.
   *
   * @param brand the device's brand
   * @param rendering makes of some layers, weakest first, what the configuration is made of
   * @param layers the entries of all layers, weakest first
   * @return the explanation, secrets and all
   */
  public static Explanation explain(
      Brand brand, Function<List<Layered>, Rendering> rendering, List<Layered> layers) {
    Map<Place, Deque<Parameter>> history = new HashMap<>();
    for (int count = 0; count < layers.size(); count++) {
      List<Layered> weaker = layers.subList(0, count);
      places(parameters(brand, rendering.apply(weaker), weaker))
          .forEach(
              (place, said) -> {
                Deque<Parameter> before = history.computeIfAbsent(place, p -> new ArrayDeque<>(2));
                if (before.isEmpty() || !before.getFirst().equals(said)) {
                  before.addFirst(said);
                }
              });
    }
    Rendering whole = rendering.apply(layers);
    List<Explained> explained = new ArrayList<>();
    places(parameters(brand, whole, layers))
        .forEach(
            (place, parameter) -> {
              List<Parameter> overrode =
                  history.getOrDefault(place, new ArrayDeque<>()).stream()
                      .filter(before -> !before.equals(parameter))
                      .toList();
              explained.add(new Explained(parameter, overrode));
            });
    List<Remark> remarks = new ArrayList<>(brand.renderer().remarks(whole));
    remarks.addAll(unspoken(brand, whole.model(), layers));
    return new Explanation(explained, remarks);
  }

  /** Native entries that are for other models of the brand. */
  private static List<Remark> unspoken(Brand brand, Model model, List<Layered> layers) {
    List<Remark> remarks = new ArrayList<>();
    for (Layered layer : layers) {
      for (Entry entry : layer.entries()) {
        if (isOf(brand, entry) && !brand.renderer().speaks(model, entry.name())) {
          String problem = "a " + model.name() + " has no parameter of this name";
          remarks.add(new Remark(entry.parameter(), layer.layer(), problem));
        }
      }
    }
    return remarks;
  }

  private static boolean isOf(Brand brand, Entry entry) {
    return entry.brand().filter(brand.id()::equals).isPresent();
  }

  /** A name, and how often it stood before: some brands have parameters that are commands. */
  private record Place(String name, int before) {}

  private static Map<Place, Parameter> places(Parameters parameters) {
    Map<Place, Parameter> places = new LinkedHashMap<>();
    for (Parameter parameter : parameters.list()) {
      int before = 0;
      while (places.putIfAbsent(new Place(parameter.name(), before), parameter) != null) {
        before++;
      }
    }
    return places;
  }

  private static Parameters natives(Brand brand, Model model, Layered layer) {
    Renderer renderer = brand.renderer();
    Parameters.Builder natives = Parameters.builder();
    for (Entry entry : layer.entries()) {
      if (!isOf(brand, entry) || !renderer.speaks(model, entry.name())) {
        continue;
      }
      String objection = renderer.objection(entry.name(), entry.value());
      if (!objection.isEmpty()) {
        throw new RenderException(layer.layer().label(), entry.name(), objection);
      }
      if (renderer.holdsSecret(entry.name())) {
        natives.addSecret(entry.name(), entry.value(), layer.layer());
      } else {
        natives.add(entry.name(), entry.value(), layer.layer());
      }
    }
    return natives.build();
  }
}
