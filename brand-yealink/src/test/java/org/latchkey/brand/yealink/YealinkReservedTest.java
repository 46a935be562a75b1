package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Renderer;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;

class YealinkReservedTest {
  private final Renderer renderer = Samples.BRAND.renderer();

  @Test
  void reserved_urlAndCredential_comeTogetherAndLast() {
    assertThat(phone().with(line(1)).text().names())
        .endsWith(
            "static.auto_provision.server.url",
            "static.auto_provision.server.username",
            "static.auto_provision.server.password");
  }

  @Test
  void reserved_otherSources_areSwitchedOff() {
    ConfigText text = phone().text();
    assertThat(text.get("static.auto_provision.pnp_enable")).isEqualTo("0");
    assertThat(text.get("static.auto_provision.dhcp_option.enable")).isEqualTo("0");
    assertThat(text.get("static.zero_touch.enable")).isEqualTo("0");
  }

  @Test
  void reserved_zeroTouch_staysOffWhateverIsSetAboutItsScreen() {
    ConfigText text =
        phone()
            .set(Layer.DEVICE, "yealink:static.zero_touch.enable", "1")
            .set(Layer.DEVICE, "yealink:static.zero_touch.wait_time", "100")
            .text();
    assertThat(text.get("static.zero_touch.enable")).isEqualTo("0");
    assertThat(text.get("static.zero_touch.wait_time")).isEqualTo("100");
  }

  @Test
  void schedule_beforeTheProof_asksForAnEarlyReturnWhateverIsSet() {
    ConfigText text =
        phone()
            .proven(false)
            .set(Layer.DEVICE, "resync.interval", "43200")
            .set(Layer.DEVICE, "resync.at-power-on", "no")
            .text();
    assertThat(text.get("static.auto_provision.repeat.enable")).isEqualTo("1");
    assertThat(text.get("static.auto_provision.repeat.minutes")).isEqualTo("1");
    assertThat(text.get("static.auto_provision.power_on")).isEqualTo("1");
  }

  @Test
  void schedule_afterTheProof_isTheOneThatIsSet() {
    ConfigText text =
        phone()
            .set(Layer.DEVICE, "resync.interval", "43200")
            .set(Layer.DEVICE, "resync.at-power-on", "no")
            .text();
    assertThat(text.get("static.auto_provision.repeat.enable")).isEqualTo("1");
    assertThat(text.get("static.auto_provision.repeat.minutes")).isEqualTo("43200");
    assertThat(text.get("static.auto_provision.power_on")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "2.70.0.140, true, true",
    "28.80.0.5, true, false",
    "28.81.0.5, true, false",
    "28.82.0.5, false, false",
    "66.86.0.15, false, false",
    "'', true, true",
    "unreadable, true, true",
  })
  void spellings_byFirmware_areAllThatItMayWant(String firmware, boolean bare, boolean mode) {
    ConfigText text = phone("T46S", firmware).text();
    String url = "https://prov.example/cfg/";
    assertThat(text.get("static.auto_provision.server.url")).isEqualTo(url);
    assertThat(text.get("auto_provision.server.url")).isEqualTo(bare ? url : "");
    assertThat(text.has("zero_touch.enable")).isEqualTo(bare);
    assertThat(text.get("auto_provision.mode")).isEqualTo(mode ? "6" : "");
    assertThat(text.get("auto_provision.schedule.periodic_minute")).isEqualTo(mode ? "1440" : "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static.auto_provision.server.url",
        "auto_provision.server.username",
        "Static.Auto_Provision.Server.PASSWORD",
        "STATIC.AUTO_PROVISION.SERVER.TYPE",
        "static.static.auto_provision.server.url",
        "static.auto_provision.pnp_enable",
        "auto_provision.dhcp_option.enable",
        "auto_provision.dhcp_enable",
        "static.zero_touch.ENABLE",
        "auto_provision.repeat.minutes",
        "static.auto_provision.power_on",
        "auto_provision.mode",
        "auto_provision.schedule.periodic_minute",
        "static.auto_provision.update_file_mode",
        "static.security.auto_provision.trust_certificates",
        "overwrite_mode",
        "specific_model.excluded_mode",
      })
  void reserves_whatKeepsThePhone_inAnySpelling(String name) {
    assertThat(renderer.reserves(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account.1.password",
        "static.firmware.url",
        "static.auto_provision.custom.protect",
        "static.network.vlan.internet_port_vid",
        "phone_setting.backlight_time",
        "local_time.time_zone",
      })
  void reserves_otherNames_isFalse(String name) {
    assertThat(renderer.reserves(name)).isFalse();
  }

  @Test
  void reserves_everyReservedParameterAndNoMappedOne() {
    Samples phone = phone("T46S", "").with(line(1));
    assertThat(renderer.reserved(phone.rendering()).list())
        .extracting(Parameter::name)
        .allMatch(renderer::reserves);
    assertThat(renderer.map(phone.rendering()).list())
        .extracting(Parameter::name)
        .noneMatch(renderer::reserves);
  }

  static Stream<String> spellings() {
    return phone("T46S", "").text().values().keySet().stream()
        .filter(name -> Samples.BRAND.renderer().reserves(name))
        .flatMap(
            name ->
                Stream.of(
                    name, name.toUpperCase(Locale.ROOT), name.replace("a", "A"), "Static." + name));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void override_ofReservedName_hasNoEffect(String name) {
    Map<String, String> plain = phone("T46S", "").text().values();
    Map<String, String> overridden =
        phone("T46S", "")
            .set(Layer.DOMAIN, "yealink:" + name, "https://evil.example/")
            .set(Layer.DEVICE, "yealink:" + name, "%NULL%")
            .text()
            .values();
    assertThat(overridden).isEqualTo(plain);
  }

  @Test
  void override_thatSmugglesAReservedNameInItsOwn_hasNoEffect() {
    String name = "yealink:static.auto_provision.server.url=https://evil.example/";
    assertThat(phone().set(Layer.DEVICE, name, "x").bytes()).isEqualTo(phone().bytes());
  }

  @Test
  void override_ofAnotherName_isWrittenAndOfAnotherBrandIsNot() {
    ConfigText text =
        phone()
            .set(Layer.DOMAIN, "yealink:voice.tone.country", "Germany")
            .set(Layer.DOMAIN, "yealink:account.16.enable", "1")
            .set(Layer.DOMAIN, "yealink:features.dnd.on_code", "")
            .set(Layer.DOMAIN, "snom:language", "Deutsch")
            .text();
    assertThat(text.get("voice.tone.country")).isEqualTo("Germany");
    assertThat(text.get("account.16.enable")).isEqualTo("1");
    assertThat(text.get("features.dnd.on_code")).isEqualTo("%NULL%");
    assertThat(text.has("language")).isFalse();
  }

  @Test
  void url_longerThanThePhoneTakes_isRefused() {
    String url = "https://prov.example/" + "x".repeat(491) + "/";
    YealinkRendererTest.refused(
        () -> phone().url(url).bytes(), "reserved", "auto_provision.server.url");
  }
}
