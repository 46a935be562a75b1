package org.latchkey.brand.polycom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.latchkey.format.XmlWriter;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What users have changed at the phone or on its pages, as it uploads that in {@code
 * <mac>-phone.cfg} and {@code <mac>-web.cfg}, fetches again, even after a factory reset, and puts
 * above its configuration (UC Software 5.9 Administrator Guide, override files).
 *
 * <p>Nothing is passed on as it came: the attributes are read by an XML parser that knows no
 * document types, and those that may go back are written anew, all in one element. Whatever is no
 * well-formed XML is nothing, since a phone's parser might see more in it than ours.
 */
final class PolycomOverrides {
  private static final int LONGEST_VALUE = 2_048;

  /**
   * Names that no user needs to change there: what is in flash stays there anyway, and what makes
   * the phone trust, ask or upgrade is not the user's.
   */
  private static final List<String> NOT_OF_USERS =
      List.of(
          PolycomGrammar.FLASH,
          "prov.",
          "sec.tls.",
          "sec.encryption.",
          "sec.tagserialno",
          "upgrade.",
          "feature.lens.",
          "feature.obitalk.");

  private PolycomOverrides() {}

  /** The attributes that may go back; empty if there are none. */
  static Optional<byte[]> clean(byte[] file) {
    Collector collector = new Collector();
    try {
      parser().parse(new ByteArrayInputStream(file), collector);
    } catch (SAXException | IOException e) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform parses XML", e);
    }
    return collector.kept.isEmpty() ? Optional.empty() : Optional.of(write(collector.kept));
  }

  private static byte[] write(Map<String, String> kept) {
    XmlWriter xml = new XmlWriter().start("PHONE_CONFIG").start("OVERRIDES");
    kept.forEach(xml::attributeLine);
    return xml.end().end().toBytes();
  }

  /** The platform's own parser, with limits that do not depend on its version. */
  private static SAXParser parser() throws ParserConfigurationException, SAXException {
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    factory.setNamespaceAware(false);
    factory.setXIncludeAware(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    SAXParser parser = factory.newSAXParser();
    parser.setProperty("jdk.xml.elementAttributeLimit", "10000");
    // nothing here goes down with the elements
    parser.setProperty("jdk.xml.maxElementDepth", "0");
    return parser;
  }

  private static boolean mayGoBack(String name, String value) {
    String key = name.toLowerCase(Locale.ROOT);
    return XmlWriter.isName(name)
        && value.length() <= LONGEST_VALUE
        && PolycomGrammar.objection(value).isEmpty()
        && !PolycomReserved.covers(name)
        && NOT_OF_USERS.stream().noneMatch(key::startsWith);
  }

  /** Attributes of all elements; of one that stands in several, the first counts. */
  private static final class Collector extends DefaultHandler {
    private final Map<String, String> kept = new LinkedHashMap<>();

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      for (int i = 0; i < attributes.getLength(); i++) {
        if (mayGoBack(attributes.getQName(i), attributes.getValue(i))) {
          kept.putIfAbsent(attributes.getQName(i), attributes.getValue(i));
        }
      }
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
      throw new SAXException("nothing but the file itself is read");
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
