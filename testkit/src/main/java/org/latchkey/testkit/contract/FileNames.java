package org.latchkey.testkit.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Finds parameters in files whose grammar is not known. */
final class FileNames {
  private FileNames() {}

  static List<String> of(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    return text.stripLeading().startsWith("<") ? ofXml(file) : ofLines(text);
  }

  /**
   * Names and values: of lines what is left and right of the first {@code =}; of XML attributes
   * with their values and elements without inner ones with their text, unless that is blank.
   */
  static Map<String, List<String>> values(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (text.stripLeading().startsWith("<")) {
      addValues(values, root(file));
      return values;
    }
    for (String line : lines(text)) {
      int equals = line.indexOf('=');
      if (equals >= 0) {
        add(values, line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      } else if (!line.isBlank()) {
        add(values, line.strip(), "");
      }
    }
    return values;
  }

  /** Splits at everything that any parser might take for the end of a line. */
  private static List<String> ofLines(String text) {
    List<String> names = new ArrayList<>();
    for (String line : lines(text)) {
      int equals = line.indexOf('=');
      names.add((equals < 0 ? line : line.substring(0, equals)).strip());
    }
    return names;
  }

  private static String[] lines(String text) {
    return text.split("[\\n\\r\\u000b\\f\\u0085\\u2028\\u2029\\u0000\\u001a]+", -1);
  }

  private static List<String> ofXml(byte[] file) {
    List<String> names = new ArrayList<>();
    addAll(names, root(file));
    return names;
  }

  private static Element root(byte[] file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      // younger platforms take 200 only, phones more
      factory.setAttribute("jdk.xml.elementAttributeLimit", "10000");
      DocumentBuilder builder = factory.newDocumentBuilder();
      // or the parser prints what it throws
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(file)).getDocumentElement();
    } catch (SAXException e) {
      throw new AssertionError("the file is no well-formed XML", e);
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform parses XML in memory", e);
    }
  }

  private static void addAll(List<String> names, Element element) {
    names.add(element.getTagName());
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      names.add("@" + element.getAttributes().item(i).getNodeName());
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        addAll(names, inner);
      }
    }
  }

  private static void addValues(Map<String, List<String>> values, Element element) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      add(values, attribute.getNodeName(), attribute.getNodeValue());
    }
    boolean leaf = true;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        leaf = false;
        addValues(values, inner);
      }
    }
    if (leaf && !element.getTextContent().isBlank()) {
      add(values, element.getTagName(), element.getTextContent());
    }
  }

  private static void add(Map<String, List<String>> values, String name, String value) {
    values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
  }
}
