package org.latchkey.brand.snom;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * Function keys (Snom Service Hub, functionKeys): the first position is the slot with index 0,
 * those of expansion modules follow the phone's own. All slots that the model can have are named: a
 * key of the phone's own that the device does not mention is a line key, as from the factory, and
 * one of an expansion module does nothing. Keys from the factory must be changeable or the phone
 * complains of each of them in its log (wazo_snom); the writer makes all so.
 */
final class SnomKeys {
  /** Stands for the value of a key in the tables of what keys do. */
  static final String VALUE = "{}";

  /** Slots that may be written at all (wazo_snom, fspbx). */
  private static final int SLOTS = 220;

  private static final String PARK = "(park)";
  private static final Map<LineKey.Type, Action> ACTIONS = actions();

  private SnomKeys() {}

  /** What a key does, and whether it needs no value for it. */
  private record Action(String content, boolean alone) {}

  static void add(Parameters.Builder out, Rendering rendering) {
    Model model = rendering.model();
    List<LineKey> keys = rendering.device().keys();
    int slots = slots(model);
    Map<Integer, Integer> byPosition = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      check(model, slots, keys.get(i), i);
      byPosition.put(keys.get(i).position(), i);
    }
    for (int position = 1; position <= slots; position++) {
      String name = SnomXml.KEY + "." + (position - 1);
      @Nullable Integer index = byPosition.get(position);
      if (index == null) {
        out.add(name, position <= model.keys() ? "line" : "none", Layer.LIBRARY);
      } else {
        add(out, name, rendering, index);
      }
    }
  }

  private static int slots(Model model) {
    return Math.min(model.keys() + SnomModels.sideKeys(model), SLOTS);
  }

  private static void add(Parameters.Builder out, String name, Rendering rendering, int index) {
    LineKey key = rendering.device().keys().get(index);
    Settings.Value local = rendering.settings().get("local-changes");
    String content = content(rendering, key, index);
    out.add(name, content, Layer.DEVICE);
    key.line().ifPresent(line -> out.add(name + "@context", line, Layer.DEVICE));
    out.add(name + "@label", SnomText.shown(key.label()), Layer.DEVICE);
    SnomSettings.addKept(out, name, local);
  }

  private static String content(Rendering rendering, LineKey key, int index) {
    @Nullable Action action = ACTIONS.get(key.type());
    if (action == null) {
      throw refused(index, "type", "no function key of this brand can do that");
    }
    String value = key.value();
    if (key.type() == LineKey.Type.VOICEMAIL && value.isEmpty()) {
      value = voicemail(rendering.device().lines(), key.line());
    }
    if (!action.alone() && value.isEmpty()) {
      throw refused(index, "value", "must be what a key of this type needs, was empty");
    }
    String content = action.content();
    if (content.equals(PARK)) {
      content = SnomModels.hasNote(rendering.model(), "orbit") ? "orbit {}" : "speed {}";
    }
    Settings.Value pickup = rendering.settings().get("dial.pickup-code");
    boolean picks = key.type() == LineKey.Type.BLF && !pickup.isEmpty();
    return content.replace(VALUE, value) + (picks ? "|" + pickup.text() : "");
  }

  private static String voicemail(List<Line> lines, Optional<Integer> number) {
    return lines.stream()
        .filter(line -> number.isEmpty() || line.number() == number.get())
        .flatMap(line -> line.voicemail().stream())
        .findFirst()
        .orElse("");
  }

  private static void check(Model model, int slots, LineKey key, int index) {
    if (key.position() > slots) {
      String allowed =
          slots == 0
              ? "a " + model.name() + " has no function keys, was "
              : "must be 1 to " + slots + " on a " + model.name() + ", was ";
      throw refused(index, "position", allowed + key.position());
    }
    if (key.line().filter(line -> line > model.lines()).isPresent()) {
      throw refused(index, "line", "must be 1 to " + model.lines() + " on a " + model.name());
    }
    String objection =
        key.value().indexOf('|') >= 0
            ? "must have no bar in it, behind which a code for pickup would stand"
            : SnomText.objection(key.value());
    if (!objection.isEmpty()) {
      throw refused(index, "value", objection);
    }
  }

  static RenderException refused(int index, String field, String problem) {
    return new RenderException(Layer.DEVICE.label(), "keys[" + index + "]." + field, problem);
  }

  private static Map<LineKey.Type, Action> actions() {
    Map<LineKey.Type, Action> actions = new EnumMap<>(LineKey.Type.class);
    for (List<String> row : SnomTable.rows("key-types.txt")) {
      actions.put(
          LineKey.Type.valueOf(row.get(0).toUpperCase(Locale.ROOT)),
          new Action(row.get(1), row.get(2).equals("yes")));
    }
    return Collections.unmodifiableMap(actions);
  }
}
