package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.polycom.PolycomRendererTest.refused;
import static org.latchkey.brand.polycom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
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

class PolycomReservedTest {
  private final Renderer renderer = Samples.BRAND.renderer();

  @Test
  void reserved_addressAndCredential_comeTogetherAndLast() {
    List<String> names =
        phone().with(line(1)).text().names().stream().filter(n -> !n.endsWith(".set")).toList();
    assertThat(names)
        .endsWith(
            "device.prov.serverType",
            "device.prov.serverName",
            "device.prov.user",
            "device.prov.password");
  }

  @ParameterizedTest
  @CsvSource({
    "SPIP450, 3.2.3.1734, https, 2, 3",
    "SPIP450, 3.2.3.1734, http, 2, 2",
    "SPIP300, '', https, 2, 3",
    "SPIP450, '', https, Static, HTTPS",
    "SPIP550, 4.0.15.1, http, Static, HTTP",
    "CCX600, 8.0.2.1, https, Static, HTTPS",
  })
  void words_onOldFirmware_areNumbers(
      String model, String firmware, String scheme, String source, String type) {
    ConfigXml xml = phone(model, firmware).url(scheme + "://127.0.0.1/cfg/").text();
    assertThat(xml.get("device.dhcp.bootSrvUseOpt")).isEqualTo(source);
    assertThat(xml.get("device.prov.serverType")).isEqualTo(type);
  }

