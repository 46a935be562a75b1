package org.latchkey.brand.polycom;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A configuration as a phone reads it: all attributes of all elements. What is not well-formed, or
 * names something twice, is an error. Shares nothing with the writer.
 */
record ConfigXml(List<String> elements, List<String> names, Map<String, String> values) {
  private static final String HEADER =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

  static ConfigXml of(byte[] file) {
    if (!new String(file, java.nio.charset.StandardCharsets.UTF_8).startsWith(HEADER)) {
      throw new AssertionError("something stands before the header");
    }
    List<String> elements = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<String, String> values = new TreeMap<>();
    try {
      SAXParser parser = SAXParserFactory.newInstance().newSAXParser();
      // younger platforms take 200 only
      parser.setProperty("jdk.xml.elementAttributeLimit", "10000");
      parser.parse(
          new ByteArrayInputStream(file),
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String local, String name, Attributes attributes) {
              elements.add(name);
              for (int i = 0; i < attributes.getLength(); i++) {
                names.add(attributes.getQName(i));
                if (values.put(attributes.getQName(i), attributes.getValue(i)) != null) {
                  throw new AssertionError("twice: " + attributes.getQName(i));
                }
              }
            }
          });
    } catch (Exception e) {
      throw new AssertionError("no XML", e);
    }
    return new ConfigXml(elements, names, values);
  }

  /** The value, or the empty text where there is none. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }
}
