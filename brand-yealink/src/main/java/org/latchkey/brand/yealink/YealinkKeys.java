package org.latchkey.brand.yealink;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;

/**
 * Programmable keys (Yealink administrator guide for SIP-T phones V84-V86, DSS keys). Every key of
 * the model is named, or a key that was taken away would stay: where the device has none, the
 * account of that number gets its key, and other positions do nothing. Of side cars those are named
 * that have a key, and the ones before them.
 */
final class YealinkKeys {
  private static final Map<LineKey.Type, String> TYPES = types();

  private YealinkKeys() {}

  static void add(Parameters.Builder out, Rendering rendering, YealinkDialect dialect) {
    List<LineKey> list = rendering.device().keys();
    YealinkKeyPlaces places = new YealinkKeyPlaces(rendering.model(), dialect);
    int last = places.onPhone();
    for (int i = 0; i < list.size(); i++) {
      check(places, rendering.model(), i, list.get(i));
      last = Math.max(last, places.lastBeside(list.get(i).position()));
    }
    Map<Integer, LineKey> keys =
        list.stream().collect(Collectors.toMap(LineKey::position, Function.identity()));
    SortedSet<Integer> lines =
        rendering.device().lines().stream()
            .map(Line::number)
            .collect(Collectors.toCollection(TreeSet::new));
    Settings.Value pickup = rendering.settings().get("dial.pickup-code");
    for (int position = 1; position <= last; position++) {
      @Nullable LineKey key = keys.get(position);
      if (key != null) {
        add(out, places.name(position), key, line(key, lines), dialect);
        addPickup(out, places.name(position), key.type(), pickup, dialect);
      } else if (lines.contains(position) && position <= rendering.model().keys()) {
        add(out, places.name(position), LineKey.Type.LINE, position, "", "", Layer.LIBRARY);
      } else if (!places.turnsPages(position)) {
        out.add(places.name(position) + "type", type(LineKey.Type.NONE), Layer.LIBRARY);
      }
    }
  }

  private static void check(YealinkKeyPlaces places, Model model, int index, LineKey key) {
    if (key.position() > places.all()) {
      String allowed =
          places.all() == 0
              ? "a " + model.name() + " has no line keys, was "
              : "must be 1 to " + places.all() + " on a " + model.name() + ", was ";
      throw refused(index, "position", allowed + key.position());
    }
    if (places.turnsPages(key.position())) {
      throw refused(index, "position", "turns the pages of the side car on a " + model.name());
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
    String objection = YealinkGrammar.objection(key.value());
    if (!objection.isEmpty()) {
      throw refused(index, "value", objection);
    }
  }

  private static RenderException refused(int index, String field, String problem) {
    return new RenderException(Layer.DEVICE.label(), "keys[" + index + "]." + field, problem);
  }

  private static void add(
      Parameters.Builder out, String name, LineKey key, int line, YealinkDialect dialect) {
    if (key.type() == LineKey.Type.NONE) {
      out.add(name + "type", type(LineKey.Type.NONE), Layer.DEVICE);
      return;
    }
    boolean fromZero =
        key.type() == LineKey.Type.BLF && dialect.has(YealinkQuirk.WATCHED_LINES_FROM_ZERO);
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

  private static void addPickup(
      Parameters.Builder out,
      String name,
      LineKey.Type type,
      Settings.Value code,
      YealinkDialect dialect) {
    if (type == LineKey.Type.BLF) {
      out.add(name + "extension", code.text(), code.origin());
      if (dialect.has(YealinkQuirk.PICKUP_VALUE)) {
        out.add(name + "pickup_value", code.text(), code.origin());
      }
    }
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
    return Collections.unmodifiableMap(types);
  }
}
