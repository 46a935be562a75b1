package org.latchkey.testkit.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Finds the names of parameters in files whose grammar is not known. */
final class FileNames {
  private FileNames() {}

  static List<String> of(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    return text.stripLeading().startsWith("<") ? ofXml(file) : ofLines(text);
  }

  /** Splits at everything that any parser might take for the end of a line. */
  private static List<String> ofLines(String text) {
    List<String> names = new ArrayList<>();
    for (String line : text.split("[\\n\\r\\u000b\\f\\u0085\\u2028\\u2029\\u0000]+", -1)) {
      int equals = line.indexOf('=');
      names.add((equals < 0 ? line : line.substring(0, equals)).strip());
    }
    return names;
  }

  private static List<String> ofXml(byte[] file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // or the parser prints what it throws
      builder.setErrorHandler(new DefaultHandler());
      List<String> names = new ArrayList<>();
      addAll(names, builder.parse(new ByteArrayInputStream(file)).getDocumentElement());
      return names;
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
}
