package org.latchkey.testkit.grandstream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects what stands in a file; the last of several values wins. */
final class ConfigXmlHandler extends DefaultHandler {
  private static final String NUMBERS = "1";
  private static final String NAMES = "2";

  private final Map<String, String> numbered = new LinkedHashMap<>();
  private final Map<String, String> named = new LinkedHashMap<>();
  private final List<String> ignored = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private Optional<String> mac = Optional.empty();
  private String grammar = "";
  private String item = "";
  private String part = "";
  private boolean parts;

  ConfigXml result() {
    return new ConfigXml(mac, numbered, named, ignored);
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    if (open.isEmpty() && !name.equals("gs_provision")) {
      throw new SAXException("the root is not gs_provision");
    }
    if (name.equals("gs_provision") || name.equals("config")) {
      String version = attributes.getValue("version");
      if (version == null) {
        throw new SAXException(name + " has no version");
      }
      if (name.equals("config")) {
        grammar = version;
      }
    } else if (name.equals("item")) {
      item = String.valueOf(attributes.getValue("name"));
      parts = false;
    } else if (name.equals("part")) {
      part = item + "." + attributes.getValue("name");
      parts = true;
    }
    open.push(name);
    text.setLength(0);
  }

  @Override
  public void characters(char[] all, int start, int length) {
    text.append(all, start, length);
  }

  @Override
  public void endElement(String uri, String localName, String name) {
    open.pop();
    String parent = open.isEmpty() ? "" : open.peek();
    String value = text.toString().strip();
    if (parent.equals("gs_provision") && name.equals("mac")) {
      mac = Optional.of(value);
    } else if (parent.equals("item") && name.equals("part")) {
      keep(NAMES, named, part, value);
    } else if (parent.equals("config") && name.equals("item") && !parts) {
      keep(NAMES, named, item, value);
    } else if (parent.equals("config") && name.matches("P\\d{1,6}")) {
      keep(NUMBERS, numbered, name, value);
    }
    if (name.equals("config")) {
      grammar = "";
    }
    text.setLength(0);
  }

  private void keep(String wanted, Map<String, String> values, String name, String value) {
    if (grammar.equals(wanted)) {
      values.put(name, value);
    } else {
      ignored.add(name);
    }
  }
}
