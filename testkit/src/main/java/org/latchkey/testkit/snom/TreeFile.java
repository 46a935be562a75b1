package org.latchkey.testkit.snom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A file of the C family: one tree of settings, as XML in spite of its name or as lines of text.
 *
 * @param values values by path, such as {@code sip_account.1.user_id}; the last one wins
 * @param badLines numbers of lines that are none
 */
record TreeFile(Map<String, String> values, List<Integer> badLines) {

  /**
   * Reads a file.
   *
   * @throws SAXException if it begins like XML and is not well-formed; the message holds no value
   */
  static TreeFile parse(byte[] bytes) throws SAXException {
    String text = new String(bytes, UTF_8);
    return text.stripLeading().startsWith("<") ? xml(text) : lines(text);
  }

  private static TreeFile lines(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    List<Integer> bad = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      int equals = line.indexOf('=');
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (equals < 1) {
        bad.add(number);
      } else {
        put(values, line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    return new TreeFile(values, bad);
  }

  private static void put(Map<String, String> values, String path, String value) {
    values.remove(path); // modules are written in the order of their last values
    values.put(path.intern(), value);
  }

  /** These phones take elements beside {@code settings}, which XML does not. */
  private static TreeFile xml(String text) throws SAXException {
    String open = text.strip().replaceFirst("^<\\?xml[^>]*\\?>", "");
    Reader reader = new Reader();
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory
          .newSAXParser()
          .parse(new InputSource(new StringReader("<all>" + open + "</all>")), reader);
    } catch (SAXParseException e) {
      throw new SAXException("not well-formed at line " + e.getLineNumber());
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return new TreeFile(reader.values, List.of());
  }

  private static final class Reader extends DefaultHandler {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean leaf;

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      String id = attributes.getValue("id");
      path.addLast(name.equals("idx") && id != null ? id : name);
      text.setLength(0);
      leaf = true;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      Iterator<String> names = path.iterator();
      names.next(); // the one around everything
      StringBuilder key = new StringBuilder();
      while (names.hasNext()) {
        String part = names.next();
        if (key.length() > 0 || !part.equals("settings")) {
          key.append(key.length() == 0 ? "" : ".").append(part);
        }
      }
      if (leaf && key.length() > 0) {
        put(values, key.toString(), text.toString().strip());
      }
      leaf = false;
      path.removeLast();
    }
  }
}
