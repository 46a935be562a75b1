package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.brand.yealink.YealinkRendererTest.refused;
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

class YealinkHostileValuesTest {
  private static final String WORD = "words of the phone's grammar";

  static List<String> hostile() {
    return List.of(
        "\n",
        "\r",
        "a\nstatic.auto_provision.server.url = https://evil.example/",
        "a\r\naccount.2.enable = 1",
        "a\u000baccount.2.enable = 1",
        "a\faccount.2.enable = 1",
        "a\u0085account.2.enable = 1",
        "a\u2028account.2.enable = 1",
        "a\u2029account.2.enable = 1",
        "a\u0000b",
        "a\u001ab",
        "a\u007fb",
        "\ud800",
        "%NULL%",
        "%null%",
        "%EMPTY%",
        " leading",
        "trailing ",
        "\ttab",
        "# comment",
        "= 1",
        "\"quoted\"",
        "include:config \"https://evil.example/x.cfg\"",
        "#!version:1.0.0.1",
        "$PN",
        "\\n",
        "\u00e4\u00f6\u00fc \ud83d\ude00",
        "\u202e",
        "\u00a0",
        "\u2003");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void value_inAnyField_staysInItsLineOrIsRefused(String value) {
    List<Function<String, Samples>> fields =
        List.of(
            text -> phone().with(changed(text, text, "100", "100", "x", "*97")),
            text -> phone().with(changed("l", "d", text, "100", "x", "*97")),
            text -> phone().with(changed("l", "d", "100", text, "x", "*97")),
            text -> phone().with(changed("l", "d", "100", "100", text, "*97")),
            text -> phone().with(changed("l", "d", "100", "100", "x", text)),
            text -> phone().with(key(3, LineKey.Type.BLF, text, "Bob")),
            text -> phone().with(key(3, LineKey.Type.BLF, "101", text)),
            text -> phone().credential(text, "not-a-real-own-pass1"),
            text -> phone().credential("001565aabbcc", text),
            text -> phone().set(Layer.DEVICE, "yealink:voice.tone.country", text),
            text -> phone().set(Layer.DEVICE, "time.ntp.primary", text),
            text -> phone().set(Layer.DEVICE, "phone.admin.password", text),
            text -> phone().set(Layer.DEVICE, "phone.user.name", text),
            text -> phone().set(Layer.DEVICE, "phonebook.1.name", text),
            text -> phone().set(Layer.DEVICE, "softkey.1.label", text),
            text -> phone().set(Layer.DEVICE, "ldap.name-filter", text),
            text -> phone().with(at(text)));
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
    "'%NULL%', '?NULL?'",
    "' %empty% ', '?empty?'",
    "' Alice ', 'Alice'",
    "'   ', '%NULL%'",
    "'50 % off', '50 % off'",
    "'# 1 = \"x\"', '# 1 = \"x\"'",
    "'J\u00f6rg \ud83d\ude00', 'J\u00f6rg \ud83d\ude00'",
  })
  void label_ofAnyText_isShown(String label, String written) {
    ConfigText text =
        phone().with(line(1, label, label, "x")).with(key(2, LineKey.Type.DND, "", label)).text();
    assertThat(text.get("account.1.label")).isEqualTo(written);
    assertThat(text.get("account.1.display_name")).isEqualTo(written);
    assertThat(text.get("linekey.2.label")).isEqualTo(written);
  }

  @Test
  void shown_controlCharacters_becomeBlanks() {
    assertThat(YealinkGrammar.shown("a\nb\u2028c\u0085")).isEqualTo("a b c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%NULL%", "%null%", "%Empty%"})
  void word_ofTheGrammar_isRefusedAsData(String word) {
    refused(
            () -> phone().with(changed("l", "d", word, "a", "x", "*97")).bytes(),
            "device",
            "lines[0].user")
        .hasMessageContaining(WORD);
    refused(() -> phone().with(line(1, "l", "d", word)).bytes(), "device", "lines[0].password");
    refused(
        () -> phone().with(key(1, LineKey.Type.BLF, word, "")).bytes(), "device", "keys[0].value");
    refused(
        () -> phone().set(Layer.RESELLER, "yealink:voice.tone.country", word).bytes(),
        "reseller",
        "voice.tone.country");
    refused(() -> phone().set(Layer.RESELLER, "ldap.base", word).bytes(), "reseller", "ldap.base");
    refused(
        () -> phone().credential("001565aabbcc", word).bytes(),
        "reserved",
        "static.auto_provision.server.password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hush-hush\n", "\thush-hush", "hush-hush\u2028", " hush-hush"})
  void secret_thatCannotBeWritten_isRefusedAndNotTold(String password) {
    refused(() -> phone().with(line(1, "l", "d", password)).bytes(), "device", "lines[0].password")
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account.1.enable=0",
        "firmware.url=https://evil.example/x.rom",
        "#account.1.enable",
        "include:config",
        "[T46S]include:config",
        "account.1.enable\"",
        "=",
      })
  void override_whoseNameIsNone_isRefused(String name) {
    refused(() -> phone().set(Layer.DEVICE, "yealink:" + name, "x").bytes(), "device", name)
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

  private static Line at(String host) {
    return Samples.behind(line(1), new Registrar(host, 5060, Registrar.Transport.UDP));
  }
}
