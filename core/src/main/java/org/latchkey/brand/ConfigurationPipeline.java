package org.latchkey.brand;

import java.util.List;
import java.util.function.Predicate;
import org.latchkey.config.Layer;
import org.latchkey.config.Layered;
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
      all = all.overlaidBy(natives(brand, layer.layer(), layer.entries()));
    }
    Predicate<String> dropped = renderer::reserves;
    if (!rendering.proven()) {
      dropped = dropped.or(renderer::namesFirmware);
    }
    return all.replacing(dropped, renderer.reserved(rendering));
  }

  private static Parameters natives(Brand brand, Layer layer, List<Entry> entries) {
    Renderer renderer = brand.renderer();
    Parameters.Builder natives = Parameters.builder();
    for (Entry entry : entries) {
      if (entry.brand().filter(brand.id()::equals).isEmpty()) {
        continue;
      }
      String objection = renderer.objection(entry.name(), entry.value());
      if (!objection.isEmpty()) {
        throw new RenderException(layer.label(), entry.name(), objection);
      }
      if (renderer.isSecret(entry.name())) {
        natives.addSecret(entry.name(), entry.value(), layer);
      } else {
        natives.add(entry.name(), entry.value(), layer);
      }
    }
    return natives.build();
  }
}
