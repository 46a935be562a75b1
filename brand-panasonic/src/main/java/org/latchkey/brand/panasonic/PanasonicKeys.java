package org.latchkey.brand.panasonic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;

/**
 * Flexible keys, and behind them those of an expansion unit. All are named: where the device has
 * none, the line of that number gets its key, and other keys do nothing.
 */
final class PanasonicKeys {
  private static final String ACTION = "X_PANASONIC_IPTEL_";
  private static final Map<LineKey.Type, List<String>> TYPES = types();

  private PanasonicKeys() {}

  /** A key with its place in the device's list. */
  private record Placed(LineKey key, int index) {}

  static void add(Parameters.Builder out, Rendering rendering, PanasonicDialect dialect) {
    Map<Integer, Placed> byPosition = placed(rendering);
    SortedMap<Integer, Line> lines = new TreeMap<>();
    rendering.device().lines().forEach(line -> lines.put(line.number(), line));
    Model model = rendering.model();
    for (int position = 1; position <= model.keys(); position++) {
      Out to = new Out(out, dialect, "FLEX_BUTTON_", position);
      @Nullable Placed placed = byPosition.get(position);
      @Nullable Line line = lines.get(position);
      if (placed != null) {
        to.add(placed.key(), lines);
      } else if (line != null) {
        to.line(position, line.label(), Layer.LIBRARY);
      } else {
        to.clear();
      }
    }
    for (int number = 1; number <= PanasonicModels.expansionKeys(model); number++) {
      Out to = new Out(out, dialect, "DSS_BUTTON_", number);
      @Nullable Placed placed = byPosition.get(model.keys() + number);
      if (placed != null) {
        to.add(placed.key(), lines);
      } else {
        to.clear();
      }
    }
  }

  private static Map<Integer, Placed> placed(Rendering rendering) {
    Map<Integer, Placed> placed = new HashMap<>();
    Model model = rendering.model();
    int most = model.keys() + PanasonicModels.expansionKeys(model);
    List<LineKey> keys = rendering.device().keys();
    for (int i = 0; i < keys.size(); i++) {
      LineKey key = keys.get(i);
      if (most == 0) {
        throw refused(i, "position", "is none on a " + model.name() + ": no keys of it are known");
      }
      if (key.position() > most) {
        throw refused(
            i,
            "position",
            "must be 1 to " + most + " on a " + model.name() + ", was " + key.position());
      }
      if (key.type() != LineKey.Type.NONE && !TYPES.containsKey(key.type())) {
        throw refused(i, "type", "must be line, BLF, speed dial or none");
      }
      int line = key.line().orElse(1);
      if (line > model.lines()) {
        throw refused(i, "line", "must be 1 to " + model.lines() + " on a " + model.name());
      }
      PanasonicText.check(Layer.DEVICE, "keys[" + i + "].value", key.value(), false);
      placed.put(key.position(), new Placed(key, i));
    }
    return placed;
  }

  private static RenderException refused(int index, String field, String problem) {
    return new RenderException(Layer.DEVICE.label(), "keys[" + index + "]." + field, problem);
  }

  /**
   * One key on its way out.
   *
   * @param prefix what the names of its kind begin with
   * @param number its number among them
   */
  private record Out(Parameters.Builder out, PanasonicDialect dialect, String prefix, int number) {
    void add(LineKey key, SortedMap<Integer, Line> lines) {
      switch (key.type()) {
        case NONE -> clear();
        case LINE -> {
          int line = key.line().orElse(lines.isEmpty() ? 1 : lines.firstKey());
          @Nullable Line own = lines.get(line);
          line(
              line, key.label().isEmpty() && own != null ? own.label() : key.label(), Layer.DEVICE);
        }
        case SPEED_DIAL -> {
          put(action(key.type()), key.value(), key.label(), Layer.DEVICE);
          dial(key.value(), Layer.DEVICE);
        }
        default -> {
          put(action(key.type()), key.value(), key.label(), Layer.DEVICE);
          dial("", Layer.DEVICE);
        }
      }
    }

    void line(int line, String label, Layer origin) {
      // KX-UT: the line twice, as FusionPBX writes it for KX-UT670
      boolean hdv = dialect.meets("hdv");
      put(action(LineKey.Type.LINE), hdv ? "" + line : line + "," + line, label, origin);
      dial("", origin);
    }

    void clear() {
      put("", "", "", Layer.LIBRARY);
      dial("", Layer.LIBRARY);
    }

    private String action(LineKey.Type type) {
      List<String> words = TYPES.getOrDefault(type, List.of("", ""));
      return ACTION + words.get(dialect.meets("hdv") ? 1 : 0);
    }

    private void dial(String digits, Layer origin) {
      if (dialect.has(PanasonicQuirk.DIALS_BY_QUICK_DIAL)) {
        out.add(prefix + "QUICK_DIAL" + number, digits, origin);
      }
    }

    private void put(String action, String argument, String label, Layer origin) {
      out.add(prefix + "FACILITY_ACT" + number, action, origin)
          .add(prefix + "FACILITY_ARG" + number, argument, origin)
          .add(prefix + "LABEL" + number, PanasonicText.shown(label, false), origin);
    }
  }

  private static Map<LineKey.Type, List<String>> types() {
    Map<LineKey.Type, List<String>> types = new HashMap<>();
    for (List<String> row : PanasonicTable.rows("key-types.txt")) {
      types.put(LineKey.Type.valueOf(row.get(0)), row.subList(1, row.size()));
    }
    return Map.copyOf(types);
  }
}
