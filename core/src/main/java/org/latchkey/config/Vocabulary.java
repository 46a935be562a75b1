package org.latchkey.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final Vocabulary STANDARD = read();

  private final Map<String, Setting> byName;

  private Vocabulary(Map<String, Setting> byName) {
    this.byName = byName;
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
   * Finds a setting that must exist.
   *
   * @param name its name
   * @return the setting
   * @throws InvalidValueException if there is none
   */
  public Setting get(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(
            () ->
                InvalidValueException.of(
                    "parameter",
                    "a neutral setting ("
                        + String.join(", ", byName.keySet())
                        + ") or native with its brand, such as yealink:name",
                    name));
  }

  private static Vocabulary read() {
    Map<String, Setting> byName = new LinkedHashMap<>();
    try (InputStream in =
            Objects.requireNonNull(Vocabulary.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          Setting setting = setting(line);
          byName.put(setting.name(), setting);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    return new Vocabulary(byName);
  }

  private static Setting setting(String line) {
    String[] column = line.split("\\|", -1);
    for (int i = 0; i < column.length; i++) {
      column[i] = column[i].strip();
    }
    Setting setting =
        new Setting(
            column[0],
            Setting.type(column[1]),
            column[2],
            column[3].isEmpty() ? 0 : Long.parseLong(column[3]),
            column[4].isEmpty() ? 0 : Long.parseLong(column[4]),
            column[5],
            column[6]);
    setting.check(setting.defaultValue());
    return setting;
  }
}
