package org.latchkey.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.latchkey.device.Entry;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.RenderException;

/**
 * The neutral settings that hold for one phone, each with the layer that set it.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class Settings {
  private final Map<String, Value> values;

  private Settings(Map<String, Value> values) {
    this.values = values;
  }

  /**
   * A value and where it comes from.
   *
   * @param text the value in the spelling of layers
   * @param origin the layer that set it
   */
  public record Value(String text, Layer origin) {

    /**
     * The value of a number setting.
     *
     * @return the number
     */
    public long number() {
      return Long.parseLong(text);
    }

    /**
     * The value of a flag setting.
     *
     * @return true for yes
     */
    public boolean flag() {
      return text.equals("yes");
    }
  }

  /**
   * Lays the neutral entries of all layers over the defaults; native entries are passed over.
   *
   * @param vocabulary all neutral settings
   * @param layers the layers, weakest first
   * @return the settings that hold
   * @throws RenderException if an entry names no neutral setting or has a value that is not allowed
   */
  public static Settings resolve(Vocabulary vocabulary, List<Layered> layers) {
    Map<String, Value> values = new HashMap<>();
    for (Setting setting : vocabulary.all()) {
      values.put(setting.name(), new Value(setting.defaultValue(), Layer.LIBRARY));
    }
    for (Layered layer : layers) {
      for (Entry entry : layer.entries()) {
        if (entry.brand().isEmpty()) {
          values.put(entry.name(), checked(vocabulary, layer.layer(), entry));
        }
      }
    }
    return new Settings(values);
  }

  /**
   * Tells what holds for a setting.
   *
   * @param name the setting's name in the vocabulary
   * @return its value and origin
   * @throws NullPointerException if the vocabulary has no such setting
   */
  public Value get(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  private static Value checked(Vocabulary vocabulary, Layer layer, Entry entry) {
    try {
      vocabulary.get(entry.name()).check(entry.value());
    } catch (InvalidValueException e) {
      throw new RenderException(layer.label(), entry.parameter(), e.problem());
    }
    return new Value(entry.value(), layer);
  }
}
