package org.latchkey.brand.snom;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A configuration as a phone reads it. Settings of the D and M series are elements within a group,
 * with an index and further attributes; those of the C family are paths. What is not well-formed,
 * or names something twice, is an error. Shares nothing with the writers.
 */
final class SnomFile {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> groups = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> attributes = new LinkedHashMap<>();
  private final List<String> elements = new ArrayList<>();

  private SnomFile() {}

  static SnomFile of(byte[] file) {
    if (!new String(file, StandardCharsets.UTF_8).startsWith("<?xml version=\"1.0\" ")) {
      throw new AssertionError("something stands before the header");
    }
    SnomFile read = new SnomFile();
    boolean flat = new String(file, StandardCharsets.UTF_8).contains("<phone-settings ");
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty("jdk.xml.elementAttributeLimit", "10000");
      parser.setProperty("jdk.xml.maxElementDepth", "0");
      parser.parse(new ByteArrayInputStream(file), flat ? read.new Flat() : read.new Tree());
    } catch (Exception e) {
      throw new AssertionError("no XML", e);
    }
    return read;
  }

  private void put(String name, String value) {
    if (values.put(name, value) != null) {
      throw new AssertionError("twice: " + name);
    }
  }

  private class Flat extends DefaultHandler {
    private final StringBuilder text = new StringBuilder();
    private String group = "";
    private String name = "";
    private int depth;

    @Override
    public void startElement(String uri, String local, String element, Attributes given) {
      depth++;
      elements.add(element);
      text.setLength(0);
      if (depth == 2) {
        group = element;
      } else if (depth == 3) {
        String index = given.getValue("idx");
        name = index == null ? element : element + "." + index;
        groups.put(name, group);
        Map<String, String> own = new LinkedHashMap<>();
        for (int i = 0; i < given.getLength(); i++) {
          own.put(given.getQName(i), given.getValue(i));
        }
        attributes.put(name, own);
      }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String local, String element) {
      if (depth == 3) {
        put(name, text.toString());
      }
      depth--;
    }
  }

  private class Tree extends DefaultHandler {
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean leaf;

    @Override
    public void startElement(String uri, String local, String element, Attributes given) {
      elements.add(element);
      path.addLast(element.equals("idx") ? given.getValue("id") : element);
      text.setLength(0);
      leaf = true;
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String local, String element) {
      if (leaf && path.size() > 1) {
        put(String.join(".", path).substring(path.getFirst().length() + 1), text.toString());
      }
      path.removeLast();
      leaf = false;
    }
  }

  /** The value, or the empty text where there is none. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** An attribute of a setting, or the empty text. */
  String attribute(String name, String attribute) {
    return attributes.getOrDefault(name, Map.of()).getOrDefault(attribute, "");
  }

  String group(String name) {
    return groups.getOrDefault(name, "");
  }

  /** The settings in the order of the file. */
  List<String> names() {
    return List.copyOf(values.keySet());
  }

  Map<String, String> values() {
    return values;
  }

  /** Every element with every attribute that it has, groups too. */
  List<String> all() {
    List<String> all = new ArrayList<>(elements);
    attributes.forEach((name, own) -> own.keySet().forEach(key -> all.add(name + "@" + key)));
    return all;
  }
}
