package org.latchkey.brand.cisco;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.error.RenderException;

/**
 * Line keys and those of key modules (wazo_cisco_sip v12_0_7, _add_fkeys; fusionpbx/fusionpbx). A
 * key is a line or has a function, so all of them are named: where the device has no key, the line
 * of that number gets it, and others do nothing. Functions come before lines.
 */
final class CiscoKeys {
  private static final Map<LineKey.Type, String> FUNCTIONS = functions();
  private static final String DISABLED = "Disabled";
  private static final String LIST = "list";
  private static final int OF_A_MODULE = 32;
  private static final String RESERVED_CHARACTERS = ";$\"";

  private CiscoKeys() {}

  static void add(Parameters.Builder out, Rendering rendering, CiscoDialect dialect) {
    SortedMap<Integer, Placed> keys = placed(rendering, dialect);
    if (dialect.isMultiplatform()) {
      String list =
          keys.values().stream()
              .filter(placed -> placed.function().equals(LIST))
              .map(placed -> placed.key().value())
              .findFirst()
              .orElse("");
      out.add("BLF_List_URI", list, Layer.DEVICE);
    }
    int last = rendering.model().keys();
    for (int position = 1; position <= last; position++) {
      Optional<Placed> placed = Optional.ofNullable(keys.get(position));
      out.add(
          "Extended_Function_" + position + "_",
          placed.map(Placed::text).orElse(""),
          placed.isPresent() ? Layer.DEVICE : Layer.LIBRARY);
    }
    SortedMap<Integer, Line> lines = lines(rendering);
    for (int position = 1; position <= last; position++) {
      addPlace(out, position, Optional.ofNullable(keys.get(position)), lines);
    }
    addModules(out, rendering.model(), keys, dialect);
  }

  private static void addPlace(
      Parameters.Builder out, int position, Optional<Placed> placed, Map<Integer, Line> lines) {
    boolean isLine = placed.map(p -> p.key().type() == LineKey.Type.LINE).orElse(true);
    int number = placed.map(Placed::line).orElse(position);
    Optional<Line> line = Optional.ofNullable(isLine ? lines.get(number) : null);
    String label = placed.map(p -> CiscoGrammar.shownOnKey(p.key().label())).orElse("");
    if (label.isEmpty()) {
      label = line.map(CiscoLines::label).orElse("");
    }
    Layer origin = placed.isPresent() || line.isPresent() ? Layer.DEVICE : Layer.LIBRARY;
    out.add(
            "Extension_" + position + "_",
            line.isPresent() ? Integer.toString(number) : DISABLED,
            origin)
        .add("Short_Name_" + position + "_", label, origin);
    if (line.isPresent()) {
      out.add("Share_Call_Appearance_" + position + "_", "private", Layer.LIBRARY);
    }
  }

  private static void addModules(
      Parameters.Builder out, Model model, SortedMap<Integer, Placed> keys, CiscoDialect dialect) {
    int units = 0;
    for (int i = 0; i < CiscoModels.moduleKeys(model); i++) {
      Optional<Placed> placed = Optional.ofNullable(keys.get(model.keys() + 1 + i));
      int unit = i / OF_A_MODULE + 1;
      units = placed.isPresent() ? unit : units;
      String name = "Unit_" + unit + "_Key_" + (i % OF_A_MODULE + 1);
      String text = placed.map(Placed::text).orElse("");
      Layer origin = placed.isPresent() ? Layer.DEVICE : Layer.LIBRARY;
      if (dialect.has(CiscoQuirk.MODULE_KEYS_END_IN_UNDERSCORE)) {
        out.add(name + "_", text, origin);
      }
      if (dialect.has(CiscoQuirk.MODULE_KEYS_END_IN_NUMBER)) {
        out.add(name, text, origin);
      }
    }
    if (units > 0 && dialect.isMultiplatform()) {
      out.add("Number_of_Units", units, Layer.DEVICE);
    }
  }

  /**
   * A key that the phone can have.
   *
   * @param function a word of the table
   * @param line the number of its line
   * @param text what is said of it; empty for a line and nothing
   */
  private record Placed(LineKey key, String function, int line, String text) {}

