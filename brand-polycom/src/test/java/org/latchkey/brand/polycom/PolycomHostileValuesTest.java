package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.polycom.PolycomRendererTest.refused;
import static org.latchkey.brand.polycom.Samples.phone;
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
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Secret;

class PolycomHostileValuesTest {
  static List<String> hostile() {
    return List.of(
        "\n",
        "\r",
        "a\u0085b",
        "a\u2028b",
        "a\u0000b",
        "a\u001ab",
        "\ud800",
        "\uffff",
        "\" device.prov.user=\"evil",
        "' device.prov.user='evil",
        "\"/><ALL device.prov.user=\"evil",
        "</PHONE_CONFIG>",
        "<!-- ",
        "-->",
        "]]>",
        "<?xml?>",
        "&evil;",
        "&#10;",
        "&#34; device.prov.user=&#34;evil",
        "-----BEGIN \" device.prov.user=\"evil",
        " leading",
        "trailing ",
        "\ttab",
        "[PHONE_MAC_ADDRESS]",
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
            text -> phone().with(key(3, LineKey.Type.SPEED_DIAL, text, "Bob")),
            text -> phone().with(key(3, LineKey.Type.BLF_LIST, text, "Bob")),
            text -> phone().credential(text, "not-a-real-own-pass1"),
            text -> phone().credential("0004f2aabbcc", text),
            text -> phone().set(Layer.DEVICE, "polycom:up.x", text),
            text -> phone().set(Layer.DEVICE, "polycom:device.em.power", text),
            text -> phone().set(Layer.DEVICE, "phone.admin.password", text),
            text -> phone().set(Layer.DEVICE, "ldap.base", text));
    for (Function<String, Samples> field : fields) {
      List<String> expected = field.apply("harmless").text().names();
      try {
        assertThat(field.apply(value).text().names()).isEqualTo(expected);
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
  })
  void label_ofAnyText_isShown(String label, String written) {
    Samples phone =
        phone()
            .with(line(1, label, label, "x"))
            .with(
                key(2, LineKey.Type.BLF, "1", label), key(3, LineKey.Type.SPEED_DIAL, "2", label));
    assertThat(phone.text().get("reg.1.label")).isEqualTo(written);
    assertThat(phone.text().get("reg.1.displayName")).isEqualTo(written);
    assertThat(phone.text().get("attendant.resourceList.1.label")).isEqualTo(written);
    assertThat(phone.directory()).isPresent();
  }

  @Test
  void shown_controlCharacters_becomeBlanks() {
    assertThat(PolycomGrammar.shown("a\nb\u2028c\ud800d\u0085")).isEqualTo("a b c d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hush-hush\uffff", "hush-hush\n", "hush-hush\u2028"})
  void secret_thatCannotBeWritten_isRefusedAndNotTold(String password) {
    refused(() -> phone().with(line(1, "l", "d", password)).bytes(), "device", "lines[0].password")
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up.x=\"1\"",
        "up.x/",
        "<up.x",
        "1up",
        "x:up",
        "up.x\"",
        "=",
        "xmlns:a",
      })
  void override_whoseNameIsNone_isRefused(String name) {
    refused(() -> phone().set(Layer.DEVICE, "polycom:" + name, "x").bytes(), "device", name)
        .hasMessageContaining("letters, digits");
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
