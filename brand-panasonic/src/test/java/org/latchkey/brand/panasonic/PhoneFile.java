package org.latchkey.brand.panasonic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A file as a phone reads it, in either grammar and without code of the brand. What a phone would
 * not take is an assertion error.
 *
 * @param first the first line, or the root element
 * @param names names in order, with repetitions; of XML paths below the root
 * @param values values by name
 */
record PhoneFile(String first, List<String> names, Map<String, List<String>> values) {
  private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_]{1,32})=\"([^\"\\p{Cc}]*)\"");

  static PhoneFile of(byte[] file) {
    String text = text(file);
    return text.startsWith("<") ? ofXml(file) : ofLines(text);
  }

  String get(String name) {
    assertThat(values).containsKey(name);
    assertThat(values.get(name)).as(name).hasSize(1);
    return values.get(name).get(0);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  private static String text(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("the file is no UTF-8", e);
    }
  }

  private static PhoneFile ofLines(String text) {
    assertThat(text).endsWith("\r\n\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n", "\u0085", "\u2028", "\u2029");
    String[] lines = text.split("\r\n", -1);
    PhoneFile read = new PhoneFile(lines[0], new ArrayList<>(), new LinkedHashMap<>());
    for (int i = 1; i < lines.length - 2; i++) {
      Matcher line = LINE.matcher(lines[i]);
      assertThat(line.matches()).as("line %s", lines[i]).isTrue();
      assertThat(lines[i].getBytes(StandardCharsets.UTF_8).length + 2).isLessThanOrEqualTo(537);
      read.add(line.group(1), line.group(2));
    }
    return read;
  }

  private static PhoneFile ofXml(byte[] file) {
    Reader reader = new Reader();
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new ByteArrayInputStream(file), reader);
    } catch (SAXException e) {
      throw new AssertionError("the file is no well-formed XML", e);
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform parses XML in memory", e);
    }
    return reader.read;
  }

  private void add(String name, String value) {
    names.add(name);
    values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
  }

  /** An element with perm is a parameter; every other one is a section and has no text. */
  private static final class Reader extends DefaultHandler {
    private final PhoneFile read =
        new PhoneFile("PANASIPPhoneConfig", new ArrayList<>(), new LinkedHashMap<>());
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private String perm = "";

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      assertThat(perm).as("within a parameter: %s", name).isEmpty();
      assertThat(text.toString()).isBlank();
      perm = attributes.getValue("perm") == null ? "" : attributes.getValue("perm");
      String index = attributes.getValue("idx");
      path.addLast(index == null ? name : name + "." + index);
      int known = (perm.isEmpty() ? 0 : 1) + (index == null ? 0 : 1);
      assertThat(attributes.getLength()).isEqualTo(known);
      text.setLength(0);
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      List<String> all = List.copyOf(path);
      if (all.size() == 1) {
        assertThat(name).isEqualTo("PANASIPPhoneConfig");
      }
      if (!perm.isEmpty()) {
        assertThat(perm).isEqualTo("!RW");
        read.add(String.join("/", all.subList(1, all.size())), text.toString());
      } else {
        assertThat(text.toString()).isBlank();
      }
      perm = "";
      text.setLength(0);
      path.removeLast();
    }
  }
}
