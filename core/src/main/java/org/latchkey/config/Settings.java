package org.latchkey.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Vocabulary vocabulary;
  private final Map<String, Value> values;

  private Settings(Vocabulary vocabulary, Map<String, Value> values) {
    this.vocabulary = vocabulary;
    this.values = values;
  }

  /**
   * A value and where it comes from.
   *
   * @param text the value in the spelling of layers; empty leaves the phone's own default
   * @param origin the layer that set it
   * @param secret whether the text must not be shown
   */
  public record Value(String text, Layer origin, boolean secret) {
    /**
     * A value that may be shown.
     *
     * @param text the value in the spelling of layers
     * @param origin the layer that set it
     */
    public Value(String text, Layer origin) {
      this(text, origin, false);
    }

    /**
     * Says whether the phone's own default is left.
     *
     * @return true for the empty text
     */
    public boolean isEmpty() {
      return text.isEmpty();
    }

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

    /**
     * The value of a list setting.
     *
     * @return its words in order
     */
    public List<String> words() {
      return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    /** Tells everything but a secret text. */
    @Override
    public String toString() {
      return (secret ? Parameter.MASK : text) + " (" + origin.label() + ")";
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
    for (Layered layer : layers) {
      for (Entry entry : layer.entries()) {
        if (entry.brand().isEmpty()) {
          values.put(entry.name(), checked(vocabulary, layer.layer(), entry));
        }
      }
    }
    return new Settings(vocabulary, values);
  }

  /**
   * These settings with other defaults: what was worked out for this phone alone.
   *
   * @param defaults values by the names of settings; they hold where a setting is empty
   * @return the settings that hold
   * @throws InvalidValueException if a setting does not exist or does not allow its value
   */
  public Settings withDefaults(Map<String, String> defaults) {
    Map<String, Value> merged = new HashMap<>(values);
    defaults.forEach(
        (name, text) -> {
          Setting setting = vocabulary.get(name);
          setting.check(text);
          if (get(name).isEmpty()) {
            merged.put(name, new Value(text, Layer.LIBRARY, setting.secret()));
          }
        });
    return new Settings(vocabulary, merged);
  }

  /**
   * Tells what holds for a setting.
   *
   * @param name the setting's name in the vocabulary
   * @return its value and origin
   * @throws InvalidValueException if the vocabulary has no such setting
   */
  public Value get(String name) {
    Value value = values.get(name);
    if (value != null) {
      return value;
    }
    Setting setting = vocabulary.get(name);
    return new Value(setting.defaultValue(), Layer.LIBRARY, setting.secret());
  }

  private static Value checked(Vocabulary vocabulary, Layer layer, Entry entry) {
    try {
      Setting setting = vocabulary.get(entry.name());
      setting.check(entry.value());
      return new Value(entry.value(), layer, setting.secret());
    } catch (InvalidValueException e) {
      throw new RenderException(layer.label(), entry.parameter(), e.problem());
    }
  }
}
