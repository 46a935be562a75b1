package org.latchkey.brand.snom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.error.RenderException;
import org.latchkey.format.XmlWriter;

/**
 * The file of the D and M series (Snom Service Hub, XML provisioning): an element for each setting,
 * its index an attribute, and apart from them function keys and certificates. What is malformed
 * makes the whole file useless, so nothing else is written.
 *
 * <p>Unless a parameter says otherwise, {@code perm} is {@code RW}: the user may change a setting
 * and the server overwrites it, which is the one word for that that all firmware knows. Read-only
 * would keep an administrator from typing the global password at the phone, so that it could be
 * re-armed only by a factory reset; and an empty word is not a blank one, of which the second is
 * read-only.
 */
final class SnomXml {
  static final String KEY = "fkey";
  static final String CERTIFICATE = "certificate";

  private static final String CHANGEABLE = "RW";
  private static final String CONTEXT = "context";
  private static final String LABEL = "label";
  private static final String ANY_LINE = "active";

  private final XmlWriter xml = new XmlWriter();

  private SnomXml() {}

  /** A setting with its attributes; the value is missing where only an attribute was named. */
  private static final class Setting {
    @Nullable Parameter value;
    Map<String, String> attributes = Map.of();

    void attribute(String name, String text) {
      if (attributes.isEmpty()) {
        // most settings have none
        attributes = new LinkedHashMap<>(4);
      }
      attributes.put(name, text);
    }
  }

  /** What everybody may have: settings without any. */
  static byte[] nothing() {
    return new XmlWriter().start("settings").end().toBytes();
  }

  /** The file that only names a firmware, for {@code firmware_status}. */
  static byte[] firmware(String url) {
    return new XmlWriter().start("firmware-settings").element("firmware", url).end().toBytes();
  }

  /** Writes parameters; the last one of a name counts, in the place of the first. */
  static byte[] write(Parameters parameters) {
    Map<String, Setting> settings = new LinkedHashMap<>(512);
    for (Parameter parameter : parameters.list()) {
      check(parameter);
      String name = SnomNames.withoutAttribute(parameter.name());
      Setting setting = settings.computeIfAbsent(name, n -> new Setting());
      if (name.length() == parameter.name().length()) {
        setting.value = parameter;
      } else {
        String attribute = parameter.name().substring(name.length() + 1);
        setting.attribute(attribute, parameter.value());
      }
    }
    SnomXml file = new SnomXml();
    file.xml.start("settings");
    file.group("phone-settings", settings, e -> !e.equals(KEY) && !e.equals(CERTIFICATE));
    file.group("functionKeys", settings, KEY::equals);
    file.group("certificates", settings, CERTIFICATE::equals);
    return file.xml.end().toBytes();
  }

  private static void check(Parameter parameter) {
    String objection =
        SnomNames.isElement(parameter.name())
            ? SnomText.unwritable(parameter.value())
            : "is no name of a setting";
    if (!objection.isEmpty()) {
      throw refused(parameter, objection);
    }
  }

  private void group(String name, Map<String, Setting> settings, Predicate<String> of) {
    boolean open = false;
    for (Map.Entry<String, Setting> each : settings.entrySet()) {
      String element = SnomNames.element(each.getKey());
      if (of.test(element)) {
        if (!open) {
          open = true;
          xml.start(name);
          if (!name.equals("certificates")) {
            // numeric references above 255 are read
            xml.attribute("e", "2");
          }
        }
        write(element, each.getKey(), each.getValue());
      }
    }
    if (open) {
      xml.end();
    }
  }

  private void write(String element, String name, Setting setting) {
    @Nullable Parameter value = setting.value;
    if (value == null) {
      throw new RenderException(
          Layer.DEVICE.label(), name, "must have a value where it has an attribute");
    }
    try {
      xml.start(element);
      if (element.equals(CERTIFICATE)) {
        xml.attribute("type", "base64");
      } else {
        if (element.length() < name.length()) {
          xml.attribute("idx", name.substring(element.length() + 1));
        }
        attributes(element, setting.attributes);
        xml.attribute(SnomNames.PERM, setting.attributes.getOrDefault(SnomNames.PERM, CHANGEABLE));
      }
      if (!value.value().isEmpty()) {
        xml.text(value.value());
      }
      xml.end();
    } catch (IllegalArgumentException e) {
      throw refused(value, String.valueOf(e.getMessage()));
    }
  }

  /** Those of a key always, or it would keep the label of the one that it was before. */
  private void attributes(String element, Map<String, String> attributes) {
    if (element.equals(KEY)) {
      xml.attribute(CONTEXT, attributes.getOrDefault(CONTEXT, ANY_LINE));
      xml.attribute(LABEL, attributes.getOrDefault(LABEL, ""));
    }
    attributes.forEach(
        (name, value) -> {
          boolean written = element.equals(KEY) && (name.equals(CONTEXT) || name.equals(LABEL));
          if (!written && !name.equals(SnomNames.PERM)) {
            xml.attribute(name, value);
          }
        });
  }

  private static RenderException refused(Parameter parameter, String problem) {
    return new RenderException(parameter.origin().label(), parameter.name(), problem);
  }
}
