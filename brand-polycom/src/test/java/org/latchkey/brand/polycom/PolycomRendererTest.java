package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.brand.polycom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Traits;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.error.RenderException;

class PolycomRendererTest {
  static AbstractThrowableAssert<?, ? extends Throwable> refused(
      ThrowingCallable rendering, String layer, String parameter) {
    return assertThatThrownBy(rendering)
        .isInstanceOfSatisfying(
            RenderException.class,
            e -> {
              assertThat(e.layer()).isEqualTo(layer);
              assertThat(e.parameter()).isEqualTo(parameter);
            });
  }

  @Test
  void traits_areThoseOfTheBrand() {
    Traits traits = Samples.BRAND.traits();
    assertThat(Samples.BRAND.id()).isEqualTo("polycom");
    assertThat(traits.challenge()).containsExactly(Traits.Scheme.DIGEST);
    assertThat(traits.contentType()).isEqualTo("text/xml; charset=UTF-8");
    assertThat(traits.repeatsServerErrors()).isFalse();
  }

  @Test
  void bytes_sameInputs_areTheSameInEveryLocale() {
    byte[] first = phone().with(line(1)).bytes();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(phone().with(line(1)).bytes()).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void file_ofAnyPhone_isOneElementOfAttributes() {
    assertThat(phone().with(line(1)).text().elements()).containsExactly("PHONE_CONFIG", "ALL");
  }

  @Test
  void line_isRegisteredWithItsOwnNameAndPassword() {
    ConfigXml xml = phone().with(line(1)).text();
    assertThat(xml.get("reg.1.address")).isEqualTo("101");
    assertThat(xml.get("reg.1.label")).isEqualTo("Desk 1");
    assertThat(xml.get("reg.1.displayName")).isEqualTo("Alice Example");
    assertThat(xml.get("reg.1.auth.userId")).isEqualTo("auth101");
    assertThat(xml.get("reg.1.auth.password")).isEqualTo("fake-sip-pass-1");
    assertThat(xml.get("reg.1.auth.useLoginCredentials")).isEqualTo("0");
    assertThat(xml.get("reg.1.server.1.address")).isEqualTo("sip.acme.example");
    assertThat(xml.get("reg.1.server.1.port")).isEqualTo("5061");
    assertThat(xml.get("reg.1.server.1.expires")).isEqualTo("3600");
    assertThat(xml.get("reg.1.server.1.register")).isEqualTo("1");
    assertThat(xml.get("msg.mwi.1.callBackMode")).isEqualTo("contact");
    assertThat(xml.get("msg.mwi.1.callBack")).isEqualTo("*97");
    assertThat(xml.get("msg.mwi.1.subscribe")).isEqualTo("101");
    assertThat(xml.get("msg.bypassInstantMessage")).isEqualTo("1");
    assertThat(xml.get("up.oneTouchVoiceMail")).isEqualTo("1");
    assertThat(xml.has("reg.1.outboundProxy.address")).isFalse();
    assertThat(xml.has("reg.2.address")).isFalse();
  }

  @Test
  void lines_withAGap_leaveNoIndexOut() {
    ConfigXml xml = phone().with(line(2), line(4)).text();
    assertThat(xml.values()).containsEntry("reg.1.address", "").containsEntry("reg.3.address", "");
    assertThat(xml.get("reg.4.address")).isEqualTo("104");
    assertThat(xml.has("reg.5.address")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"UDP, UDPOnly", "TCP, TCPOnly", "TLS, TLS", "DNS, DNSnaptr"})
  void transport_isThatOfEachServer(Registrar.Transport transport, String word) {
    Registrar proxy = new Registrar("sbc.acme.example", 0, transport);
    ConfigXml xml = phone().with(behind(line(1), proxy)).text();
    assertThat(xml.get("reg.1.server.1.transport")).isEqualTo("TLS");
    assertThat(xml.get("reg.1.outboundProxy.transport")).isEqualTo(word);
    assertThat(xml.get("reg.1.outboundProxy.address")).isEqualTo("sbc.acme.example");
    assertThat(xml.get("reg.1.outboundProxy.port")).isEqualTo("0");
  }

  @Test
  void line_withoutVoicemail_asksForNoMessages() {
    Line with = line(1);
    Line without =
        new Line(
            1,
            "",
            "",
            with.user(),
            with.authUser(),
            with.password(),
            with.registrar(),
            Optional.empty(),
            60,
            Optional.empty());
    ConfigXml xml = phone().with(without).text();
    assertThat(xml.get("msg.mwi.1.callBackMode")).isEqualTo("disabled");
    assertThat(xml.has("msg.mwi.1.subscribe")).isFalse();
    assertThat(xml.has("up.oneTouchVoiceMail")).isFalse();
    assertThat(xml.get("reg.1.server.1.expires")).isEqualTo("60");
  }

  @Test
  void line_beyondTheModel_isRefused() {
    refused(() -> phone("SPIP335", "").with(line(3)).bytes(), "device", "lines[0].number")
        .hasMessageContaining("1 to 2 on a SPIP335");
  }

  @ParameterizedTest
  @CsvSource({
    "https://prov.example/cfg/fw/sip.ld, fw/sip.ld",
    "https://prov.example/cfg/3111-44500-001.sip.ld, sip.ld",
    "https://prov.example/cfg/fw/3111-44500-001.3111-44500-001.sip.ld, fw/sip.ld",
    "https://fw.example/5.9/3111-44500-001.sip.ld, https://fw.example/5.9/sip.ld",
    "https://fw.example/sip.ld, https://fw.example/sip.ld",
    "https://fw.example/31111-44500-001.sip.ld, https://fw.example/31111-44500-001.sip.ld",
  })
  void firmware_withAPartNumber_isNamedWithoutIt(String url, String written) {
    assertThat(phone().set("firmware.url", url).master())
        .contains("APP_FILE_PATH=\"" + written + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://f.example/a%20b.ld", "https://f.example/a?b", "https://f.example/a,b"})
  void firmware_thatAListCannotName_isRefusedAtOnce(String url) {
    refused(() -> phone().set("firmware.url", url).bytes(), "domain", "firmware.url");
  }

  @Test
  void master_onFirmwareThatFloodsTheServerWithLogs_sendsThemNowhere() {
    assertThat(phone("VVX300", "5.0.2.1").master())
        .contains("LOG_FILE_DIRECTORY=\"http://0.0.0.0\"");
    for (String firmware : List.of("", "5.9.7.1")) {
      assertThat(phone("VVX300", firmware).master()).contains("LOG_FILE_DIRECTORY=\"\"");
    }
  }

  @Test
  void personal_namesThatAreNotGenerated_areLeftToUploads() {
    for (String name :
        List.of(
            "0004f2aabbcc-phone.cfg",
            "0004f2aabbcc-calls.xml",
            "0004f2aabbcc-directory.xml",
            "0004f2000000.cfg")) {
      assertThat(Samples.BRAND.renderer().personal(name, phone().with(line(1)).rendering()))
          .as(name)
          .isEmpty();
    }
  }

  @Test
  void certificate_onOneLine_isWrittenOverSeveral() {
    String pem = "-----BEGIN CERTIFICATE----- bm90 YQ== -----END CERTIFICATE-----";
    assertThat(
            phone().set("polycom:sec.TLS.customCaCert.1", pem).text().get("sec.TLS.customCaCert.1"))
        .isEqualTo("-----BEGIN CERTIFICATE-----\nbm90\nYQ==\n-----END CERTIFICATE-----");
    assertThat(PolycomGrammar.lines(pem + " " + pem).lines()).hasSize(8);
  }
}
