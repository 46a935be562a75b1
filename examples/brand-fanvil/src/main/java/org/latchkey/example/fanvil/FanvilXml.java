package org.latchkey.example.fanvil;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.error.RenderException;

/**
 * The grammar: {@code sip.line.1.PhoneNumber} is {@code <sip><line
 * index="1"><PhoneNumber>…</PhoneNumber></line></sip>} in {@code <sysConf>}.
 */
final class FanvilXml {
  private static final String NAME =
      "[A-Za-z_][A-Za-z0-9_-]*(\\.[1-9][0-9]{0,3})?(\\.[A-Za-z_][A-Za-z0-9_-]*(\\.[1-9][0-9]{0,3})?)*";

  /** An element: its inner ones, or its text. */
  private static final class Element {
    private final Map<String, Element> inner = new LinkedHashMap<>();
    private String text = "";
  }

  private FanvilXml() {}

  static byte[] write(Parameters parameters) {
    Element root = new Element();
    for (Parameter each : parameters.list()) {
      String objection = objection(each.value());
      if (!each.name().matches(NAME)) {
        objection = "must be names and numbers between dots";
      }
      Element element = root;
      for (String step : each.name().split("\\.(?![0-9])", -1)) {
        element = element.inner.computeIfAbsent(step, name -> new Element());
        objection = element.text.isEmpty() ? objection : "would be inside of another parameter";
      }
      if (!objection.isEmpty() || !element.inner.isEmpty()) {
        String problem = objection.isEmpty() ? "has others inside of it" : objection;
        throw new RenderException(each.origin().label(), each.name(), problem);
      }
      element.text = each.value();
    }
    StringBuilder out =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sysConf>\n");
    out.append("<Version>2.0000000000</Version>\n");
    root.inner.forEach((name, element) -> append(out, name, element));
    return out.append("</sysConf>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder out, String name, Element element) {
    int dot = name.indexOf('.');
    String tag = dot < 0 ? name : name.substring(0, dot);
    out.append('<').append(tag);
    if (dot >= 0) {
      out.append(" index=\"").append(name, dot + 1, name.length()).append('"');
    }
    out.append('>');
    if (element.inner.isEmpty()) {
      out.append(escaped(element.text));
    } else {
      out.append('\n');
      element.inner.forEach((inside, each) -> append(out, inside, each));
    }
    out.append("</").append(tag).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** What is wrong with a value, or the empty text; never holds the value. */
  static String objection(String value) {
    if (value.codePoints().anyMatch(FanvilXml::isNone)) {
      return "control characters and halves of characters cannot be written";
    }
    return value.equals(value.strip()) ? "" : "blanks at the beginning or end would be lost";
  }

  static void check(String field, String value) {
    String objection = objection(value);
    if (!objection.isEmpty()) {
      throw new RenderException(Layer.DEVICE.label(), field, objection);
    }
  }

  /** A text that is only shown, with what cannot be written replaced. */
  static String shown(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.appendCodePoint(isNone(c) ? ' ' : c));
    return out.toString().strip();
  }

  private static boolean isNone(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || c == 0xfffe
        || c == 0xffff;
  }
}
