package org.latchkey.brand.polycom;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.error.RenderException;
import org.latchkey.format.XmlWriter;

/**
 * A configuration file: XML of which only the attributes count, all in one element here (UC
 * Software 5.9 Administrator Guide; a phone's export, UCS 4.1). An attribute that stood twice would
 * make the whole file malformed, so names are made unique before they are written.
 */
final class PolycomGrammar {
  /** Parameters that go to flash: each counts only with {@link #SET} beside it. */
  static final String FLASH = "device.";

  static final String SET = ".set";
  static final String SET_ANY = "device.set";

  private static final String LINE_END = "control characters and line ends cannot be written";
  private static final String DASHES = "-----";
  private static final String CERTIFICATE = DASHES + "BEGIN ";

  private PolycomGrammar() {}

  /** Writes parameters; the last one of a name counts, in the place of the first. */
  static byte[] write(Parameters parameters) {
    Map<String, Parameter> byName = new LinkedHashMap<>(256);
    for (Parameter parameter : parameters.list()) {
      byName.put(parameter.name(), parameter);
    }
    return write("ALL", byName.values());
  }

  static byte[] write(String element, Collection<Parameter> parameters) {
    XmlWriter xml = new XmlWriter().start("PHONE_CONFIG").start(element);
    if (parameters.stream().anyMatch(parameter -> isFlash(parameter.name()))) {
      xml.attributeLine(SET_ANY, "1");
    }
    for (Parameter parameter : parameters) {
      write(xml, parameter);
    }
    return xml.end().end().toBytes();
  }

  private static void write(XmlWriter xml, Parameter parameter) {
    String value = parameter.value();
    try {
      if (endsLine(value)) {
        throw new IllegalArgumentException(LINE_END);
      }
      xml.attributeLine(parameter.name(), value.startsWith(CERTIFICATE) ? lines(value) : value);
      if (isFlash(parameter.name())) {
        xml.attribute(parameter.name() + SET, "1");
      }
    } catch (IllegalArgumentException e) {
      throw new RenderException(
          parameter.origin().label(), parameter.name(), String.valueOf(e.getMessage()));
    }
  }

  /** What is wrong with a value, or the empty text; never holds the value. */
  static String objection(String value) {
    return endsLine(value) ? LINE_END : XmlWriter.objection(value);
  }

  /** A text that is only shown, with what the grammar cannot carry replaced. */
  static String shown(String text) {
    if (objection(text).isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean fits = objection(Character.toString(c)).isEmpty();
              out.appendCodePoint(fits ? c : ' ');
            });
    return out.toString().strip();
  }

  /** Whether a name is one of the flash, in any case: only one of them would be written twice. */
  static boolean isFlash(String name) {
    return name.regionMatches(true, 0, FLASH, 0, FLASH.length());
  }

  /**
   * A certificate in PEM over several lines. In layers it stands on one line, with blanks between.
   */
  static String lines(String pem) {
    StringBuilder out = new StringBuilder(pem.length() + 8);
    String[] parts = pem.split(DASHES, -1);
    for (int i = 0; i < parts.length; i++) {
      boolean label = i % 2 == 1;
      String part = label ? DASHES + parts[i] + DASHES : parts[i].strip().replaceAll(" +", "\n");
      if (!part.isEmpty()) {
        out.append(out.length() == 0 ? "" : "\n").append(part);
      }
    }
    return out.toString();
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
