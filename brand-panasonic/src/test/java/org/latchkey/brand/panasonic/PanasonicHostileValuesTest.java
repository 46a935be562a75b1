package org.latchkey.brand.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.panasonic.PanasonicLinesTest.refused;
import static org.latchkey.brand.panasonic.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Secret;

class PanasonicHostileValuesTest {
  static List<String> hostile() {
    return List.of(
        "\n",
        "a\r\nCFG_STANDARD_FILE_PATH=\"https://evil.example/",
        "a\"\r\nCFG_STANDARD_FILE_PATH=\"https://evil.example/",
        "a\u0085b",
        "a\u2028b",
        "a\u0000b",
        "\ud800",
        "\uffff",
        "\"",
        "a\" B=\"",
        "</DISPLAY_NAME><CFG_STANDARD_FILE_PATH>",
        "<!-- ",
        "]]>",
        "&evil;",
        "&#10;",
        "# Panasonic SIP Phone Standard Format File #",
        "{MAC}",
        "x{mac}x",
        "{MODEL}",
        "{fwver}",
        "{Mac}",
        "{",
        " leading",
        "trailing ",
        "\u00e4\u00f6\u00fc \ud83d\ude00",
        "\u202e");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void value_inAnyField_staysAValueOrIsRefused(String value) {
    for (String model : List.of("KX-HDV230", "KX-TGP500", "KX-UDS124", "KX-UTG200")) {
      List<Function<String, Samples>> fields =
          List.of(
              text -> phone(model).with(changed(text, text, "100", "100", "x", "*97")),
              text -> phone(model).with(changed("l", "d", text, "100", "x", "*97")),
              text -> phone(model).with(changed("l", "d", "100", text, "x", "*97")),
              text -> phone(model).with(changed("l", "d", "100", "100", text, "*97")),
              text -> phone(model).with(changed("l", "d", "100", "100", "x", text)),
              text -> phone(model).credential(text, "NotARealOwnPassword1"),
              text -> phone(model).credential("0080f0c8c381", text),
              text -> phone(model).set(Layer.DEVICE, "panasonic:HOST_NAME", text),
              text -> phone(model).set(Layer.DEVICE, "panasonic:Device/Phone/Tone/X", text),
              text -> phone(model).set(Layer.DEVICE, "phone.admin.name", text),
              text -> phone(model).set(Layer.DEVICE, "ldap.base", text));
      for (Function<String, Samples> field : fields) {
        List<String> expected = field.apply("harmless").file().names();
        try {
          assertThat(field.apply(value).file().names()).isEqualTo(expected);
        } catch (InvalidValueException | RenderException e) {
          assertThat(e.getMessage()).isNotBlank();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{MAC}", "x{mac}x", "{MODEL}", "{fwver}"})
  void macro_inAnyIdentifierOrOverride_isRefusedWhereItStands(String macro) {
    for (String model : List.of("KX-HDV230", "KX-UTG200", "KX-UDS124")) {
      refused(() -> phone(model).with(user(macro)).bytes(), "device", "lines[0].user");
      refused(() -> phone(model).with(password(macro)).bytes(), "device", "lines[0].password");
    }
    LineKey key = key(2, LineKey.Type.BLF, macro, "Bob");
    refused(() -> phone("KX-HDV230").with(key).bytes(), "device", "keys[0].value");
    refused(
        () -> phone("KX-HDV230").set("panasonic:HOST_NAME", macro).bytes(), "domain", "HOST_NAME");
  }

  @ParameterizedTest
  @CsvSource({
    "KX-HDV230, 'Alice', 'Alice'",
    "KX-HDV230, 'a \"b\" c', 'a ''b'' c'",
    "KX-HDV230, 'J\u00f6rg \ud83d\ude00', 'J\u00f6rg \ud83d\ude00'",
    "KX-HDV230, '{MAC} {mac} {Mac}', '(MAC) (mac) {Mac}'",
    "KX-UTG200, 'a \"b\" <c> {MODEL}', 'a \"b\" <c> (MODEL)'",
    "KX-UTG200, 'a\uffffb', 'a b'",
  })
  void displayName_ofAnyText_isShownAndRemarkedUpon(String model, String text, String shown) {
    Samples phone = phone(model).with(line(1, text, text, "x"));
    String name =
        model.startsWith("KX-UTG") ? "Device/Lines/Line.1/CallCtrl/DISPLAY_NAME" : "DISPLAY_NAME_1";
    assertThat(phone.file().get(name)).isEqualTo(shown);
    assertThat(
            Samples.BRAND.renderer().remarks(phone.rendering()).stream()
                .anyMatch(remark -> remark.what().equals("lines[0].displayName")))
        .isEqualTo(!text.equals(shown));
    if (model.equals("KX-HDV230")) {
      assertThat(phone.file().get("FLEX_BUTTON_LABEL1")).isEqualTo(shown);
    }
  }

  @Test
  void value_longerThanThePhoneTakes_isRefusedWhereItStands() {
    String longest = "1".repeat(500);
    assertThat(phone("KX-HDV230").set("panasonic:HOST_NAME", longest).file().get("HOST_NAME"))
        .isEqualTo(longest);
    refused(
            () -> phone("KX-HDV230").set("panasonic:HOST_NAME", longest + "1").bytes(),
            "domain",
            "HOST_NAME")
        .hasMessageContaining("500 characters");
    // 500 characters of two bytes are more than a line of 537
    refused(
            () -> phone("KX-HDV230").set("panasonic:HOST_NAME", "\u00e4".repeat(300)).bytes(),
            "domain",
            "HOST_NAME")
        .hasMessageContaining("537 bytes");
    // room for name, quotes and line end: the longest line of all
    String name = "A".repeat(32);
    String value = "\u00e4".repeat(250);
    assertThat(phone("KX-HDV230").set("panasonic:" + name, value).file().get(name))
        .isEqualTo(value);
    refused(() -> phone("KX-HDV230").set("panasonic:" + name, value + "1").bytes(), "domain", name);
    String plan = "1|".repeat(250) + "2";
    refused(
        () -> phone("KX-UT123").with(line(1)).set("dial.plan", plan).bytes(),
        "domain",
        "dial.plan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A B", "A.B", "A-B", "A=B", "#A", "A\"", "\u00c4"})
  void name_thatIsNone_isRefused(String name) {
    Parameters parameters = Parameters.builder().add(name, "1", Layer.DOMAIN).build();
    refused(() -> Samples.BRAND.renderer().write(parameters), "domain", name)
        .hasMessageContaining("letters, digits");
  }

  @Test
  void name_longerThanThePhoneTakes_isRefused() {
    String name = "A".repeat(33);
    refused(() -> phone("KX-HDV230").set("panasonic:" + name, "1").bytes(), "domain", name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Device//X",
        "/Device/X",
        "Device/X/",
        "Device/<evil>/X",
        "Device/Lines/Line.1234/X",
        "Device/Lines/Line./X",
        "Device/System",
        "Device/System/LoginAcc/ADMIN_ID/X"
      })
  void path_thatIsNoneOrIsTaken_isRefused(String name) {
    refused(() -> phone("KX-UTG200").set("panasonic:" + name, "1").bytes(), "domain", name);
  }

  @Test
  void path_thatLeadsThroughAReservedElement_isLeftOut() {
    byte[] plain = phone("KX-UTG200").bytes();
    for (String name :
        List.of("Initial/CfgFiles/CFG_STANDARD_FILE_PATH/X", "Device/System/Prov/CFG_CYCLIC.2")) {
      assertThat(phone("KX-UTG200").set("panasonic:" + name, "1").bytes()).isEqualTo(plain);
    }
  }

  @Test
  void file_longerThanThePhoneHolds_isRefusedAtTheParameterThatMakesItSo() {
    Samples phone = phone("KX-UT123");
    for (int i = 0; i < 140; i++) {
      phone.set(Layer.DEVICE, "panasonic:X" + i, "1".repeat(500));
    }
    refused(phone::bytes, "device", "X" + overflow()).hasMessageContaining("60000 bytes");
    Samples base = phone("KX-UDS124");
    for (int i = 0; i < 140; i++) {
      base.set(Layer.DEVICE, "panasonic:X" + i, "1".repeat(500));
    }
    assertThat(base.bytes().length).isGreaterThan(60_000);
  }

  // the first of the long parameters that does not fit any more
  private static int overflow() {
    int length = phone("KX-UT123").bytes().length - reservedLength();
    int at = 0;
    while (at < 140) {
      length += ("X" + at + "=\"" + "1".repeat(500) + "\"\r\n").length();
      if (length > 60_000) {
        return at;
      }
      at++;
    }
    throw new AssertionError("all of them fit");
  }

  private static int reservedLength() {
    return Samples.BRAND.renderer().reserved(phone("KX-UT123").rendering()).list().stream()
        .mapToInt(p -> p.name().length() + p.value().length() + "=\"\"\r\n".length())
        .sum();
  }

  private static Line user(String user) {
    return changed("l", "d", user, "100", "x", "*97");
  }

  private static Line password(String password) {
    return changed("l", "d", "100", "100", password, "*97");
  }

  private static Line changed(
      String label, String display, String user, String auth, String password, String voicemail) {
    return new Line(
        1,
        label,
        display,
        user,
        auth,
        Secret.of(password),
        new Registrar("sip.acme.example", 5060, Registrar.Transport.UDP),
        Optional.empty(),
        3600,
        Optional.of(voicemail));
  }
}
