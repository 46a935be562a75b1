package org.latchkey.brand.polycom;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.brand.polycom.PolycomDirectory.Contact;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;

/**
 * Line keys (UC Software 5.9 Administrator Guide, flexible line keys and attendant). Once one key
 * is placed every key must be, so all of them are named: where the device has none, the line of
 * that number gets its key, and other positions do nothing. What is watched is a list without gaps
 * in the order of the keys, which is where phones without flexible keys put it by themselves.
 */
final class PolycomKeys {
  private static final Map<LineKey.Type, String> CATEGORIES = categories();
  private static final String WATCHED = "attendant.resourceList.";

  private PolycomKeys() {}

  /** What the keys dial, in the order of their positions and every number once. */
  static List<Contact> contacts(Rendering rendering) {
    return contacts(placed(rendering));
  }

  private static List<Contact> contacts(List<Placed> keys) {
    Map<String, Contact> byNumber = new LinkedHashMap<>();
    for (Placed placed : keys) {
      if (placed.dials()) {
        String number = placed.number();
        byNumber.putIfAbsent(number, new Contact(number, placed.key().label()));
      }
    }
    return List.copyOf(byNumber.values());
  }

  static void add(Parameters.Builder out, Rendering rendering) {
    List<Placed> keys = placed(rendering);
    if (keys.isEmpty()) {
      return;
    }
    addWatched(out, keys);
    out.add("lineKey.reassignment.enabled", 1, Layer.DEVICE);
    List<String> dialled = contacts(keys).stream().map(Contact::number).toList();
    Map<Integer, Placed> byPosition = new TreeMap<>();
    keys.forEach(placed -> byPosition.put(placed.key().position(), placed));
    SortedSet<Integer> lines = lines(rendering);
    int last = Math.max(rendering.model().keys(), keys.get(keys.size() - 1).key().position());
    int watched = 0;
    for (int position = 1; position <= last; position++) {
      @Nullable Placed placed = byPosition.get(position);
      if (placed != null) {
        watched += placed.key().type() == LineKey.Type.BLF ? 1 : 0;
        int index =
            switch (category(placed.key().type())) {
              case "Line" -> placed.line();
              case "BLF" -> placed.key().type() == LineKey.Type.BLF ? watched : 0;
              case "SpeedDial" -> dialled.indexOf(placed.number()) + 1;
              default -> 0;
            };
        add(out, position, category(placed.key().type()), index, Layer.DEVICE);
      } else if (lines.contains(position) && position <= rendering.model().keys()) {
        add(out, position, category(LineKey.Type.LINE), position, Layer.LIBRARY);
      } else {
        add(out, position, category(LineKey.Type.NONE), 0, Layer.LIBRARY);
      }
    }
  }

  private static void add(
      Parameters.Builder out, int position, String category, int index, Layer origin) {
    String name = "lineKey." + position + ".";
    out.add(name + "category", category, origin).add(name + "index", index, origin);
  }

  /** The phone watches through one line, and one list of the server's. */
  private static void addWatched(Parameters.Builder out, List<Placed> keys) {
    Map<LineKey.Type, String> lists = new HashMap<>();
    int watched = 0;
    int through = 0;
    for (Placed placed : keys) {
      LineKey key = placed.key();
      if (key.type() != LineKey.Type.BLF && key.type() != LineKey.Type.BLF_LIST) {
        continue;
      }
      if (through != 0 && through != placed.line()) {
        throw placed.refused("line", "must be the same for all keys that watch, " + through);
      }
      through = placed.line();
      if (key.type() == LineKey.Type.BLF) {
        watched++;
        out.add(WATCHED + watched + ".address", key.value(), Layer.DEVICE)
            .add(WATCHED + watched + ".label", PolycomGrammar.shown(key.label()), Layer.DEVICE)
            .add(WATCHED + watched + ".type", "normal", Layer.DEVICE);
      } else if (!lists.computeIfAbsent(key.type(), t -> key.value()).equals(key.value())) {
        throw placed.refused("value", "must be the same for all keys that watch a list");
      }
    }
    if (through > 0) {
      out.add("attendant.reg", through, Layer.DEVICE);
    }
    lists.values().forEach(list -> out.add("attendant.uri", list, Layer.DEVICE));
  }

  /**
   * A key that the phone can have.
   *
   * @param index its place in the device's list
   * @param line the line that it uses
   * @param number what it needs: a number, an address or the name of a list
   */
  private record Placed(LineKey key, int index, int line, String number) {
    boolean dials() {
      return category(key.type()).equals("SpeedDial");
    }

    RenderException refused(String field, String problem) {
      return PolycomKeys.refused(index, field, problem);
    }
  }

  /** The keys in the order of their positions. */
  private static List<Placed> placed(Rendering rendering) {
    List<LineKey> keys = rendering.device().keys();
    SortedSet<Integer> lines = lines(rendering);
    return IntStream.range(0, keys.size())
        .mapToObj(i -> placed(keys.get(i), i, rendering, lines))
        .sorted(Comparator.comparingInt(placed -> placed.key().position()))
        .toList();
  }

  private static Placed placed(
      LineKey key, int index, Rendering rendering, SortedSet<Integer> lines) {
    check(rendering.model(), key, index);
    int line = line(key, lines);
    String number = key.value();
    if (key.type() == LineKey.Type.VOICEMAIL && number.isEmpty()) {
      number = voicemail(rendering.device().lines(), line);
    }
    boolean needs = key.type() != LineKey.Type.NONE && key.type() != LineKey.Type.LINE;
    if (needs && number.isEmpty()) {
      throw refused(index, "value", "must be a number or an address for a key of this type");
    }
    return new Placed(key, index, line, number);
  }

  private static String voicemail(List<Line> lines, int number) {
    return lines.stream()
        .filter(line -> line.number() == number)
        .findFirst()
        .flatMap(Line::voicemail)
        .orElse("");
  }

  private static void check(Model model, LineKey key, int index) {
    int most = model.keys() == 0 ? 0 : model.keys() + PolycomModels.sideKeys(model);
    if (key.position() > most) {
      String allowed =
          most == 0
              ? "a " + model.name() + " has no line keys, was "
              : "must be 1 to " + most + " on a " + model.name() + ", was ";
      throw refused(index, "position", allowed + key.position());
    }
    if (!CATEGORIES.containsKey(key.type())) {
      throw refused(index, "type", "no line key of this brand can do that");
    }
    if (key.line().filter(line -> line > model.lines()).isPresent()) {
      throw refused(index, "line", "must be 1 to " + model.lines() + " on a " + model.name());
    }
    String objection = PolycomGrammar.objection(key.value());
    if (!objection.isEmpty()) {
      throw refused(index, "value", objection);
    }
  }

  private static RenderException refused(int index, String field, String problem) {
    return new RenderException(Layer.DEVICE.label(), "keys[" + index + "]." + field, problem);
  }

  /** The line that a key uses: its own word, else the line of its number, else the first. */
  private static int line(LineKey key, SortedSet<Integer> lines) {
    Optional<Integer> own = key.line();
    if (own.isPresent()) {
      return own.get();
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

  private static String category(LineKey.Type type) {
    return CATEGORIES.getOrDefault(type, "");
  }

  private static Map<LineKey.Type, String> categories() {
    Map<LineKey.Type, String> categories = new EnumMap<>(LineKey.Type.class);
    for (List<String> row : PolycomTable.rows("key-types.txt")) {
      categories.put(LineKey.Type.valueOf(row.get(0).toUpperCase(Locale.ROOT)), row.get(1));
    }
    return Collections.unmodifiableMap(categories);
  }
}
