package org.latchkey.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes XML 1.0 in UTF-8: elements, attributes and text, nothing else. A value can become neither
 * an element nor a second attribute, and no element gets the same attribute twice, which would make
 * the whole file malformed.
 *
 * <p>Every element begins on a line of its own, two blanks deeper than the one around it. Not safe
 * for use by several threads.
 *
 * @see <a href="https://www.w3.org/TR/xml/">Extensible Markup Language 1.0</a>
 * @since 1.0
 */
public final class XmlWriter {
  private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"";

  private final StringBuilder out = new StringBuilder(8_192).append(HEADER);
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> attributes = new HashSet<>(256);
  private boolean inTag;
  private boolean hasText;

  /** A document without an element, which says that it stands alone. */
  public XmlWriter() {
    this(true);
  }

  /**
   * A document without an element.
   *
   * @param standalone whether its first line says that it stands alone; not all phones have a whole
   *     parser, and some were only ever shown a first line without
   */
  public XmlWriter(boolean standalone) {
    out.append(standalone ? " standalone=\"yes\"?>" : "?>");
  }

  /**
   * Says why XML cannot carry a value, if it cannot. Tabs and line feeds it can: they are written
   * as character references, which no parser turns into blanks.
   *
   * @param value any text
   * @return what is wrong with it, never the value; or the empty text if nothing is
   */
  public static String objection(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < value.length()
              && Character.isLowSurrogate(value.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c) || c >= 0xfffe) {
        return "lone surrogates and noncharacters cannot be written";
      } else if (Character.isISOControl(c) && c != '\t' && c != '\n') {
        return "control characters cannot be written";
      }
    }
    return "";
  }

  /**
   * Says whether a text can name an element or an attribute here: an ASCII letter or underscore,
   * then letters, digits, dots, hyphens and underscores. Colons are left to namespaces.
   *
   * @param name any text
   * @return true if it can
   */
  public static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      int lower = c | 0x20;
      boolean first = c < 0x80 && ((lower >= 'a' && lower <= 'z') || c == '_');
      if (!first && (i == 0 || ((c < '0' || c > '9') && c != '.' && c != '-'))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /**
   * Begins an element within the one that is open.
   *
   * @param name a name
   * @return this writer
   * @throws IllegalArgumentException if it is no name; nothing was written
   */
  public XmlWriter start(String name) {
    requireName(name);
    closeTag();
    newLine(open.size());
    out.append('<').append(name);
    open.push(name);
    if (!attributes.isEmpty()) {
      attributes.clear();
    }
    inTag = true;
    hasText = false;
    return this;
  }

  /**
   * Adds an attribute to the element that was begun last.
   *
   * @param name a name that this element has not yet
   * @param value a value without objection
   * @return this writer
   * @throws IllegalArgumentException if it is no name, or there is an objection, or the element has
   *     that attribute; nothing was written, and the message does not hold the value
   * @throws IllegalStateException if no element was begun, or it has content already
   */
  public XmlWriter attribute(String name, String value) {
    requireTag(name, value);
    out.append(' ');
    return write(name, value);
  }

  /**
   * Adds an attribute on a line of its own, for elements with many of them.
   *
   * @param name a name that this element has not yet
   * @param value a value without objection
   * @return this writer
   * @throws IllegalArgumentException if it is no name, or there is an objection, or the element has
   *     that attribute; nothing was written, and the message does not hold the value
   * @throws IllegalStateException if no element was begun, or it has content already
   */
  public XmlWriter attributeLine(String name, String value) {
    requireTag(name, value);
    newLine(open.size());
    return write(name, value);
  }

  /**
   * Adds text to the element that is open.
   *
   * @param value a text without objection
   * @return this writer
   * @throws IllegalArgumentException if there is an objection; nothing was written
   * @throws IllegalStateException if no element is open
   */
  public XmlWriter text(String value) {
    require(!open.isEmpty(), "no element is open");
    requireValue(value);
    closeTag();
    escape(value);
    hasText = true;
    return this;
  }

  /**
   * Ends the element that is open.
   *
   * @return this writer
   * @throws IllegalStateException if none is open
   */
  public XmlWriter end() {
    require(!open.isEmpty(), "no element is open");
    String name = open.pop();
    if (inTag) {
      out.append("/>");
      inTag = false;
    } else {
      if (!hasText) {
        newLine(open.size());
      }
      out.append("</").append(name).append('>');
    }
    hasText = false;
    return this;
  }

  /**
   * Writes an element that holds text only.
   *
   * @param name a name
   * @param value a text without objection
   * @return this writer
   * @throws IllegalArgumentException if it is no name, or there is an objection; nothing was
   *     written
   */
  public XmlWriter element(String name, String value) {
    requireName(name);
    requireValue(value);
    start(name);
    return value.isEmpty() ? end() : text(value).end();
  }

  /**
   * Tells what was written.
   *
   * @return the document
   * @throws IllegalStateException if an element is still open
   */
  public byte[] toBytes() {
    require(open.isEmpty(), "an element is open");
    out.append('\n');
    byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    out.setLength(out.length() - 1);
    return bytes;
  }

  private XmlWriter write(String name, String value) {
    out.append(name).append("=\"");
    escape(value);
    out.append('"');
    return this;
  }

  private void requireTag(String name, String value) {
    require(inTag, "no element was begun");
    requireName(name);
    requireValue(value);
    if (!attributes.add(name)) {
      throw new IllegalArgumentException("the element has this attribute already");
    }
  }

  private static void requireName(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "the name may have letters, digits, '.', '_' and '-' only, a letter or '_' first");
    }
  }

  private static void requireValue(String value) {
    String objection = isPlain(value) ? "" : objection(value);
    if (!objection.isEmpty()) {
      throw new IllegalArgumentException(objection);
    }
  }

  private static void require(boolean state, String problem) {
    if (!state) {
      throw new IllegalStateException(problem);
    }
  }

  private void closeTag() {
    if (inTag) {
      out.append('>');
      inTag = false;
    }
  }

  private void newLine(int depth) {
    out.append('\n');
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
  }

  private void escape(String value) {
    if (isPlain(value)) {
      out.append(value);
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&apos;");
        case '\n' -> out.append("&#10;");
        case '\t' -> out.append("&#9;");
        default -> out.append(c);
      }
    }
  }

  /** Whether a value is printable ASCII without anything that is escaped, as most are. */
  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c > 0x7e || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
        return false;
      }
    }
    return true;
  }
}
