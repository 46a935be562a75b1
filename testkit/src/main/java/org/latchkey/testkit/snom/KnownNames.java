package org.latchkey.testkit.snom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Names of settings that phones of a family know; read once, shared by all phones. */
final class KnownNames {
  /** Desk phones and DECT bases. */
  static final KnownNames DESK = new KnownNames("desk-settings.txt");

  /** Conference phones, whose names are paths. */
  static final KnownNames CONFERENCE = new KnownNames("conference-settings.txt");

  /** The model that alone knows a name, or the empty string. */
  private final Map<String, String> models = new HashMap<>();

  private KnownNames(String file) {
    try (InputStream in = Objects.requireNonNull(KnownNames.class.getResourceAsStream(file));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (String line : lines.lines().collect(Collectors.toList())) {
        if (!line.startsWith("#")) {
          int blank = line.indexOf(' ');
          models.put(
              blank < 0 ? line : line.substring(0, blank),
              blank < 0 ? "" : line.substring(blank + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a model knows a name; numbers in it stand for any number. */
  boolean knows(String model, String name) {
    String only = models.get(name);
    if (only == null) {
      only = models.get(name.replaceAll("\\d+$", "N"));
    }
    if (only == null) {
      only = models.get(name.replaceAll("(?<=\\.)\\d+(?=\\.|$)", "N"));
    }
    return only != null && model.startsWith(only);
  }
}
