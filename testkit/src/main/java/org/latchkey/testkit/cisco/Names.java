package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Which element names a family knows; it ignores all others without a word. */
final class Names {
  private static final Pattern INDEX = Pattern.compile("(?<=_)\\d{1,3}(?=_|$)");
  private static final Map<Family, Set<String>> ALL = read();

  private Names() {}

  static boolean known(Family family, String name) {
    return ALL.getOrDefault(family, Set.of()).contains(INDEX.matcher(name).replaceAll("N"));
  }

  private static Map<Family, Set<String>> read() {
    Map<Family, Set<String>> all = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      all.put(family, new HashSet<>());
    }
    try (InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream("names.txt"));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      lines.lines().filter(l -> !l.startsWith("#")).forEach(l -> add(all, l));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static void add(Map<Family, Set<String>> all, String line) {
    int blank = line.indexOf(' ');
    all.forEach(
        (family, names) -> {
          if (line.indexOf(family.letter(), blank) > 0) {
            names.add(line.substring(0, blank));
          }
        });
  }
}
