package org.latchkey.brand.grandstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A configuration as a phone reads it: elements of version 1, items of version 2. What is not
 * well-formed, has another shape, or names something twice, is an error. Shares nothing with the
 * writer.
 *
 * @param version which grammar the file says that it has
 * @param names in the order of the file
 * @param values by name
 */
record ConfigXml(String version, List<String> names, Map<String, String> values) {
  private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  static ConfigXml of(byte[] file) {
    if (!new String(file, UTF_8).startsWith(HEADER)) {
      throw new AssertionError("another header");
    }
    Reader reader = new Reader();
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty("jdk.xml.elementAttributeLimit", "10000");
      parser.setProperty("jdk.xml.maxElementDepth", "0");
      parser.parse(new ByteArrayInputStream(file), reader);
    } catch (Exception e) {
      throw new AssertionError("no XML", e);
    }
    return new ConfigXml(reader.version, reader.names, reader.values);
  }

  /** The value, or the empty text where there is none. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  private static final class Reader extends DefaultHandler {
    private final List<String> path = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String version = "";
    private String name = "";

    @Override
    public void startElement(String uri, String local, String element, Attributes attributes) {
      path.add(element);
      text.setLength(0);
      switch (path.size()) {
        case 1 -> require(element.equals("gs_provision") && attributes.getLength() == 1);
        case 2 -> {
          require(element.equals("config") && attributes.getLength() == 1);
          version = attributes.getValue("version");
        }
        case 3 -> {
          boolean items = version.equals("2");
          require(items ? element.equals("item") : element.matches("P[1-9][0-9]*"));
          require(attributes.getLength() == (items ? 1 : 0));
          name = items ? attributes.getValue("name") : element;
          names.add(name);
        }
        default -> throw new AssertionError("deeper than a phone looks");
      }
    }

    @Override
    public void characters(char[] more, int start, int length) {
      text.append(more, start, length);
    }

    @Override
    public void endElement(String uri, String local, String element) {
      if (path.size() == 3 && values.put(name, text.toString()) != null) {
        throw new AssertionError("twice: " + name);
      }
      path.remove(path.size() - 1);
    }

    private static void require(boolean shape) {
      if (!shape) {
        throw new AssertionError("another shape");
      }
    }
  }
}
