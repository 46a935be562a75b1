package org.latchkey.brand.grandstream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.error.RenderException;
import org.latchkey.format.XmlWriter;

/**
 * A configuration file (vendor's XML provisioning guides 7/2011 and 11/2023). There are two
 * grammars, and a file is of one of them: version 1 has an element {@code P1360} for each numbered
 * parameter, version 2 an {@code item} for each named one. A phone passes over what is of the other
 * grammar, so the names tell which one a file has, and a stranger among them is refused.
 */
final class GrandstreamGrammar {
  private static final String LINE_END = "control characters and line ends cannot be written";

  private GrandstreamGrammar() {}

  /** Writes parameters; the last one of a name counts, in the place of the first. */
  static byte[] write(Parameters parameters) {
    Map<String, Parameter> byName = new LinkedHashMap<>(256);
    for (Parameter parameter : parameters.list()) {
      byName.put(parameter.name(), parameter);
    }
    List<Parameter> list = parameters.list();
    // what is reserved comes last and is always of the phone's own grammar
    boolean numbers = !list.isEmpty() && isNumber(list.get(list.size() - 1).name());
    XmlWriter xml =
        new XmlWriter(false)
            .start("gs_provision")
            .attribute("version", "1")
            .start("config")
            .attribute("version", numbers ? "1" : "2");
    for (Parameter parameter : byName.values()) {
      write(xml, parameter, numbers);
    }
    return xml.end().end().toBytes();
  }

  private static void write(XmlWriter xml, Parameter parameter, boolean numbers) {
    String name = parameter.name();
    String objection =
        numbers
            ? (isNumber(name) ? "" : "must be a number such as P30 in this file")
            : (isItem(name) ? "" : "must be a name with dots in this file");
    if (objection.isEmpty()) {
      objection = objection(parameter.value());
    }
    if (!objection.isEmpty()) {
      throw new RenderException(parameter.origin().label(), name, objection);
    }
    // an empty text, or the element would be closed in a way that not all phones were shown
    if (numbers) {
      xml.start(name).text(parameter.value()).end();
    } else {
      xml.start("item").attribute("name", name).text(parameter.value()).end();
    }
  }

  /** Whether a name is an element of version 1, such as {@code P1360}. */
  static boolean isNumber(String name) {
    return name.length() > 1
        && name.length() < 9
        && name.charAt(0) == 'P'
        && name.charAt(1) != '0'
        && name.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether a name is an item of version 2, such as {@code provisioning.config.username}. */
  static boolean isItem(String name) {
    boolean dot = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.') {
        if (i == 0 || i == name.length() - 1 || name.charAt(i - 1) == '.') {
          return false;
        }
        dot = true;
      } else if (!isWord(c)) {
        return false;
      }
    }
    return dot;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /** What is wrong with a value, or the empty text; never holds the value. */
  static String objection(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || (c > 0x7e && c < 0xa0) || c == 0x2028 || c == 0x2029) {
        return LINE_END;
      }
    }
    return XmlWriter.objection(value);
  }

  /** A text that is only shown, with what the grammar cannot carry replaced. */
  static String shown(String text) {
    if (objection(text).isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> out.appendCodePoint(objection(Character.toString(c)).isEmpty() ? c : ' '));
    return out.toString().strip();
  }
}
