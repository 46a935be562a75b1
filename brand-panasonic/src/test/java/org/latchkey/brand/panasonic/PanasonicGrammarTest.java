package org.latchkey.brand.panasonic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.panasonic.Samples.OWN;
import static org.latchkey.brand.panasonic.Samples.STANDARD;
import static org.latchkey.brand.panasonic.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.brand.Renderer;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;

/** What the facts say of both grammars, one test for each point. */
class PanasonicGrammarTest {
  private static final String UTG = "Device/System/Prov/";

  private final Renderer renderer = Samples.BRAND.renderer();

  // 5.1: the grammar

  @ParameterizedTest
  @CsvSource({
    "KX-UT113, # Panasonic SIP Phone Standard Format File # DO NOT CHANGE THIS LINE!",
    "KX-UT670, # Panasonic SIP Phone Standard Format File # DO NOT CHANGE THIS LINE!",
    "KX-HDV430, # Panasonic SIP Phone Standard Format File # DO NOT CHANGE THIS LINE!",
    "KX-TGP600, # Panasonic SIP Phone Standard Format File # DO NOT CHANGE THIS LINE!",
    "KX-UDS124, # Panasonic SIP Phone Standard Format File # DO NOT CHANGE THIS LINE!",
    "KX-TGP500, # PCC Standard Format File # DO NOT CHANGE THIS LINE!",
    "KX-TGP551, # PCC Standard Format File # DO NOT CHANGE THIS LINE!",
  })
  void file_ofAnyPhone_beginsAndEndsAsItsFamilyWants(String model, String first) {
    for (Samples phone : List.of(phone(model), phone(model).with(line(1)))) {
      String text = new String(phone.bytes(), UTF_8);
      assertThat(text).startsWith(first + "\r\n").endsWith("\"\r\n\r\n");
      assertThat(PhoneFile.of(phone.bytes()).first()).isEqualTo(first);
    }
  }

  @Test
  void firstLine_ofAPhoneThatIsToldAnothersName_staysItsOwn() {
    for (String name : List.of("LINE_ID_1", "line_id_1")) {
      PhoneFile file = phone("KX-UT123").with(line(1)).set("panasonic:" + name, "x").file();
      assertThat(file.first()).startsWith("# Panasonic");
      assertThat(file.has(name)).isFalse();
    }
  }

  @Test
  void name_whoeverSaysItAgain_standsOnce() {
    for (String model : List.of("KX-HDV230", "KX-UTG200")) {
      List<Parameter> twice = new ArrayList<>(phone(model).with(line(1)).parameters().list());
      twice.addAll(phone(model).with(line(1)).parameters().list());
      byte[] file = renderer.write(new Parameters(twice));
      assertThat(file).isEqualTo(phone(model).with(line(1)).bytes());
      assertThat(PhoneFile.of(file).names()).doesNotHaveDuplicates();
    }
  }

  @Test
  void lineThatWasTakenAway_isCleared() {
    PhoneFile file = phone("KX-UT136").with(line(2)).file();
    for (String name : List.of("PHONE_NUMBER_", "SIP_URI_", "SIP_AUTHID_", "SIP_PASS_")) {
      assertThat(file.get(name + 1)).isEmpty();
      assertThat(file.get(name + 2)).isNotEmpty();
    }
    assertThat(phone("KX-UTG200").file().get("Device/Lines/Line.4/Sip/LINE_ENABLE"))
        .isEqualTo("No");
  }

  // 5.2: KX-UTG

  @Test
  void utg_oneFile_hasAddressesFirstAndThenTheDevice() {
    String text = new String(phone("KX-UTG200").with(line(1)).bytes(), UTF_8);
    assertThat(text)
        .containsSubsequence(
            "<PANASIPPhoneConfig>",
            "<Initial>",
            "<CfgFiles>",
            "<CFG_STANDARD_FILE_PATH perm=\"!RW\">https://0080f0c8c381:NotARealOwnPassword1@",
            "</Initial>",
            "<Device>",
            "<System>",
            "<Network>",
            "<Lines>",
            "<Line idx=\"1\">",
            "</PANASIPPhoneConfig>");
    assertThat(text).doesNotContain("standalone");
  }

  @Test
  void utg_credential_isInAddressAndInBothPairs() {
    PhoneFile file = phone("KX-UTG300").with(line(1)).file();
    assertThat(file.get("Initial/CfgFiles/" + STANDARD)).isEqualTo(OWN.replace(".cfg", ".xml"));
    for (String pair : List.of(UTG + "USR_PROV_SVR_AUTH", "Device/Network/HTTP/HTTP_AUTH")) {
      assertThat(file.get(pair + "_ID")).isEqualTo("0080f0c8c381");
      assertThat(file.get(pair + "_PASSWORD")).isEqualTo("NotARealOwnPassword1");
    }
  }
}
