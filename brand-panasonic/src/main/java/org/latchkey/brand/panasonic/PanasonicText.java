package org.latchkey.brand.panasonic;

import java.util.List;
import org.latchkey.config.Layer;
import org.latchkey.error.RenderException;
import org.latchkey.format.XmlWriter;

/**
 * What a value can be in either grammar. A quote would end one of {@code NAME="value"}, for there
 * are no escapes, and a line end makes the whole file invalid (KX-UT670 guide pages 117 and 136).
 * Four words in braces become something else at the phone, in just these spellings (KX-HDV100 guide
 * page 35).
 */
final class PanasonicText {
  static final int LONGEST_VALUE = 500;

  private static final List<String> MACROS = List.of("{MAC}", "{mac}", "{MODEL}", "{fwver}");

  private PanasonicText() {}

  /** What is wrong with somebody's value, or the empty text; never holds the value. */
  static String objection(String value, boolean xml) {
    for (String macro : MACROS) {
      if (value.contains(macro)) {
        return macro + " is a word of the phone's grammar";
      }
    }
    return unwritable(value, xml);
  }

  /** What the grammar cannot carry at all; our own values may have words in braces. */
  static String unwritable(String value, boolean xml) {
    if (!xml && value.length() > LONGEST_VALUE) {
      return "must be at most " + LONGEST_VALUE + " characters";
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (endsLine(c)) {
        return "control characters and line ends cannot be written";
      }
      if (c == '"' && !xml) {
        return "double quotes cannot be written";
      }
    }
    return XmlWriter.objection(value);
  }

  static void check(Layer layer, String field, String value, boolean xml) {
    String objection = objection(value, xml);
    if (!objection.isEmpty()) {
      throw new RenderException(layer.label(), field, objection);
    }
  }

  /** A text that is only shown, with what the grammar cannot carry replaced. */
  static String shown(String text, boolean xml) {
    if (objection(text, xml).isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean fits = unwritable(Character.toString(c), xml).isEmpty();
              out.appendCodePoint(fits ? c : c == '"' ? '\'' : ' ');
            });
    String clean = out.toString().strip();
    for (String macro : MACROS) {
      clean = clean.replace(macro, "(" + macro.substring(1, macro.length() - 1) + ")");
    }
    return clean;
  }

  private static boolean endsLine(char c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }
}
