package org.latchkey.testkit.grandstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An XML file as read: nothing of it is judged but its form.
 *
 * @param mac the MAC it says it is for
 * @param numbered values by P number, of parts with version 1
 * @param named values by name, of parts with version 2
 * @param ignored names of elements that stand in a part with the other grammar
 */
record ConfigXml(
    Optional<String> mac,
    Map<String, String> numbered,
    Map<String, String> named,
    List<String> ignored) {
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");
  private static final int DECLARATION = 200;

  /**
   * Reads one file.
   *
   * @throws FileException if the phone rejects it, whatever is in it
   */
  static ConfigXml parse(byte[] bytes) throws FileException {
    Matcher declared = ENCODING.matcher(start(bytes));
    if (declared.find() && !declared.group(1).equalsIgnoreCase("UTF-8")) {
      throw new FileException("declares another encoding than UTF-8");
    }
    ConfigXmlHandler handler = new ConfigXmlHandler();
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new ByteArrayInputStream(bytes), handler);
    } catch (SAXParseException e) {
      throw new FileException("not well-formed at line " + e.getLineNumber());
    } catch (SAXException e) {
      throw new FileException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new FileException("not in UTF-8");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return handler.result();
  }

  /** Whether bytes look like XML; others must be decrypted first. */
  static boolean plain(byte[] bytes) {
    return start(bytes).replace("\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<");
  }

  private static String start(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, DECLARATION), ISO_8859_1);
  }
}
