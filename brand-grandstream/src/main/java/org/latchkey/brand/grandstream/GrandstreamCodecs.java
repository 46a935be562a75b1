package org.latchkey.brand.grandstream;

import java.util.List;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * The order of codecs. All places of the list are filled, the last ones with its last codec again,
 * or what stood there before would still be offered.
 */
final class GrandstreamCodecs {
  private static final String SETTING = "audio.codecs";
  private static final List<List<String>> ROWS = GrandstreamTable.rows("codecs.txt");
  private static final int PLACES = 8;

  private GrandstreamCodecs() {}

  static void add(Parameters.Builder out, Settings settings, GrandstreamDialect dialect, int line) {
    Settings.Value wanted = settings.get(SETTING);
    List<String> words = words(wanted, dialect);
    for (int place = 1; place <= PLACES && !words.isEmpty(); place++) {
      String word = words.get(Math.min(place, words.size()) - 1);
      dialect.put(
          out,
          "account." + line + ".codec.choice." + place,
          new Settings.Value(word, wanted.origin()));
    }
  }

  /** Whether the phone can be told every codec that is wanted. */
  static boolean says(Settings settings, GrandstreamDialect dialect) {
    Settings.Value wanted = settings.get(SETTING);
    return words(wanted, dialect).size() == wanted.words().size();
  }

  private static List<String> words(Settings.Value wanted, GrandstreamDialect dialect) {
    int columns = GrandstreamNumbers.columns();
    int column =
        1 + (dialect.items() ? columns + (dialect.meets("gxv") ? 1 : 0) : dialect.column());
    return wanted.words().stream()
        .flatMap(
            codec ->
                ROWS.stream().filter(row -> row.get(0).equals(codec)).map(row -> row.get(column)))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
