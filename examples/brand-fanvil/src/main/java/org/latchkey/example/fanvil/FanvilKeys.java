package org.latchkey.example.fanvil;

import java.util.List;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;

/** The keys of the first page, all of them, so that one that was taken away does not stay. */
final class FanvilKeys {
  private FanvilKeys() {}

  static void add(Parameters.Builder out, Rendering rendering) {
    int most = rendering.model().keys();
    boolean[] used = new boolean[most + 1];
    List<LineKey> keys = rendering.device().keys();
    for (int i = 0; i < keys.size(); i++) {
      LineKey key = keys.get(i);
      if (key.position() > most) {
        String allowed = most == 0 ? "has no place on this model" : "must be 1 to " + most;
        throw refused(i, "position", allowed + ", was " + key.position());
      }
      used[key.position()] = true;
      add(out, key, i);
    }
    for (int position = 1; position <= most; position++) {
      if (!used[position]) {
        out.add(name(position) + "Type", 0, Layer.LIBRARY);
      }
    }
  }

  private static void add(Parameters.Builder out, LineKey key, int index) {
    int line = key.line().orElse(1);
    String number = key.value();
    if (!number.chars().allMatch(c -> Character.isLetterOrDigit(c) || "*#+._-".indexOf(c) >= 0)) {
      throw refused(index, "value", "must be a number, or letters, digits and * # + . _ -");
    }
    // the value ends with what is done to the number
    String value =
        switch (key.type()) {
          case NONE -> "";
          case LINE -> "SIP" + line;
          case SPEED_DIAL -> number + "@" + line + "/f";
          case BLF -> number + "@" + line + "/ba";
          case CALL_PARK -> number + "@" + line + "/c";
          default ->
              throw refused(index, "type", "must be none, line, speed_dial, blf or call_park");
        };
    int type = key.type() == LineKey.Type.NONE ? 0 : key.type() == LineKey.Type.LINE ? 2 : 1;
    out.add(name(key.position()) + "Type", type, Layer.DEVICE)
        .add(name(key.position()) + "Value", value, Layer.DEVICE)
        .add(name(key.position()) + "Title", FanvilXml.shown(key.label()), Layer.DEVICE);
  }

  private static String name(int position) {
    return "dsskey.internal.1.Fkey." + position + ".";
  }

  private static RenderException refused(int index, String field, String problem) {
    return new RenderException(Layer.DEVICE.label(), "keys[" + index + "]." + field, problem);
  }
}
