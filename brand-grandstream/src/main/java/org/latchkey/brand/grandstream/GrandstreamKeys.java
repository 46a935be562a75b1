package org.latchkey.brand.grandstream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;

/**
 * Programmable keys: virtual ones on the screen, multi-purpose ones on the case (fusionpbx,
 * grp261x, gxp17xx; wazo_grandstream). Every key of the model is named, since a virtual key that is
 * skipped takes all behind it away: where the device has none, the account of that number gets its
 * key.
 */
final class GrandstreamKeys {
  private static final Map<LineKey.Type, String> MODES = modes();
  private static final int LONGEST_VALUE = 64;
  private static final int LONGEST_LABEL = 32;
  private static final int FIRST_BLOCK = 6;
  private static final int LAST_OF_ROW = 7;

  private GrandstreamKeys() {}

  static void add(Parameters.Builder out, Rendering rendering, GrandstreamDialect dialect) {
    List<LineKey> list = rendering.device().keys();
    SortedSet<Integer> lines = lines(rendering);
    for (int i = 0; i < list.size(); i++) {
      check(rendering.model(), dialect, lines, i, list.get(i));
    }
    Map<Integer, LineKey> keys =
        list.stream().collect(Collectors.toMap(LineKey::position, Function.identity()));
    boolean virtual = GrandstreamModels.virtualKeys(rendering.model()) > 0;
    for (int position = 1; position <= rendering.model().keys(); position++) {
      Names names = names(rendering.model(), dialect, position);
      @Nullable LineKey key = keys.get(position);
      if (key != null) {
        add(out, names, dialect, mode(key.type()), line(key, lines), key);
      } else if (virtual && lines.contains(position)) {
        out.add(names.mode(), mode(LineKey.Type.LINE), Layer.LIBRARY)
            .add(names.account(), account(position, dialect), Layer.LIBRARY);
      } else {
        out.add(names.mode(), mode(LineKey.Type.NONE), Layer.LIBRARY);
      }
    }
  }

  private static void add(
      Parameters.Builder out,
      Names names,
      GrandstreamDialect dialect,
      String mode,
      int line,
      LineKey key) {
    out.add(names.mode(), mode, Layer.DEVICE);
    if (key.type() != LineKey.Type.NONE) {
      out.add(names.account(), account(line, dialect), Layer.DEVICE)
          .add(names.label(), label(key.label()), Layer.DEVICE)
          .add(names.value(), key.value(), Layer.DEVICE);
    }
  }

  private static void check(
      Model model, GrandstreamDialect dialect, SortedSet<Integer> lines, int index, LineKey key) {
    if (key.position() > model.keys()) {
      String allowed =
          model.keys() == 0
              ? "the keys of a " + model.name() + " cannot be told, was "
              : "must be 1 to " + model.keys() + " on a " + model.name() + ", was ";
      throw refused(index, "position", allowed + key.position());
    }
    if (!MODES.containsKey(key.type())) {
      throw refused(index, "type", "no key of this brand can do that");
    }
    boolean lineKey =
        dialect.has(GrandstreamQuirk.LINE_KEYS_STAY)
            && key.position() <= GrandstreamModels.virtualKeys(model)
            && lines.contains(key.position());
    if (lineKey && key.type() != LineKey.Type.LINE) {
      throw refused(
          index, "position", "is the key of line " + key.position() + " on a " + model.name());
    }
    if (key.line().filter(line -> line > model.lines()).isPresent()) {
      throw refused(index, "line", "must be 1 to " + model.lines() + " on a " + model.name());
    }
    String objection =
        key.value().length() > LONGEST_VALUE
            ? "must be at most " + LONGEST_VALUE + " characters"
            : GrandstreamGrammar.objection(key.value());
    if (!objection.isEmpty()) {
      throw refused(index, "value", objection);
    }
  }

  private static RenderException refused(int index, String field, String problem) {
    return new RenderException(Layer.DEVICE.label(), "keys[" + index + "]." + field, problem);
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

  private static SortedSet<Integer> lines(Rendering rendering) {
    return rendering.device().lines().stream()
        .map(Line::number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String account(int line, GrandstreamDialect dialect) {
    return dialect.word(Integer.toString(line - 1), "Account" + line);
  }

  /** A label that the phone can show. */
  private static String label(String text) {
    String shown = GrandstreamGrammar.shown(text);
    int end = Math.min(shown.length(), LONGEST_LABEL);
    boolean half = end < shown.length() && Character.isLowSurrogate(shown.charAt(end));
    return shown.substring(0, half ? end - 1 : end);
  }

  /** Labels that are cut. */
  static List<Remark> remarks(Rendering rendering) {
    List<Remark> remarks = new ArrayList<>();
    List<LineKey> keys = rendering.device().keys();
    for (int i = 0; i < keys.size(); i++) {
      String label = label(keys.get(i).label());
      if (!label.equals(GrandstreamGrammar.shown(keys.get(i).label()))) {
        remarks.add(
            new Remark("keys[" + i + "].label", Layer.DEVICE, "shown as \"" + label + "\""));
      }
    }
    return remarks;
  }

  private record Names(String mode, String account, String label, String value) {}

  private static Names names(Model model, GrandstreamDialect dialect, int position) {
    int virtual = GrandstreamModels.virtualKeys(model);
    int key = position > virtual ? position - virtual : position;
    return switch (GrandstreamModels.keyNames(model)) {
      case "items" -> items("pks." + (position > virtual ? "mpk." : "vpk.") + key + ".", dialect);
      case "fixed" -> fixed(key);
      default -> position > virtual ? numbers(22_995 + 5 * key, 22_996 + 5 * key) : virtual(key);
    };
  }

  private static Names items(String name, GrandstreamDialect dialect) {
    String mode = dialect.lowerCase() ? "keymode" : "keyMode";
    return new Names(name + mode, name + "account", name + "description", name + "value");
  }

  /** The eighth came later, since its row was used up. */
  private static Names fixed(int key) {
    return key > LAST_OF_ROW ? numbers(353, 354) : numbers(322 + key, 298 + 3 * key);
  }

  private static Names virtual(int key) {
    if (key > FIRST_BLOCK) {
      int first = 23_800 + 4 * (key - FIRST_BLOCK - 1);
      return numbers(first, first + 1);
    }
    int mode = 1_361 + 2 * key;
    return new Names("P" + mode, "P" + (mode + 1), "P" + (mode + 102), "P" + (mode + 103));
  }

  private static Names numbers(int mode, int account) {
    return new Names("P" + mode, "P" + account, "P" + (account + 1), "P" + (account + 2));
  }

  private static String mode(LineKey.Type type) {
    return MODES.getOrDefault(type, "");
  }

  private static Map<LineKey.Type, String> modes() {
    Map<LineKey.Type, String> modes = new EnumMap<>(LineKey.Type.class);
    for (List<String> row : GrandstreamTable.rows("key-types.txt")) {
      modes.put(LineKey.Type.valueOf(row.get(0).toUpperCase(Locale.ROOT)), row.get(1));
    }
    return Collections.unmodifiableMap(modes);
  }
}
