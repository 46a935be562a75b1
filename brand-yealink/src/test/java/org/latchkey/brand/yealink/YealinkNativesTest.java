package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.brand.yealink.YealinkRendererTest.refused;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;

class YealinkNativesTest {
  static Stream<String> names() {
    return YealinkTable.rows(YealinkNatives.TABLE).stream()
        .map(row -> row.get(0).replace("{n}", "2").replace("{word}", "sip"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void native_ofEachRow_isCheckedAndNotReserved(String name) {
    assertThat(Samples.BRAND.renderer().reserves(name)).isFalse();
    String wrong = "\u00e9".repeat(2_000);
    for (String spelling :
        List.of(name, name.replace("static.", ""), name.toUpperCase(Locale.ROOT))) {
      refused(() -> phone().set("yealink:" + spelling, wrong).bytes(), "domain", spelling)
          .hasMessageContaining("must be ")
          .hasMessageNotContaining(wrong);
    }
    assertThat(phone().set("yealink:" + name, "").text().get(name)).isEqualTo("%NULL%");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "static.zero_touch.wait_time | 100 | 101",
        "static.zero_touch.wait_time | 0 | -1",
        "static.autoprovision.50.name | Head office | ",
        "static.autoprovision.1.code | *11# | 1a",
        "static.autoprovision.1.url | tftp://p.example/ | p.example",
        "static.autoprovision.1.user | fitter | a b",
        "static.autoprovision.1.password | p@ss:word1 | a b",
        "static.autoprovision.1.mac_aes | 0123456789abcde~ | 0123456789abcdef0",
        "static.auto_provision.aes_key_in_file | 1 | 2",
        "static.auto_provision.encryption.config | 1 | yes",
        "static.auto_provision.rsa_pri_key.url | https://p.example/k | ftp://p.example/k",
        "over_the_air.url.w56h | https://p.example/w56h.rom | w56h.rom",
        "security.sip.tls_cipher_list | HIGH:!aNULL | HIGH aNULL",
        "features.action_uri_limit_ip | any | some",
        "features.action_uri_limit_ip | 10.0.0.1,10.0.*.* | host.example",
        "local_time.dst_time_type | 0 | 2",
        "local_time.start_time | 03/31/02 | 31 March",
        "local_time.end_time | 10/5/7/3 | 10/6/7/3",
        "local_time.offset_time | -60 | 301",
        "lang.gui | Turkish | tr",
        "programablekey.5.line | 2 | a",
        "static.trusted_certificates.delete | http://localhost/all | all",
      })
  void native_valueOfTheRow_isWrittenAndAnotherIsRefused(String name, String good, String bad) {
    assertThat(phone().set("yealink:" + name, good).text().get(name)).isEqualTo(good);
    if (bad != null) {
      refused(() -> phone().set(Layer.DEVICE, "yealink:" + name, bad).bytes(), "device", name)
          .hasMessageNotContaining(bad + ",");
    }
  }

  @Test
  void native_ofNoRow_isTakenAsItIs() {
    assertThat(phone().set("yealink:phone_setting.any_thing", "x y").text().values())
        .containsEntry("phone_setting.any_thing", "x y");
  }

  @Test
  void native_valueOfAnotherBrand_isNotLookedAt() {
    assertThat(phone().set("snom:local_time.dst_time_type", "2").text().values())
        .doesNotContainValue("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static.autoprovision.1.password",
        "autoprovision.1.com_aes",
        "static.auto_provision.aes_key_16.mac",
        "account.1.password",
        "static.security.user_password",
        "phone_setting.phone_lock.unlock_pin",
        "LDAP.Password",
      })
  void native_thatHoldsASecret_isMasked(String name) {
    assertThat(phone().set("yealink:" + name, "0123456789abcdef").parameters().masked().list())
        .filteredOn(Parameter::name, name)
        .isNotEmpty()
        .allMatch(parameter -> parameter.value().equals(Parameter.MASK));
  }

  @Test
  void native_thatHoldsNoSecret_isShown() {
    assertThat(
            phone().set("yealink:static.autoprovision.1.code", "*1").parameters().masked().list())
        .contains(new Parameter("static.autoprovision.1.code", "*1", Layer.DOMAIN, false));
  }

  @Test
  void daylightSaving_byDate_beatsTheRuleOfTheZone() {
    ConfigText text =
        phone()
            .with(line(1))
            .set("time.zone", "Europe/Berlin")
            .set(Layer.DEVICE, "yealink:local_time.summer_time", "1")
            .set(Layer.DEVICE, "yealink:local_time.dst_time_type", "0")
            .set(Layer.DEVICE, "yealink:local_time.start_time", "03/31/02")
            .set(Layer.DEVICE, "yealink:local_time.end_time", "10/27/03")
            .text();
    assertThat(text.get("local_time.time_zone")).isEqualTo("+1");
    assertThat(text.get("local_time.summer_time")).isEqualTo("1");
    assertThat(text.get("local_time.dst_time_type")).isEqualTo("0");
    assertThat(text.get("local_time.start_time")).isEqualTo("03/31/02");
  }
}
