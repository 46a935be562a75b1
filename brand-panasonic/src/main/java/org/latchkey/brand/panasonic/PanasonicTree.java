package org.latchkey.brand.panasonic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.error.RenderException;
import org.latchkey.format.XmlWriter;

/**
 * The file of KX-UTG (KX-UTG200 guide pages 44, 45, 53 and 56): a path becomes elements within each
 * other, and a number behind a dot an attribute {@code idx}. Addresses stand in {@code Initial},
 * everything else in {@code Device}; both are in one file, since a phone may ask for it first or
 * later.
 *
 * <p>Each parameter has {@code perm="!RW"}: the user may change it, and the file overwrites that.
 * Without the exclamation mark what was changed in a menu would stay for ever.
 */
final class PanasonicTree {
  private static final String ROOT = "PANASIPPhoneConfig";
  private static final String PERM = "perm";
  private static final String OVERWRITE = "!RW";
  private static final String INDEX = "idx";
  private static final int MOST_DIGITS = 3;

  /** In the order of the guide; others come last. */
  private static final List<String> ORDER =
      List.of("Initial", "Device", "System", "Network", "Phone", "Lines", "Diagnostic", "Services");

  private final Map<String, PanasonicTree> children = new LinkedHashMap<>();
  private @Nullable Parameter value;

  private PanasonicTree() {}

  /** Writes parameters; the last one of a name counts. */
  static byte[] write(Parameters parameters) {
    PanasonicTree root = new PanasonicTree();
    parameters.list().forEach(root::add);
    XmlWriter xml = new XmlWriter(false).start(ROOT);
    root.writeChildren(xml);
    return xml.end().toBytes();
  }

  /** A valid file with nothing in it. */
  static byte[] nothing() {
    return new XmlWriter(false).start(ROOT).start("Device").end().end().toBytes();
  }

  private void add(Parameter parameter) {
    String objection = PanasonicText.unwritable(parameter.value(), true);
    PanasonicTree at = this;
    for (String segment : parameter.name().split("/", -1)) {
      String element = element(segment);
      if (!XmlWriter.isName(element)
          || element.indexOf('.') >= 0
          || index(segment).length() > MOST_DIGITS) {
        objection = "is no path of elements";
      }
      at = at.children.computeIfAbsent(segment, s -> new PanasonicTree());
      if (at.value != null && !at.value.name().equals(parameter.name())) {
        objection = "leads on from a parameter";
      }
    }
    if (!at.children.isEmpty()) {
      objection = "is a section and no parameter";
    }
    if (!objection.isEmpty()) {
      throw new RenderException(parameter.origin().label(), parameter.name(), objection);
    }
    at.value = parameter;
  }

  private void writeChildren(XmlWriter xml) {
    List<String> names = new ArrayList<>(children.keySet());
    names.sort(Comparator.comparingInt(PanasonicTree::rank));
    for (String name : names) {
      PanasonicTree child = children.get(name);
      if (child != null) {
        child.write(xml, name);
      }
    }
  }

  private void write(XmlWriter xml, String segment) {
    xml.start(element(segment));
    if (!index(segment).isEmpty()) {
      xml.attribute(INDEX, index(segment));
    }
    if (value != null) {
      xml.attribute(PERM, OVERWRITE);
      if (!value.value().isEmpty()) {
        xml.text(value.value());
      }
    }
    writeChildren(xml);
    xml.end();
  }

  private static int rank(String name) {
    int at = ORDER.indexOf(name);
    return at < 0 ? ORDER.size() : at;
  }

  private static String element(String segment) {
    String index = index(segment);
    return index.isEmpty() ? segment : segment.substring(0, segment.length() - index.length() - 1);
  }

  /** The digits behind a dot at the end, or the empty text. */
  private static String index(String segment) {
    int dot = segment.lastIndexOf('.');
    for (int i = dot + 1; i < segment.length(); i++) {
      if (segment.charAt(i) < '0' || segment.charAt(i) > '9') {
        return "";
      }
    }
    return dot <= 0 ? "" : segment.substring(dot + 1);
  }
}