  @Test
  void vendorCloud_whereThereIsOne_isOffUnlessItIsWanted() {
    assertThat(phone("CCX500", "").text().get("feature.lens.enabled")).isEqualTo("0");
    assertThat(
            phone("CCX500", "")
                .set("phone.vendor-cloud", "yes")
                .set("polycom:feature.lens.enabled", "0")
                .text()
                .get("feature.lens.enabled"))
        .isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "device.set",
        "DEVICE.SET",
        "device.prov.user",
        "Device.Prov.Password",
        "device.prov.serverName",
        "device.prov.serverName.set",
        "device.net.vlanId.set",
        "device.prov.upgradeServer.set",
        "device.prov.ztpEnabled",
        "device.prov.maxRedunServers",
        "device.dhcp.bootSrvUseOpt",
        "device.dhcp.bootSrvOpt",
        "device.dhcp.bootSrvOptType",
        "device.net.dhcpBootServer",
        "device.sec.configEncryption.key",
        "device.sec.TLS.prov.strictCertCommonNameValidation",
        "device.sec.TLS.protocol.prov",
        "device.sec.TLS.profile.caCertList1",
        "device.sec.TLS.profileSelection.provisioning",
        "feature.lens.enabled",
        "prov.polling.enabled",
        "prov.polling.timeRandomEnd",
        "APP_FILE_PATH",
        "APP_FILE_PATH_VVX300",
        "CONFIG_FILES",
        "MISC_FILES",
        "LOG_FILE_DIRECTORY",
        "OVERRIDES_DIRECTORY"
      })
  void reserves_whatKeepsThePhone_inAnyCase(String name) {
    assertThat(renderer.reserves(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reg.1.address",
        "device.net.vlanId",
        "device.auth.localAdminPassword",
        "device.sec.TLS.customCaCert1",
        "device.prov.upgradeServer",
        "prov.autoConfigUpload.enabled",
        "up.idleTimeout",
        "feature.directory.enabled"
      })
  void reserves_otherNames_isFalse(String name) {
    assertThat(renderer.reserves(name)).isFalse();
  }

  @Test
  void reserves_everyReservedParameterAndNoMappedOne() {
    for (String model : List.of("VVX450", "SPIP300", "CCX500")) {
      Samples phone =
          phone(model, "")
              .with(line(1))
              .set("tls.trust", "both")
              .set("tls.verify-host", "yes")
              .set("tls.version", "1.2");
      assertThat(renderer.reserved(phone.rendering()).list())
          .extracting(Parameter::name)
          .allMatch(renderer::reserves);
      assertThat(renderer.map(phone.rendering()).list())
          .extracting(Parameter::name)
          .noneMatch(renderer::reserves);
    }
  }

  static Stream<String> spellings() {
    return phone("CCX500", "").text().names().stream()
        .filter(name -> Samples.BRAND.renderer().reserves(name))
        .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT), name.replace("e", "E")));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void override_ofReservedName_hasNoEffect(String name) {
    Map<String, String> plain = phone("CCX500", "").text().values();
    assertThat(
            phone("CCX500", "")
                .set(Layer.DOMAIN, "polycom:" + name, "https://evil.example/")
                .set(Layer.DEVICE, "polycom:" + name, "")
                .text()
                .values())
        .isEqualTo(plain);
  }

  @Test
  void override_ofAnotherName_isWrittenAndOfAnotherBrandIsNot() {
    ConfigXml xml = phone().set("polycom:up.idleTimeout", "40").set("yealink:up.other", "1").text();
    assertThat(xml.get("up.idleTimeout")).isEqualTo("40");
    assertThat(xml.has("up.other")).isFalse();
  }

  @Test
  void schedule_beforeTheProof_asksForTheEarliestReturnWhateverIsSet() {
    ConfigXml xml =
        phone()
            .proven(false)
            .set("resync.interval", "43200")
            .set("resync.window.start", "02:00")
            .text();
    assertThat(xml.get("prov.polling.enabled")).isEqualTo("1");
    assertThat(xml.get("prov.polling.mode")).isEqualTo("rel");
    assertThat(xml.get("prov.polling.period")).isEqualTo("3601");
  }

  @ParameterizedTest
  @CsvSource({"1440, 86400", "720, 43200", "60, 3601", "1, 3601", "61, 3660"})
  void schedule_afterTheProof_isTheIntervalOrTheShortestOfThePhone(String minutes, String seconds) {
    ConfigXml xml = phone().set("resync.interval", minutes).text();
    assertThat(xml.get("prov.polling.mode")).isEqualTo("rel");
    assertThat(xml.get("prov.polling.period")).isEqualTo(seconds);
    assertThat(xml.has("prov.polling.time")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"02:00, 04:00, 1, 86400", "22:00, 05:00, 7, 604800", "03:00, '', 1, 86400"})
  void schedule_inAWindow_isAMinuteOfItForEachPhone(
      String start, String end, String every, String period) {
    Samples phone = phone().set("resync.window.start", start).set("resync.window.every", every);
    if (!end.isEmpty()) {
      phone.set("resync.window.end", end);
    }
    ConfigXml xml = phone.text();
    assertThat(xml.get("prov.polling.mode")).isEqualTo("abs");
    assertThat(xml.get("prov.polling.period")).isEqualTo(period);
    int from = minute(start);
    int length = end.isEmpty() ? 60 : Math.floorMod(minute(end) - from, 1_440);
    assertThat(Math.floorMod(minute(xml.get("prov.polling.time")) - from, 1_440))
        .isBetween(0, length);
  }

  private static int minute(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  @Test
  void url_longerThanThePhoneTakes_isRefused() {
    String url = "https://prov.example/" + "x".repeat(234) + "/";
    refused(() -> phone().url(url).bytes(), "reserved", "device.prov.serverName");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a<b", "a>b", "a[b", "a{b", "a)b", "a`b", "J\u00f6rg", "a b"})
  void credential_thatThePhoneCannotKeep_isRefused(String text) {
    refused(
            () -> phone().credential("0004f2aabbcc", text).bytes(),
            "reserved",
            "device.prov.password")
        .hasMessageNotContaining(text);
    refused(
        () -> phone().credential("u", "x".repeat(65)).bytes(), "reserved", "device.prov.password");
    if (text.equals("a<b")) {
      refused(() -> phone().credential(text, "x").bytes(), "reserved", "device.prov.user");
    }
  }
}
