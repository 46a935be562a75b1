package org.latchkey.testkit.polycom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a master, parameter or override file as the phone does: the attributes of all elements
 * count, and neither names nor nesting of elements do.
 */
final class ParameterFile {
  private static final String DECLARATION = "<?xml ";

  private ParameterFile() {}

  /**
   * Reads one file.
   *
   * @return values by name, in order; the first of several elements wins
   * @throws SAXException if the file is not well-formed, for instance because an element has an
   *     attribute twice, holds a DTD, or does not begin with the XML declaration; the message holds
   *     no value
   */
  static Map<String, String> parse(byte[] bytes) throws SAXException {
    String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION.length()), ISO_8859_1);
    if (!start.equals(DECLARATION)) {
      throw new SAXException("does not begin with the XML declaration");
    }
    Map<String, String> values = new LinkedHashMap<>();
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = factory.newSAXParser();
      // younger platforms take 200 only, phones more
      parser.setProperty("jdk.xml.elementAttributeLimit", "10000");
      parser.parse(
          new ByteArrayInputStream(bytes),
          new DefaultHandler() {
            @Override
            public void startElement(
                String uri, String localName, String name, Attributes attributes) {
              for (int i = 0; i < attributes.getLength(); i++) {
                // names are the same in thousands of phones
                values.putIfAbsent(attributes.getQName(i).intern(), attributes.getValue(i));
              }
            }
          });
    } catch (SAXParseException e) {
      throw new SAXException("not well-formed at line " + e.getLineNumber());
    } catch (IOException e) {
      throw new SAXException("not in the encoding it declares");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return Collections.unmodifiableMap(values);
  }

  /** Writes parameters as an override file. */
  static String write(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    text.append("<PHONE_CONFIG>\n  <OVERRIDES");
    values.forEach(
        (name, value) ->
            text.append("\n    ").append(name).append("=\"").append(escape(value)).append('"'));
    return text.append("/>\n</PHONE_CONFIG>\n").toString();
  }

  private static String escape(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\n", "&#10;");
  }
}
