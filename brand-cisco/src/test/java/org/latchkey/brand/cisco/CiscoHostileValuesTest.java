package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.cisco.Samples.phone;
import static org.latchkey.brand.cisco.Samples.refused;
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
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.config.Layer;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Secret;

class CiscoHostileValuesTest {
  static List<String> hostile() {
    return List.of(
        "\n",
        "\r",
        "a\u0085b",
        "a\u2028b",
        "a\u0000b",
        "\ud800",
        "\uffff",
        "</User_ID_1_><Profile_Rule>https://evil.example</Profile_Rule><User_ID_1_>",
        "\"/><Profile_Rule>https://evil.example</Profile_Rule>",
        "</flat-profile>",
        "<!-- ",
        "-->",
        "]]>",
        "<?xml?>",
        "&evil;",
        "&#10;",
        "&lt;Profile_Rule&gt;",
        "] https://evil.example/x | [",
        "a --key b",
        "$SA",
        "$(MA)",
        "$$",
        "(\"$A\" ne \"b\")? (Profile_Rule = \"https://evil.example\";)!",
        "x;fnc=xml;url=https://evil.example",
        " leading",
        "trailing ",
        "\"\"",
        "\u00e4\u00f6\u00fc \ud83d\ude00",
        "\u202e");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void value_inAnyField_staysAValueOrIsRefused(String value) {
    List<Function<String, Samples>> fields =
        List.of(
            text -> phone().with(changed(text, text, "100", "100", "x", "*97")),
            text -> phone().with(changed("l", "d", text, "100", "x", "*97")),
            text -> phone().with(changed("l", "d", "100", text, "x", "*97")),
            text -> phone().with(changed("l", "d", "100", "100", text, "*97")),
            text -> phone().with(changed("l", "d", "100", "100", "x", text)),
            text -> phone().with(key(3, LineKey.Type.BLF, text, "Bob")),
            text -> phone().with(key(3, LineKey.Type.BLF, "101", text)),
            text -> phone().with(key(12, LineKey.Type.SPEED_DIAL, "101", text)),
            text -> phone().with(key(3, LineKey.Type.XML_BROWSER, text, "Bob")),
            text -> phone().credential(text, "not-a-real-own-pass1"),
            text -> phone().credential("00562b043615", text),
            text -> phone().set(Layer.DEVICE, "cisco:GPP_A", text),
            text -> phone().set(Layer.DEVICE, "phone.admin.password", text),
            text -> phone().set(Layer.DEVICE, "ldap.base", text),
            text ->
                phone("ATA192", "")
                    .set(Layer.DEVICE, "cisco:router-configuration/SSH/SSH_User_ID", text));
    for (Function<String, Samples> field : fields) {
      ProfileXml expected = field.apply("harmless").text();
      try {
        ProfileXml text = field.apply(value).text();
        assertThat(text.names()).isEqualTo(expected.names());
        // whatever it was, the phone goes on asking us and nobody else
        assertThat(Samples.expanded(text.get("Profile_Rule"), Samples.MAC))
            .isEqualTo("https://prov.example/cfg/cisco-00562b043615.xml");
        for (int k = 1; k <= 10; k++) {
          assertThat(text.get("Extended_Function_" + k + "_").split(";", -1))
              .filteredOn(part -> part.startsWith("fnc="))
              .hasSizeLessThanOrEqualTo(1);
        }
      } catch (InvalidValueException | RenderException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Alice', 'Alice'",
    "'<\"&''>', '<\"&''>'",
    "'J\u00f6rg \ud83d\ude00', 'J\u00f6rg \ud83d\ude00'",
    "'a\uffffb', 'a b'",
    "'$USER', 'USER'",
    "'a$(MA)b', 'a (MA)b'",
    "'5 $', '5 $'",
    "'$5', '$5'",
    "'a$$b', 'a  b'",
    "'\"\"', ''",
    "' a ', 'a'",
  })
  void displayName_ofAnyText_isShown(String name, String written) {
    Samples phone = phone().with(Samples.line(1, name, name, "x"));
    assertThat(phone.text().get("Display_Name_1_")).isEqualTo(written);
    assertThat(phone.explanation().remarks())
        .extracting(Remark::what)
        .filteredOn(what -> what.equals("lines[0].displayName"))
        .hasSize(name.equals(written) ? 0 : 1);
  }

  @Test
  void labelOfAKey_withASemicolon_isShownWithAComma() {
    Samples phone = phone().with(line(1)).with(key(2, LineKey.Type.BLF, "1", "a;ext=2"));
    assertThat(phone.text().get("Extended_Function_2_"))
        .isEqualTo("fnc=blf+sd+cp;sub=1@$PROXY;nme=a,ext=2");
    assertThat(phone.explanation().remarks())
        .extracting(Remark::what)
        .containsExactly("keys[0].label");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hush-hush\uffff", "hush-hush\n", "hush-hush ", " hush-hush"})
  void secret_thatWouldNotArrive_isRefusedAndNotTold(String password) {
    assertThat(
            refused(
                () -> phone().with(line(1, "l", "d", password)).bytes(),
                "device",
                "lines[0].password"))
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GPP_A=\"1\"",
        "a/b",
        "<GPP_A",
        "1GPP",
        "x:GPP_A",
        "router-configuration/",
        "router-configuration//a",
        "router-configuration/<a>",
      })
  void override_whoseNameIsNone_isRefused(String name) {
    refused(
        () -> phone("ATA192", "").set(Layer.DEVICE, "cisco:" + name, "x").bytes(), "device", name);
  }

  @Test
  void override_ofAFolderOfAdapters_isRefused() {
    String folder = "router-configuration/Web_Management";
    refused(
        () -> phone("ATA192", "").set(Layer.DEVICE, "cisco:" + folder, "x").bytes(),
        "device",
        folder);
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
