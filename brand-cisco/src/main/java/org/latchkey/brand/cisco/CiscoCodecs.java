package org.latchkey.brand.cisco;

import java.util.ArrayList;
import java.util.List;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/** Codecs of a line: the three best by name, and of those that have a switch the rest. */
final class CiscoCodecs {
  private static final List<List<String>> CODECS = CiscoTable.rows("codecs.txt");
  private static final List<String> PLACES =
      List.of("Preferred_Codec_", "Second_Preferred_Codec_", "Third_Preferred_Codec_");
  private static final String NONE = "Unspecified";
  private static final String LINE = "{line}";

  private CiscoCodecs() {}

  /** Without any that it knows a phone keeps its own. */
  static void add(Parameters.Builder out, Settings.Value wanted, CiscoDialect dialect, int line) {
    List<List<String>> ordered = ordered(wanted, dialect);
    if (ordered.isEmpty()) {
      return;
    }
    for (int i = 0; i < PLACES.size(); i++) {
      String codec = i < ordered.size() ? ordered.get(i).get(1) : NONE;
      out.add(PLACES.get(i) + line + "_", codec, wanted.origin());
    }
    for (List<String> codec : known(dialect)) {
      if (!codec.get(2).isEmpty()) {
        out.add(
            codec.get(2).replace(LINE, Integer.toString(line)),
            ordered.contains(codec) ? "Yes" : "No",
            wanted.origin());
      }
    }
  }

  /** Whether a phone knows all that are wanted. */
  static boolean says(Settings.Value wanted, CiscoDialect dialect) {
    return ordered(wanted, dialect).size() == wanted.words().size();
  }

  private static List<List<String>> known(CiscoDialect dialect) {
    return CODECS.stream().filter(row -> dialect.meets(row.get(3))).toList();
  }

  private static List<List<String>> ordered(Settings.Value wanted, CiscoDialect dialect) {
    List<List<String>> known = known(dialect);
    List<List<String>> ordered = new ArrayList<>();
    for (String word : wanted.words()) {
      known.stream().filter(row -> row.get(0).equals(word)).forEach(ordered::add);
    }
    return ordered;
  }
}
