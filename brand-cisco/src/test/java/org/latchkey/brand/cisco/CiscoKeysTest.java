package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.cisco.Samples.phone;
import static org.latchkey.brand.cisco.Samples.refused;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Secret;

class CiscoKeysTest {
  @ParameterizedTest
  @CsvSource({
    "SPEED_DIAL, 1001, fnc=sd;ext=1001@$PROXY;nme=Bob",
    "SPEED_DIAL, 1001@pbx.example, fnc=sd;ext=1001@pbx.example;nme=Bob",
    "BLF, 1001, fnc=blf+sd+cp;sub=1001@$PROXY;nme=Bob",
    "XML_BROWSER, https://apps.example/x?a=b, fnc=xml;url=https://apps.example/x?a=b;nme=Bob",
    "CALL_PARK, *68, fnc=sd;ext=*68@$PROXY;nme=Bob",
    "VOICEMAIL, '', fnc=sd;ext=*97@$PROXY;nme=Bob",
  })
  void key_withAFunction_isNoLine(LineKey.Type type, String value, String function) {
    ProfileXml text = phone().with(line(1)).with(key(3, type, value, "Bob")).text();
    assertThat(text.values())
        .containsEntry("Extended_Function_3_", function)
        .containsEntry("Extension_3_", "Disabled")
        .containsEntry("Short_Name_3_", "Bob");
  }

  @Test
  void keys_functions_comeBeforeLines() {
    List<String> names = phone().with(line(1)).text().names();
    assertThat(names.indexOf("Extended_Function_10_")).isLessThan(names.indexOf("Extension_1_"));
  }

  @Test
  void key_ofALine_isThatLine() {
    ProfileXml text =
        phone()
            .with(line(1), line(2))
            .with(
                new LineKey(5, LineKey.Type.LINE, "", "Second", Optional.of(2)),
                key(2, LineKey.Type.NONE, "", ""))
            .text();
    assertThat(text.values())
        .containsEntry("Extension_1_", "1")
        .containsEntry("Short_Name_1_", "Desk 1")
        .containsEntry("Extension_2_", "Disabled")
        .containsEntry("Extension_5_", "2")
        .containsEntry("Short_Name_5_", "Second")
        .containsEntry("Extended_Function_5_", "")
        .containsEntry("Extension_10_", "Disabled");
  }

  @Test
  void key_throughAnotherLine_namesItsServer() {
    Line other =
        new Line(
            2,
            "b",
            "b",
            "202",
            "202",
            Secret.of("x"),
            new Registrar("other.example", 5060, Registrar.Transport.UDP),
            Optional.empty(),
            3600,
            Optional.empty());
    ProfileXml text =
        phone()
            .with(line(1), other)
            .with(new LineKey(3, LineKey.Type.BLF, "7", "", Optional.of(2)))
            .text();
    assertThat(text.get("Extended_Function_3_")).contains("sub=7@other.example;");
  }

  @Test
  void keysOfModules_areCountedOnInThirtyTwos() {
    ProfileXml text =
        phone("SPA504G", "")
            .with(line(1))
            .with(
                key(5, LineKey.Type.SPEED_DIAL, "1", "a"),
                key(36, LineKey.Type.SPEED_DIAL, "2", "b"),
                key(37, LineKey.Type.SPEED_DIAL, "3", "c"),
                key(68, LineKey.Type.SPEED_DIAL, "4", "d"))
            .text();
    assertThat(text.get("Unit_1_Key_1")).contains("ext=1@");
    assertThat(text.get("Unit_1_Key_32")).contains("ext=2@");
    assertThat(text.get("Unit_2_Key_1")).contains("ext=3@");
    assertThat(text.get("Unit_2_Key_32")).contains("ext=4@");
    assertThat(text.values()).containsEntry("Unit_1_Key_2", "");
  }

  @Test
  void list_isOneForThePhone() {
    ProfileXml text =
        phone().with(line(1)).with(key(2, LineKey.Type.BLF_LIST, "desk@acme.example", "")).text();
    assertThat(text.get("BLF_List_URI")).isEqualTo("desk@acme.example");
    refused(
        () ->
            phone()
                .with(
                    key(2, LineKey.Type.BLF_LIST, "a", ""), key(3, LineKey.Type.BLF_LIST, "b", ""))
                .bytes(),
        "device",
        "keys[1].value");
  }

  @ParameterizedTest
  @CsvSource({
    "CP-8851-3PCC, 75, BLF, 1, keys[0].position",
    "CP-6841-3PCC, 5, BLF, 1, keys[0].position",
    "ATA192, 1, SPEED_DIAL, 1, keys[0].position",
    "CP-8851-3PCC, 11, LINE, '', keys[0].type",
    "CP-8851-3PCC, 1, DTMF, 1, keys[0].type",
    "SPA504G, 1, BLF_LIST, l, keys[0].type",
    "CP-8851-3PCC, 1, BLF, '', keys[0].value",
    "CP-8851-3PCC, 1, BLF, 1;nme=evil, keys[0].value",
    "CP-8851-3PCC, 1, BLF, $PROXY, keys[0].value",
    "CP-8851-3PCC, 1, VOICEMAIL, '', keys[0].value",
  })
  void key_thatAPhoneCannotHave_isRefusedByItsField(
      String model, int position, LineKey.Type type, String value, String field) {
    refused(() -> phone(model, "").with(key(position, type, value, "x")).bytes(), "device", field);
  }

  @Test
  void key_ofALineThatTheModelHasNot_isRefused() {
    refused(
        () -> phone().with(new LineKey(1, LineKey.Type.BLF, "1", "", Optional.of(11))).bytes(),
        "device",
        "keys[0].line");
  }

  @ParameterizedTest
  @EnumSource(LineKey.Type.class)
  void type_isInTheTableOrRefused(LineKey.Type type) {
    boolean known =
        CiscoTable.rows("key-types.txt").stream()
            .anyMatch(row -> row.get(0).equalsIgnoreCase(type.name()));
    boolean written;
    try {
      written = phone().with(line(1)).with(key(1, type, "1", "x")).text().has("Extension_1_");
    } catch (RenderException e) {
      written = false;
    }
    assertThat(written).isEqualTo(known);
  }
}
