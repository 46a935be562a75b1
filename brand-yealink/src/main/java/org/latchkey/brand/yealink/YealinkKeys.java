package org.latchkey.brand.yealink;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;

/**
 * Line keys (Yealink administrator guide for SIP-T phones V84-V86, DSS keys). Every key of the
 * model is named, or a key that was taken away would stay: where the device has none, the account
 * of that number gets its key, and other positions do nothing.
 */
final class YealinkKeys {
  private static final Map<LineKey.Type, String> TYPES = types();

  private YealinkKeys() {}

  static void add(Parameters.Builder out, Rendering rendering, Set<YealinkQuirk> quirks) {
    Model model = rendering.model();
    List<LineKey> list = rendering.device().keys();
    for (int i = 0; i < list.size(); i++) {
      check(model, i, list.get(i));
    }
    Map<Integer, LineKey> keys =
        list.stream().collect(Collectors.toMap(LineKey::position, Function.identity()));
    SortedSet<Integer> lines =
        rendering.device().lines().stream()
            .map(Line::number)
            .collect(Collectors.toCollection(TreeSet::new));
    for (int position = 1; position <= model.keys(); position++) {
      LineKey key = keys.get(position);
      String name = "linekey." + position + ".";
      if (key != null) {
        add(out, name, key, line(key, lines), quirks);
      } else if (lines.contains(position)) {
        add(out, name, LineKey.Type.LINE, position, "", "", Layer.LIBRARY);
      } else {
        out.add(name + "type", type(LineKey.Type.NONE), Layer.LIBRARY);
      }
    }
  }

  private static void check(Model model, int index, LineKey key) {
    if (key.position() > model.keys()) {
      String allowed =
          model.keys() == 0
              ? "a " + model.name() + " has no line keys, was "
              : "must be 1 to " + model.keys() + " on a " + model.name() + ", was ";
      throw refused(index, "position", allowed + key.position());
    }
    key.line()
        .filter(line -> line > model.lines())
        .ifPresent(
            line -> {
              throw refused(
                  index,
                  "line",
                  "must be 1 to " + model.lines() + " on a " + model.name() + ", was " + line);
            });
  }

  private static RenderException refused(int index, String field, String problem) {
    return new RenderException(Layer.DEVICE.label(), "keys[" + index + "]." + field, problem);
  }

  private static void add(
      Parameters.Builder out, String name, LineKey key, int line, Set<YealinkQuirk> quirks) {
    if (key.type() == LineKey.Type.NONE) {
      out.add(name + "type", type(LineKey.Type.NONE), Layer.DEVICE);
      return;
    }
    boolean fromZero =
        key.type() == LineKey.Type.BLF && quirks.contains(YealinkQuirk.WATCHED_LINES_FROM_ZERO);
    add(
        out,
        name,
        key.type(),
        fromZero ? line - 1 : line,
        key.value(),
        YealinkGrammar.shown(key.label()),
        Layer.DEVICE);
  }

  private static void add(
      Parameters.Builder out,
      String name,
      LineKey.Type type,
      int line,
      String value,
      String label,
      Layer origin) {
    out.add(name + "type", type(type), origin)
        .add(name + "line", line, origin)
        .add(name + "value", value, origin)
        .add(name + "label", label, origin);
  }

  /** The line that a key uses: its own word, else the account of its number, else the first. */
  private static int line(LineKey key, SortedSet<Integer> lines) {
    if (key.line().isPresent()) {
      return key.line().get();
    }
    if (key.type() == LineKey.Type.LINE && lines.contains(key.position())) {
      return key.position();
    }
    return lines.isEmpty() ? 1 : lines.first();
  }

  private static String type(LineKey.Type type) {
    return Objects.requireNonNull(TYPES.get(type), type.name());
  }

  private static Map<LineKey.Type, String> types() {
    Map<LineKey.Type, String> types = new EnumMap<>(LineKey.Type.class);
    for (List<String> row : YealinkTable.rows("key-types.txt")) {
      types.put(LineKey.Type.valueOf(row.get(0).toUpperCase(Locale.ROOT)), row.get(1));
    }
    return types;
  }
}
