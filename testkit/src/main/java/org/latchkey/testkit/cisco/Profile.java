package org.latchkey.testkit.cisco;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The elements of a profile in their order; nested ones are named with slashes. */
record Profile(List<Entry> entries) {
  private static final String ROOT = "flat-profile";
  private static final String OUTER_ROOT = "device";

  /** One parameter; white space around the value is gone, line ends are blanks. */
  record Entry(String name, String value, Optional<String> access) {}

  /**
   * Reads a profile. What the XML declaration says of the encoding does not count.
   *
   * @throws CorruptProfileException if it is not well-formed, holds a DTD or has another root; the
   *     message holds no value
   */
  static Profile parse(String text) throws CorruptProfileException {
    Handler handler = new Handler();
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new InputSource(new StringReader(text)), handler);
    } catch (SAXParseException e) {
      throw new CorruptProfileException("not well-formed at line " + e.getLineNumber());
    } catch (SAXException | IOException e) {
      throw new CorruptProfileException("no profile: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return new Profile(List.copyOf(handler.entries));
  }

  private static final class Handler extends DefaultHandler {
    private final List<Entry> entries = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private Optional<String> access = Optional.empty();
    private boolean inside;
    private boolean leaf;

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes)
        throws SAXException {
      if (inside) {
        path.addLast(name);
      } else if (name.equals(ROOT)) {
        inside = true;
      } else if (!name.equals(OUTER_ROOT)) {
        throw new SAXException("another root element");
      }
      access = Optional.ofNullable(attributes.getValue("ua"));
      text.setLength(0);
      leaf = true;
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String name) {
      if (path.isEmpty()) {
        inside = false;
        return;
      }
      if (leaf) {
        String value = text.toString().strip().replaceAll("\\R", " ");
        entries.add(new Entry(joined(), value, access));
      }
      leaf = false;
      path.removeLast();
    }

    private String joined() {
      Iterator<String> names = path.iterator();
      return path.size() == 1 ? names.next() : String.join("/", path);
    }
  }
}
