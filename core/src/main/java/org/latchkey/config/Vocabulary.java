package org.latchkey.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.error.InvalidValueException;

/**
 * All neutral settings, read from one resource file.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class Vocabulary {
  private static final String RESOURCE = "settings.txt";
  private static final Vocabulary STANDARD =
      of(Table.rows(RESOURCE, Vocabulary.class.getResourceAsStream(RESOURCE)));

  private final Map<String, Setting> byName;

  private Vocabulary(Map<String, Setting> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /**
   * The vocabulary of this version.
   *
   * @return all neutral settings
   */
  public static Vocabulary standard() {
    return STANDARD;
  }

  /**
   * Lists the settings.
   *
   * @return in the order of the resource file
   */
  public List<Setting> all() {
    return List.copyOf(byName.values());
  }

  /**
   * Finds a setting.
   *
   * @param name its name
   * @return the setting, or empty if there is none of that name
   */
  public Optional<Setting> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * Finds a setting that must exist.
   *
   * @param name its name
   * @return the setting
   * @throws InvalidValueException if there is none; the message has the nearest names
   */
  public Setting get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                InvalidValueException.of(
                    "parameter",
                    "a neutral setting (nearest: "
                        + String.join(", ", NearestNames.of(byName.keySet(), name))
                        + ") or native with its brand, such as yealink:name",
                    name));
  }

  /** A vocabulary of rows: name, type, unit, least, most, default, description. */
  static Vocabulary of(List<List<String>> rows) {
    Map<String, Setting> byName = new LinkedHashMap<>();
    for (List<String> row : rows) {
      Setting setting = setting(row);
      if (byName.put(setting.name(), setting) != null) {
        throw new IllegalArgumentException("twice: " + setting.name());
      }
    }
    return new Vocabulary(byName);
  }

  private static Setting setting(List<String> row) {
    String[] type = row.get(1).split(": *", 2);
    Setting setting =
        new Setting(
            row.get(0),
            Setting.type(type[0]),
            type.length == 1 ? List.of() : List.of(type[1].split(" +")),
            row.get(2),
            row.get(3).isEmpty() ? 0 : Long.parseLong(row.get(3)),
            row.get(4).isEmpty() ? 0 : Long.parseLong(row.get(4)),
            row.get(5),
            row.get(6));
    setting.check(setting.defaultValue());
    return setting;
  }
}
