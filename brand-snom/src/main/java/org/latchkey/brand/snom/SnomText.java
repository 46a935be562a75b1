package org.latchkey.brand.snom;

import java.util.regex.Pattern;
import org.latchkey.config.Layer;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;
import org.latchkey.format.XmlWriter;

/**
 * What values may be. Besides what XML cannot carry, these phones have words of their own: {@code
 * {mac}} and others between braces are replaced in addresses, {@code $(...)} is worked out (Snom
 * Service Hub; dumps of D8xx). The list of such words is nowhere complete.
 */
final class SnomText {
  private static final String LINE_END = "control characters and line ends cannot be written";
  private static final Pattern OWN_WORD = Pattern.compile("\\{[A-Za-z_]{1,64}\\}");
  private static final String FORMULA = "$(";

  private SnomText() {}

  /** What no file can carry, or the empty text; never holds the value. */
  static String unwritable(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || (c > 0x7e && (c < 0xa0 || c == 0x2028 || c == 0x2029))) {
        return LINE_END;
      }
    }
    return XmlWriter.objection(value);
  }

  /** What is wrong with a name, a secret or a setting, or the empty text. */
  static String objection(String value) {
    if (value.contains(FORMULA)) {
      return "must not have $( in it, which the phone would work out";
    }
    boolean own = value.indexOf('{') >= 0 && OWN_WORD.matcher(value).find();
    return own
        ? "must not have a word between braces in it, which the phone would replace"
        : unwritable(value);
  }

  static void check(String field, String value) {
    String objection = objection(value);
    if (!objection.isEmpty()) {
      throw new RenderException(Layer.DEVICE.label(), field, objection);
    }
  }

  /** Refuses the value of a setting that cannot be told. */
  static void check(String setting, Settings.Value value) {
    String objection = objection(value.text());
    if (!objection.isEmpty()) {
      throw new RenderException(value.origin().label(), setting, objection);
    }
  }

  /** A text that is only shown, with what cannot be written, or would be replaced, as blanks. */
  static String shown(String text) {
    if (objection(text).isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean fits = unwritable(Character.toString(c)).isEmpty();
              out.appendCodePoint(fits && c != '{' && c != '}' && c != '$' ? c : ' ');
            });
    return out.toString().strip();
  }
}
