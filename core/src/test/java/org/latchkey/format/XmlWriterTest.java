package org.latchkey.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class XmlWriterTest {
  private static final String HEADER =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private static String text(XmlWriter writer) {
    return new String(writer.toBytes(), UTF_8);
  }

  @Test
  void document_ofElementsAttributesAndText_isLaidOutByDepth() {
    XmlWriter writer =
        new XmlWriter()
            .start("a")
            .attributeLine("x.1", "1")
            .attributeLine("y", "")
            .start("b")
            .attribute("n", "2")
            .text("t")
            .end()
            .element("c", "")
            .element("d", "e")
            .end();
    assertThat(text(writer))
        .isEqualTo(
            HEADER + "<a\n  x.1=\"1\"\n  y=\"\">\n  <b n=\"2\">t</b>\n  <c/>\n  <d>e</d>\n</a>\n");
  }

  @Test
  void document_thatDoesNotSayItStandsAlone_hasTheShortFirstLine() {
    assertThat(text(new XmlWriter(false).start("a").end()))
        .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\" evil=\"1",
        "' evil='1",
        "<evil/>",
        "</a>",
        "]]>",
        "&amp;&evil;&#10;",
        "<!-- -->",
        "line\nline\ttab ",
        "J\u00f6rg \ud83d\ude00 \u202e \u0130"
      })
  void value_ofAnyText_isReadBackAsItWas(String value) throws Exception {
    byte[] written = new XmlWriter().start("a").attribute("v", value).text(value).end().toBytes();
    Element read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(written))
            .getDocumentElement();
    assertThat(read.getAttribute("v")).isEqualTo(value);
    assertThat(read.getTextContent()).isEqualTo(value);
    assertThat(read.getAttributes().getLength()).isEqualTo(1);
    assertThat(read.getChildNodes().getLength()).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hush\u0000",
        "\rhush",
        "hush\u001b",
        "\u007fhush",
        "\u0085hush",
        "hush\ud800",
        "\udc00hush",
        "hush\uffff"
      })
  void value_thatXmlCannotCarry_isRefusedAndNotTold(String value) {
    assertThat(XmlWriter.objection(value)).isNotEmpty().doesNotContain("hush");
    XmlWriter writer = new XmlWriter().start("a");
    assertThatThrownBy(() -> writer.attribute("v", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hush");
    assertThatThrownBy(() -> writer.text(value)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> writer.element("b", value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(text(writer.end())).isEqualTo(HEADER + "<a/>\n");
  }

  @Test
  void attribute_twiceInOneElement_isRefused() {
    XmlWriter writer = new XmlWriter().start("a").attribute("v", "1");
    assertThatThrownBy(() -> writer.attribute("v", "2"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(text(writer.start("b").attribute("v", "3").end().end()))
        .isEqualTo(HEADER + "<a v=\"1\">\n  <b v=\"3\"/>\n</a>\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "-a", "a b", "a=\"", "a:b", "<a", "\u00e4", "a\n", "\u0130"})
  void name_thatIsNone_isRefused(String name) {
    assertThat(XmlWriter.isName(name)).isFalse();
    assertThatThrownBy(() -> new XmlWriter().start(name))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new XmlWriter().start("a").attribute(name, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void order_thatIsWrong_isRefused() {
    assertThatThrownBy(() -> new XmlWriter().attribute("v", ""))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new XmlWriter().start("a").text("").attribute("v", ""))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new XmlWriter().text("")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new XmlWriter().end()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new XmlWriter().start("a").toBytes())
        .isInstanceOf(IllegalStateException.class);
  }
}
