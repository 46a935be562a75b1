package org.latchkey.testkit.panasonic;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.latchkey.testkit.phone.Defect;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the files of the KX-UTG: parameters are the elements in capital letters, wherever they
 * stand; those in {@code <Line idx="2">} get {@code _2} behind the name. Of two the last wins.
 */
final class XmlFile {
  private static final String ROOT = "PANASIPPhoneConfig";

  private XmlFile() {}

  static ConfigFile parse(byte[] bytes) {
    Reader reader = new Reader();
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new ByteArrayInputStream(bytes), reader);
    } catch (SAXParseException e) {
      return ConfigFile.invalid(Defect.Kind.BAD_XML, "line " + e.getLineNumber());
    } catch (SAXException e) {
      return ConfigFile.invalid(Defect.Kind.BAD_XML, "no <" + ROOT + ">");
    } catch (IOException e) {
      return ConfigFile.invalid(Defect.Kind.BAD_XML, "not in the encoding it declares");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return new ConfigFile(Optional.empty(), reader.values, List.of());
  }

  private static final class Reader extends DefaultHandler {
    private final Map<String, ConfigFile.Value> values = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private String line = "";
    private boolean beatsTyped;

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      if (open.isEmpty() && !name.equals(ROOT)) {
        throw new SAXException("root");
      }
      open.push(name);
      text.setLength(0);
      String permission = attributes.getValue("perm");
      beatsTyped = permission != null && permission.startsWith("!");
      if (name.equals("Line")) {
        String index = attributes.getValue("idx");
        line = index == null ? "" : "_" + index;
      }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      open.pop();
      if (name.equals("Line")) {
        line = "";
      } else if (name.matches("[A-Z0-9_]+")) {
        values.put(
            (name + line).intern(), new ConfigFile.Value(text.toString().strip(), beatsTyped));
      }
    }
  }
}
