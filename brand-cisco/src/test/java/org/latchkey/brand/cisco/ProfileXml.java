package org.latchkey.brand.cisco;

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
 * A profile as a phone reads it: innermost elements by their path below the root, white space
 * around values dropped. What is not well-formed, or names something twice, is an error. Shares
 * nothing with the writer.
 *
 * @param names paths in the order of the file
 * @param values values by path
 * @param rights what the attribute {@code ua} says, by path
 */
record ProfileXml(List<String> names, Map<String, String> values, Map<String, String> rights) {
  private static final String ROOT = "flat-profile";

  static ProfileXml of(byte[] file) {
    ProfileXml read =
        new ProfileXml(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    if (!new String(file, StandardCharsets.UTF_8).startsWith("<?xml ")) {
      throw new AssertionError("something stands before the header");
    }
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty("jdk.xml.elementAttributeLimit", "10000");
      parser.setProperty("jdk.xml.maxElementDepth", "0");
      parser.parse(new ByteArrayInputStream(file), read.new Reader());
    } catch (Exception e) {
      throw new AssertionError("no XML", e);
    }
    return read;
  }

  /** The value, or the empty text where there is none. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  private final class Reader extends DefaultHandler {
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean leaf;

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      if (open.isEmpty()) {
        if (!name.equals(ROOT)) {
          throw new AssertionError("the root is " + name);
        }
      }
      open.addLast(name);
      text.setLength(0);
      leaf = true;
      for (int i = 0; i < attributes.getLength(); i++) {
        if (!attributes.getQName(i).equals("ua")) {
          throw new AssertionError("attribute " + attributes.getQName(i));
        }
        rights.put(path(), attributes.getValue(i));
      }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      if (leaf && open.size() > 1) {
        names.add(path());
        if (values.put(path(), text.toString().strip()) != null) {
          throw new AssertionError("twice: " + path());
        }
      } else if (!text.toString().isBlank()) {
        throw new AssertionError("text beside elements in " + name);
      }
      open.removeLast();
      text.setLength(0);
      leaf = false;
    }

    private String path() {
      return String.join("/", open)
          .substring(Math.min(ROOT.length() + 1, String.join("/", open).length()));
    }
  }
}
