package org.latchkey.brand.snom;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.error.RenderException;
import org.latchkey.format.XmlWriter;

/**
 * The file of the C family in XML (FusionPBX, snom/C520 and C620): a path becomes elements within
 * each other, a number in it an {@code <idx id="3">}. All of it is within one element, though a
 * phone was seen to take a file that is not even well-formed.
 */
final class SnomTree {
  private final Map<String, SnomTree> children = new LinkedHashMap<>();
  private @Nullable Parameter value;

  private SnomTree() {}

  static byte[] write(Parameters parameters) {
    SnomTree root = new SnomTree();
    parameters.list().forEach(root::add);
    XmlWriter xml = new XmlWriter().start("settings");
    root.children.forEach((segment, child) -> child.write(xml, segment));
    return xml.end().toBytes();
  }

  private void add(Parameter parameter) {
    String objection = SnomText.unwritable(parameter.value());
    SnomTree at = this;
    for (String segment : parameter.name().split("\\.", -1)) {
      if (!isNumber(segment) && !XmlWriter.isName(segment)) {
        objection = "is no path of names and numbers";
      }
      at = at.children.computeIfAbsent(segment, s -> new SnomTree());
      if (at.value != null && !at.value.name().equals(parameter.name())) {
        objection = "leads on from a setting";
      }
    }
    if (!at.children.isEmpty()) {
      objection = "is a module and no setting";
    }
    if (!objection.isEmpty()) {
      throw new RenderException(parameter.origin().label(), parameter.name(), objection);
    }
    at.value = parameter;
  }

  private void write(XmlWriter xml, String segment) {
    if (isNumber(segment)) {
      xml.start("idx").attribute("id", segment);
    } else {
      xml.start(segment);
    }
    if (value != null && !value.value().isEmpty()) {
      xml.text(value.value());
    }
    children.forEach((name, child) -> child.write(xml, name));
    xml.end();
  }

  private static boolean isNumber(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      if (segment.charAt(i) < '0' || segment.charAt(i) > '9') {
        return false;
      }
    }
    return !segment.isEmpty();
  }
}
