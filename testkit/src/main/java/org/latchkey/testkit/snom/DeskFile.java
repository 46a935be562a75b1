package org.latchkey.testkit.snom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A file of the D family: groups of settings, a list of further files, languages, or all of these.
 * Each group may be a file of its own.
 *
 * @param entries settings and function keys, in order
 * @param files addresses of further files
 * @param languages language files on offer
 */
record DeskFile(List<Entry> entries, List<String> files, List<Language> languages) {
  /**
   * One setting.
   *
   * @param name the element's name
   * @param key the name, with the index in brackets if there is one
   * @param value its text
   * @param permission the attribute {@code perm}; no such attribute is not an empty one
   * @param remove whether the setting goes back to its default
   */
  record Entry(
      String name, String key, String value, Optional<String> permission, boolean remove) {}

  /**
   * A language file.
   *
   * @param setting the setting that chooses the language
   * @param name the language
   * @param url its address
   */
  record Language(String setting, String name, String url) {}

  /** Whether the phone restarts after changes; the setting works at the top of the file only. */
  boolean restartsOnChange() {
    return !entries.isEmpty()
        && entries.get(0).name().equals("auto_reboot_on_setting_change")
        && entries.get(0).value().equals("on");
  }

  /**
   * Reads a file.
   *
   * @throws SAXException if it is not well-formed, which makes all of it useless; the message holds
   *     no value
   */
  static DeskFile parse(byte[] bytes) throws SAXException {
    Reader reader = new Reader();
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new ByteArrayInputStream(bytes), reader);
    } catch (SAXParseException e) {
      throw new SAXException("not well-formed at line " + e.getLineNumber());
    } catch (IOException e) {
      throw new SAXException("not in the encoding it declares");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return new DeskFile(reader.entries, reader.files, reader.languages);
  }

  private static final class Reader extends DefaultHandler {
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<Language> languages = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private Optional<Entry> open = Optional.empty();
    private int depth;

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      String parent = path.isEmpty() ? "" : path.peek();
      path.push(name);
      String url = attribute(attributes, "url").orElse("");
      switch (parent) {
        case "phone-settings", "firmware-settings", "functionKeys" -> open(name, attributes);
        case "setting-files" -> files.add(url);
        case "gui-languages" -> language("language", attributes, url);
        case "web-languages" -> language("web_language", attributes, url);
        default -> {} // phone books, dial plans and certificates do not matter here
      }
    }

    private void open(String name, Attributes attributes) {
      String index = attribute(attributes, "idx").map(i -> "[" + i + "]").orElse("");
      boolean remove = attribute(attributes, "action").filter("remove"::equals).isPresent();
      // names are the same in thousands of phones
      String key = (name + index).intern();
      open = Optional.of(new Entry(name, key, "", attribute(attributes, "perm"), remove));
      depth = path.size();
      text.setLength(0);
    }

    private void language(String setting, Attributes attributes, String url) {
      languages.add(new Language(setting, attribute(attributes, "name").orElse(""), url));
    }

    private static Optional<String> attribute(Attributes attributes, String name) {
      return Optional.ofNullable(attributes.getValue(name));
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      if (open.isPresent() && path.size() == depth) {
        Entry entry = open.get();
        entries.add(
            new Entry(
                entry.name(),
                entry.key(),
                text.toString().strip(),
                entry.permission(),
                entry.remove()));
        open = Optional.empty();
        depth = 0;
      }
      path.pop();
    }
  }
}
