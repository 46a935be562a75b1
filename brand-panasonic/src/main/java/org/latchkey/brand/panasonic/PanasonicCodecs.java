package org.latchkey.brand.panasonic;

import java.util.ArrayList;
import java.util.List;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;

/**
 * Which codecs a line may use, the best first: by a switch and a place for each on most phones, by
 * five slots in order on KX-TGP500. Without any that it knows a phone has its own.
 */
final class PanasonicCodecs {
  private static final List<List<String>> CODECS = PanasonicTable.rows("codecs.txt");
  private static final int SWITCH = 1;
  private static final int SLOT_NAME = 2;
  private static final int PAYLOAD = 3;
  private static final int XML_NAME = 4;
  private static final int ON_UT670 = 5;
  private static final String RATE = "8000";

  private PanasonicCodecs() {}

  static void add(
      Parameters.Builder out, Settings.Value wanted, PanasonicDialect dialect, int line) {
    List<List<String>> ordered = ordered(wanted, dialect);
    if (ordered.isEmpty()) {
      return;
    }
    if (dialect.family().equals("pcc")) {
      for (int slot = 0; slot < CODECS.size(); slot++) {
        addSlot(out, slot, line, slot < ordered.size() ? ordered.get(slot) : List.of(), wanted);
      }
      return;
    }
    for (List<String> codec : known(dialect)) {
      int place = ordered.indexOf(codec) + 1;
      add(out, name(dialect, "CODEC_ENABLE", codec, line), place > 0 ? "Y" : "N", wanted.origin());
      if (place > 0) {
        String number = Integer.toString(place);
        add(out, name(dialect, "CODEC_PRIORITY", codec, line), number, wanted.origin());
      }
    }
  }

  /** Whether this phone has a word for each of them. */
  static boolean saysAll(Settings.Value wanted, PanasonicDialect dialect) {
    return ordered(wanted, dialect).size() == wanted.words().size();
  }

  private static void addSlot(
      Parameters.Builder out, int slot, int line, List<String> codec, Settings.Value wanted) {
    String end = slot + "_" + line;
    boolean free = codec.isEmpty();
    add(out, "SDP_CODEC" + end, free ? "" : codec.get(SLOT_NAME), wanted.origin());
    add(out, "SDP_CKRTE" + end, free ? "" : RATE, wanted.origin());
    add(out, "SDP_PTYPE" + end, free ? "" : codec.get(PAYLOAD), wanted.origin());
    add(out, "SDP_PARAM" + end, free ? "" : "0", wanted.origin());
  }

  private static void add(Parameters.Builder out, String name, String value, Layer origin) {
    out.add(name, value, origin);
  }

  private static String name(PanasonicDialect dialect, String name, List<String> codec, int line) {
    return dialect.isXml()
        ? "Device/Lines/Line." + line + "/Voip/" + name + "_" + codec.get(XML_NAME)
        : name + codec.get(SWITCH) + "_" + line;
  }

  private static List<List<String>> ordered(Settings.Value wanted, PanasonicDialect dialect) {
    List<List<String>> ordered = new ArrayList<>();
    List<List<String>> known = known(dialect);
    for (String word : wanted.words()) {
      known.stream().filter(row -> row.get(0).equals(word)).forEach(ordered::add);
    }
    return ordered;
  }

  private static List<List<String>> known(PanasonicDialect dialect) {
    return switch (dialect.family()) {
      case "utg" -> CODECS.stream().filter(row -> !row.get(XML_NAME).isEmpty()).toList();
      case "ut670" -> CODECS.stream().filter(row -> !row.get(ON_UT670).isEmpty()).toList();
      case "uds" -> List.of();
      default -> CODECS;
    };
  }
}
