package org.latchkey.testkit.grandstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigXmlTest {
  private static ConfigXml parse(String inner) throws FileException {
    return ConfigXml.parse(Provisioner.gs(inner).getBytes(UTF_8));
  }

  @Test
  void parse_bothGrammars_eachInItsOwnPart() throws Exception {
    ConfigXml xml =
        parse(
            "<mac> c074ad150b88 </mac>"
                + "<config version=\"1\"><P30> a </P30><item name=\"x.y\">1</item></config>"
                + "<config version=\"2\"><item name=\"a.b\">2</item><P31>b</P31></config>");

    assertThat(xml.mac()).hasValue("c074ad150b88");
    assertThat(xml.numbered()).isEqualTo(Map.of("P30", "a"));
    assertThat(xml.named()).isEqualTo(Map.of("a.b", "2"));
    assertThat(xml.ignored()).containsExactly("x.y", "P31");
  }

  @Test
  void parse_itemWithParts_isNoSettingItself() throws Exception {
    ConfigXml xml =
        parse(
            "<config version=\"2\"><item name=\"a\"><part name=\"b\">1</part>"
                + "<part name=\"c\"/></item><item name=\"d\">2</item></config>");

    assertThat(xml.named()).isEqualTo(Map.of("a.b", "1", "a.c", "", "d", "2"));
  }

  @Test
  void parse_sameNameTwice_lastWins() throws Exception {
    assertThat(parse("<config version=\"1\"><P30>a</P30><P30>b</P30></config>").numbered())
        .isEqualTo(Map.of("P30", "b"));
  }

  @Test
  void parse_otherElementsAndVersions_nothing() throws Exception {
    ConfigXml xml =
        parse(
            "<config version=\"2\"/><item name=\"a\"><part name=\"b\">1</part></item>"
                + "<config version=\"1\"><Px>a</Px><x><P30>b</P30></x></config><P31>c</P31>");

    assertThat(xml.numbered()).isEmpty();
    assertThat(xml.named()).isEmpty();
    assertThat(parse("<config version=\"3\"><P30>a</P30></config>").ignored())
        .containsExactly("P30");
  }
}