  private static SortedMap<Integer, Placed> placed(Rendering rendering, CiscoDialect dialect) {
    SortedMap<Integer, Placed> byPosition = new TreeMap<>();
    List<LineKey> keys = rendering.device().keys();
    String list = "";
    for (int i = 0; i < keys.size(); i++) {
      LineKey key = keys.get(i);
      check(rendering.model(), key, i, dialect);
      if (function(key).equals(LIST)) {
        if (!list.isEmpty() && !list.equals(key.value())) {
          throw refused(i, "value", "must be the same for all keys that watch a list");
        }
        list = key.value();
      }
      byPosition.put(key.position(), placed(key, i, rendering));
    }
    return byPosition;
  }

  private static Placed placed(LineKey key, int index, Rendering rendering) {
    SortedMap<Integer, Line> lines = lines(rendering);
    int first = lines.isEmpty() ? 1 : lines.firstKey();
    int ofPlace = lines.containsKey(key.position()) ? key.position() : first;
    int line = key.line().orElse(key.type() == LineKey.Type.LINE ? ofPlace : first);
    String function = function(key);
    String value = key.value();
    if (key.type() == LineKey.Type.VOICEMAIL && value.isEmpty()) {
      value = Optional.ofNullable(lines.get(line)).flatMap(Line::voicemail).orElse("");
      checkValue(value, index);
    }
    boolean needs = !function.equals("none") && !function.equals("line");
    if (needs && value.isEmpty()) {
      throw refused(index, "value", "must be a number or an address for a key of this type");
    }
    String name = ";nme=" + CiscoGrammar.shownOnKey(key.label());
    String text =
        switch (function) {
          case "sd" -> "fnc=sd;ext=" + address(value, line, first, lines) + name;
          case "blf" -> "fnc=blf+sd+cp;sub=" + address(value, line, first, lines) + name;
          case "xml" -> "fnc=xml;url=" + value + name;
          default -> "";
        };
    return new Placed(key, function, line, text);
  }

  /** A number at the server of a line; the first line's is the phone's own macro. */
  private static String address(String value, int line, int first, Map<Integer, Line> lines) {
    if (value.indexOf('@') >= 0) {
      return value;
    }
    Optional<Line> other = Optional.ofNullable(line == first ? null : lines.get(line));
    return value + "@" + other.map(l -> l.registrar().host()).orElse("$PROXY");
  }

  private static void check(Model model, LineKey key, int index, CiscoDialect dialect) {
    int most = model.keys() + CiscoModels.moduleKeys(model);
    if (key.position() > most) {
      String allowed =
          most == 0
              ? "a " + model.name() + " has no line keys, was "
              : "must be 1 to " + most + " on a " + model.name() + ", was ";
      throw refused(index, "position", allowed + key.position());
    }
    String function = function(key);
    boolean onModule = key.position() > model.keys();
    if (function.isEmpty()
        || (function.equals(LIST) && !dialect.isMultiplatform())
        || (onModule && key.type() == LineKey.Type.LINE)) {
      throw refused(index, "type", "no such key of a " + model.name() + " can do that");
    }
    if (key.line().filter(line -> line > model.lines()).isPresent()) {
      throw refused(index, "line", "must be 1 to " + model.lines() + " on a " + model.name());
    }
    checkValue(key.value(), index);
  }

  private static void checkValue(String value, int index) {
    String objection = CiscoGrammar.objection(value);
    if (objection.isEmpty() && value.chars().anyMatch(c -> RESERVED_CHARACTERS.indexOf(c) >= 0)) {
      objection = "';', '$' and '\"' have a meaning of their own there";
    }
    if (!objection.isEmpty()) {
      throw refused(index, "value", objection);
    }
  }

  private static RenderException refused(int index, String field, String problem) {
    return new RenderException(Layer.DEVICE.label(), "keys[" + index + "]." + field, problem);
  }

  private static SortedMap<Integer, Line> lines(Rendering rendering) {
    SortedMap<Integer, Line> lines = new TreeMap<>();
    rendering.device().lines().forEach(line -> lines.put(line.number(), line));
    return lines;
  }

  private static String function(LineKey key) {
    return FUNCTIONS.getOrDefault(key.type(), "");
  }

  private static Map<LineKey.Type, String> functions() {
    Map<LineKey.Type, String> functions = new EnumMap<>(LineKey.Type.class);
    for (List<String> row : CiscoTable.rows("key-types.txt")) {
      functions.put(LineKey.Type.valueOf(row.get(0).toUpperCase(Locale.ROOT)), row.get(1));
    }
    return Collections.unmodifiableMap(functions);
  }
}
