package org.latchkey.testkit.panasonic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Defect;

class XmlFileTest {
  private static ConfigFile parse(String text) {
    return XmlFile.parse(text.getBytes(UTF_8));
  }

  private static String value(ConfigFile file, String name) {
    assertThat(file.fault()).isEmpty();
    return file.values().get(name).text();
  }

  @Test
  void parse_initialFile_paths() {
    ConfigFile file =
        parse(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PANASIPPhoneConfig><Initial><Certs/>"
                + "<CfgFiles>\n <CFG_STANDARD_FILE_PATH>http://h/a&amp;b</CFG_STANDARD_FILE_PATH>\n"
                + "</CfgFiles></Initial></PANASIPPhoneConfig>");
    assertThat(value(file, "CFG_STANDARD_FILE_PATH")).isEqualTo("http://h/a&b");
    assertThat(file.values()).hasSize(1);
  }

  @Test
  void parse_deviceFile_linesByIndex() {
    ConfigFile file =
        parse(
            "<PANASIPPhoneConfig><Device><Lines><Line idx=\"1\"><PHONE_NUMBER>100</PHONE_NUMBER>"
                + "</Line><Line idx=\"2\"><PHONE_NUMBER> 101 </PHONE_NUMBER></Line></Lines>"
                + "<System><ADMIN_PASS></ADMIN_PASS></System></Device></PANASIPPhoneConfig>");
    assertThat(value(file, "PHONE_NUMBER_1")).isEqualTo("100");
    assertThat(value(file, "PHONE_NUMBER_2")).isEqualTo("101");
    assertThat(value(file, "ADMIN_PASS")).isEmpty();
    assertThat(file.values()).hasSize(3);
  }

  @Test
  void parse_permission_exclamationBeatsTyped() {
    ConfigFile file =
        parse(
            "<PANASIPPhoneConfig><A perm=\"!RW\">1</A><B perm=\"RW\">1</B><C perm=\"!R\">1</C>"
                + "<D>1</D></PANASIPPhoneConfig>");
    assertThat(file.values().get("A").beatsTyped()).isTrue();
    assertThat(file.values().get("B").beatsTyped()).isFalse();
    assertThat(file.values().get("C").beatsTyped()).isTrue();
    assertThat(file.values().get("D").beatsTyped()).isFalse();
  }

  @Test
  void parse_nameTwice_lastWins() {
    assertThat(value(parse("<PANASIPPhoneConfig><A>1</A><A>2</A></PANASIPPhoneConfig>"), "A"))
        .isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# Panasonic SIP Phone Standard Format File #\r\n\r\n",
        "<PANASIPPhoneConfig><A>1</A>",
        "<PANASIPPhoneConfig><A>1 & 2</A></PANASIPPhoneConfig>",
        "<PanasipPhoneConfig><A>1</A></PanasipPhoneConfig>",
        "<!DOCTYPE x [<!ENTITY e \"1\">]><PANASIPPhoneConfig><A>&e;</A></PANASIPPhoneConfig>"
      })
  void parse_notWhatItWants_wholeFileInvalid(String text) {
    ConfigFile file = parse(text);
    assertThat(file.fault().orElseThrow().kind()).isEqualTo(Defect.Kind.BAD_XML);
    assertThat(file.values()).isEmpty();
  }
}
