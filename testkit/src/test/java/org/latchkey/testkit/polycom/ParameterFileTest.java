package org.latchkey.testkit.polycom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.polycom.Provisioner.XML;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class ParameterFileTest {
  private static Map<String, String> parse(String text) throws SAXException {
    return ParameterFile.parse(text.getBytes(UTF_8));
  }

  @Test
  void parse_anyNesting_attributesInOrder() throws Exception {
    assertThat(parse(XML + "<a x.1=\"1\"><b><c y=\"2\"/></b><!-- z --></a>"))
        .containsExactly(Map.entry("x.1", "1"), Map.entry("y", "2"));
  }

  @Test
  void parse_twoElementsWithSameName_firstWins() throws Exception {
    assertThat(parse(XML + "<a><b x=\"1\"/><c x=\"2\"/></a>")).containsEntry("x", "1");
  }

  @Test
  void parse_escapes_resolved() throws Exception {
    assertThat(parse(XML + "<a x=\"&lt;&amp;&quot;&#10;ü\"/>")).containsEntry("x", "<&\"\nü");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<a x=\"1\"/>", // no declaration
        "\n" + XML + "<a/>",
        XML + "<a x=\"1\" x=\"2\"/>",
        XML + "<a x=\"1\">",
        XML + "<a x=\"a & b\"/>",
        XML + "<!DOCTYPE a [<!ENTITY e \"v\">]><a x=\"&e;\"/>"
      })
  void parse_notWellFormed_rejected(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(SAXException.class);
  }

  @Test
  void parse_badBytes_rejected() {
    byte[] bytes = (XML + "<a x=\"?\"/>").getBytes(UTF_8);
    bytes[bytes.length - 4] = (byte) 0xff;

    assertThatThrownBy(() -> ParameterFile.parse(bytes)).isInstanceOf(SAXException.class);
  }

  @Test
  void parse_rejected_messageHoldsNoValue() {
    assertThatThrownBy(() -> parse(XML + "<a x=\"secret\" x=\"secret\"/>"))
        .hasMessageContaining("line 2")
        .hasMessageNotContaining("secret");
  }

  @Test
  void write_hostileValues_readBack() throws Exception {
    Map<String, String> values = Map.of("a.b", "<&>\"\n'ü");

    assertThat(parse(ParameterFile.write(values))).isEqualTo(values);
  }
}
