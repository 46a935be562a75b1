package org.latchkey.brand.cisco;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.error.RenderException;
import org.latchkey.format.XmlWriter;

/**
 * A flat profile (Cisco IP Conference Phone 7832 Administration Guide 11.3, "Provisioning
 * Formats"): an element for each parameter, of which the last one of a name counts. Names with
 * slashes are the nested ones of adapters. White space around a value is lost and a line end
 * becomes a blank, so neither is written.
 */
final class CiscoGrammar {
  /** Begins the nested names of adapters. */
  static final String ROUTER = "router-configuration/";

  private static final String MENU = "Profile_Rule_Menu";
  private static final String ROOT = "flat-profile";
  private static final String LINE_END = "control characters and line ends cannot be written";
  private static final String TRIMMED = "blanks at its beginning or end would get lost";
  private static final String EMPTY = "\"\"";

  private CiscoGrammar() {}

  /** Writes parameters; the last one of a name counts, in the place of the first. */
  static byte[] write(Parameters parameters) {
    Map<String, Parameter> nested = new LinkedHashMap<>();
    Map<String, Parameter> flat = new LinkedHashMap<>(512);
    for (Parameter parameter : parameters.list()) {
      (parameter.name().startsWith(ROUTER) ? nested : flat).put(parameter.name(), parameter);
    }
    XmlWriter xml = new XmlWriter().start(ROOT);
    // what is reserved comes last, and none of it is nested
    nest(xml, nested.values(), 0);
    flat.values().forEach(parameter -> write(xml, parameter, parameter.name()));
    return xml.end().toBytes();
  }

  /** Writes what stands below one element; each inner element once, as they first come. */
  private static void nest(XmlWriter xml, Collection<Parameter> parameters, int from) {
    Map<String, List<Parameter>> inner = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      int slash = parameter.name().indexOf('/', from);
      int end = slash < 0 ? parameter.name().length() : slash;
      inner
          .computeIfAbsent(parameter.name().substring(from, end), name -> new ArrayList<>())
          .add(parameter);
    }
    inner.forEach(
        (name, some) -> {
          Parameter first = some.get(0);
          int next = from + name.length() + 1;
          if (some.size() == 1 && first.name().length() < next) {
            write(xml, first, name);
            return;
          }
          for (Parameter parameter : some) {
            if (parameter.name().length() < next) {
              throw refused(parameter, "the element holds other parameters and no text");
            }
          }
          start(xml, first, name);
          nest(xml, some, next);
          xml.end();
        });
  }

  private static void start(XmlWriter xml, Parameter parameter, String element) {
    try {
      xml.start(element);
    } catch (IllegalArgumentException e) {
      throw refused(parameter, String.valueOf(e.getMessage()));
    }
  }

  private static void write(XmlWriter xml, Parameter parameter, String element) {
    String objection = objection(parameter.value());
    if (!objection.isEmpty()) {
      throw refused(parameter, objection);
    }
    start(xml, parameter, element);
    if (isRule(element)) {
      // users of the phone's pages do not see it, nor change it
      xml.attribute("ua", "na");
    }
    xml.text(parameter.value()).end();
  }

  private static RenderException refused(Parameter parameter, String problem) {
    return new RenderException(parameter.origin().label(), parameter.name(), problem);
  }

  /** Whether a parameter may hold a credential of HTTP in its value, in any case. */
  static boolean isRule(String name) {
    boolean profile =
        name.regionMatches(true, 0, CiscoRules.PROFILE, 0, CiscoRules.PROFILE.length());
    return (profile && !name.equalsIgnoreCase(MENU)) || name.equalsIgnoreCase(CiscoRules.REPORT);
  }

  /** What is wrong with a value, or the empty text; never holds the value. */
  static String objection(String value) {
    if (endsLine(value)) {
      return LINE_END;
    }
    if (!value.equals(value.strip())) {
      return TRIMMED;
    }
    return value.equals(EMPTY) ? "two quotes stand for no value" : XmlWriter.objection(value);
  }

  /**
   * A text that is only shown, with what would get lost replaced. Phones show {@code $USER} as the
   * user's name: a dollar before a word is no dollar.
   */
  static String shown(String text) {
    if (text.indexOf('$') < 0 && objection(text).isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int[] all = text.codePoints().toArray();
    for (int i = 0; i < all.length; i++) {
      String character = Character.toString(all[i]);
      boolean fits = character.isBlank() || objection(character).isEmpty();
      boolean macro = all[i] == '$' && i + 1 < all.length && beginsMacro(all[i + 1]);
      out.append(!fits || macro || endsLine(character) ? " " : character);
    }
    String shown = out.toString().strip();
    return shown.equals(EMPTY) ? "" : shown;
  }

  /** The same for a text within the function of a key, whose parts are told apart by semicolons. */
  static String shownOnKey(String text) {
    return shown(text.replace(';', ','));
  }

  private static boolean beginsMacro(int c) {
    return c == '(' || c == '$' || Character.isLetter(c);
  }

  private static boolean endsLine(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || (c > 0x7e && (c < 0xa0 || c == 0x2028 || c == 0x2029))) {
        return true;
      }
    }
    return false;
  }
}
