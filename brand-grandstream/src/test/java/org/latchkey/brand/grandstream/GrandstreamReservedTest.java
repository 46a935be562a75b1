package org.latchkey.brand.grandstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.brand.grandstream.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Renderer;
import org.latchkey.config.Parameter;
import org.latchkey.error.RenderException;

class GrandstreamReservedTest {
  private final Renderer renderer = Samples.BRAND.renderer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P237",
        "P212",
        "P1360",
        "P1361",
        "P1359",
        "P234",
        "P235",
        "P8467",
        "P8501",
        "P8601",
        "P145",
        "P8337",
        "P1007",
        "P1008",
        "P1009",
        "P1414",
        "P194",
        "P22296",
        "P193",
        "P285",
        "P286",
        "P8458",
        "P8459",
        "P8463",
        "P22030",
        "P240",
        "P20713",
        "P9996",
        "P22421",
        "P192",
        "P6767",
        "P6768",
        "P6769",
        "P20719",
        "P22293",
        "P22294",
        "provisioning.config.serverPath",
        "provisioning.config.password",
        "provisioning.config.filePassword",
        "provisioning.auto.mode",
        "provisioning.pnp.enable",
        "provisioning.3cxAutoProvision",
        "provisioning.userProtect.enable",
        "provisioning.override.dhcp.enableOption160",
        "provisioning.cust.serverPath",
        "provisioning.cust.sameAsConfig",
        "provisioning.prompt.enable",
        "provision.config.forceReboot",
        "provisioning.firmware.serverPath",
        "provisioning.firmware.password",
        "security.validate.serverCertificate",
        "security.maximum.TLS.version",
        "security.tls.minversion"
      })
  void name_ofWhatKeepsThePhoneOurs_isReservedInAnyCase(String name) {
    assertThat(renderer.reserves(name)).isTrue();
    assertThat(renderer.reserves(name.toLowerCase(Locale.ROOT))).isTrue();
    assertThat(renderer.reserves(name.toUpperCase(Locale.ROOT))).isTrue();
    assertThat(renderer.reserves(name.replaceFirst("^P(?=\\d)", "P00"))).isTrue();
    // nor does an override of it get into a file
    for (String model : new String[] {"HT802", "GRP2614", "GHP621"}) {
      byte[] file = phone(model, "").bytes();
      assertThat(phone(model, "").set("grandstream:" + name, "evil.example").bytes())
          .isEqualTo(file);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P30",
        "P2",
        "P1",
        "P",
        "Px",
        "P23",
        "P2370",
        "P276",
        "P4428",
        "P1409",
        "P238",
        "account.1.sip.userid",
        "provisioned.x",
        "security.ssh",
        "tr069.url",
        "",
        "provisioning.firmware.checkCondition",
        "provisioning.firmware.confirm.enable"
      })
  void otherName_isNotReserved(String name) {
    assertThat(renderer.reserves(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P2",
        "P34",
        "P196",
        "P242",
        "P406",
        "P506",
        "P606",
        "P734",
        "P1361",
        "P1359",
        "P4120",
        "P4149",
        "P4244",
        "P21143",
        "P6769",
        "P6714",
        "P1706",
        "P50606",
        "P4505",
        "p1361",
        "P01361",
        "users.admin.password",
        "account.16.sip.subscriber.password",
        "provisioning.config.filePassword",
        "security.key",
        "network.wifi.ssid.1.psk",
        "network.openvpn.TLSKey",
        "network.snmp.community",
        "tr069.ssl.privateKey"
      })
  void value_ofAPassword_isHidden(String name) {
    assertThat(renderer.holdsSecret(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P30",
        "P35",
        "P1360",
        "P4150",
        "P4180",
        "P237",
        "pks.vpk.1.keyMode",
        "keys.lock.type",
        "account.1.sip.userid",
        "provisioning.config.username"
      })
  void value_ofAnythingElse_isShown(String name) {
    assertThat(renderer.holdsSecret(name)).isFalse();
  }

  @Test
  void secrets_ofEveryModel_areMasked() {
    for (var model : Samples.BRAND.models().all()) {
      Samples phone = phone(model.name(), "").with(line(1));
      for (Parameter each : phone.parameters().list()) {
        if (each.value().contains("not-a-real") || each.value().contains("fake-sip")) {
          assertThat(each.secret()).as(each.name()).isTrue();
          assertThat(renderer.holdsSecret(each.name())).as(each.name()).isTrue();
        }
      }
    }
  }

  @Test
  void firmware_beforeTheProof_isNamedNowhere() {
    String url = "https://prov.example/cfg/fw/grp2614fw.bin";
    Samples phone = phone().set("firmware.url", url).set("grandstream:P192", "evil.example");
    assertThat(phone.text().get("provisioning.firmware.serverPath"))
        .isEqualTo("prov.example/cfg/fw");
    assertThat(phone.proven(false).text().names())
        .noneMatch(name -> name.startsWith("provisioning.firmware."));
  }

  @Test
  void firmware_onThisServer_comesWithTheOwnCredential() {
    ConfigXml text =
        phone("GXP1630", "").set("firmware.url", "https://prov.example/cfg/fw/").text();
    assertThat(text.get("P192")).isEqualTo("prov.example/cfg/fw");
    assertThat(text.get("P6767")).isEqualTo("2");
    assertThat(text.get("P6768")).isEqualTo(Samples.MAC.toString());
    assertThat(text.get("P6769")).isEqualTo("not-a-real-own-pass1");
  }

  @Test
  void firmware_onAnotherServer_isNeverShownTheOwnCredential() {
    for (String url :
        new String[] {
          "https://fw.example/x/gxp1600fw.bin",
          "http://prov.example/cfg/fw/gxp1600fw.bin",
          "https://prov.example:8443/cfg/gxp1600fw.bin"
        }) {
      ConfigXml text = phone("GXP1630", "").set("firmware.url", url).text();
      assertThat(text.get("P6768")).isEqualTo("anonymous");
      assertThat(text.get("P6769")).isEqualTo("anonymous");
      // these have one credential for both servers
      for (String model : new String[] {"HT802", "HT802V2", "GXW4248"}) {
        Samples phone = phone(model, "").set("firmware.url", url);
        assertThat(phone.text().has("P192")).as(model).isFalse();
        assertThat(phone.remarks()).anyMatch(remark -> remark.what().equals("firmware.url"));
      }
    }
    assertThat(
            phone("HT802", "")
                .set("firmware.url", "https://prov.example/cfg/fw/ht802fw.bin")
                .text()
                .get("P192"))
        .isEqualTo("prov.example/cfg/fw");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://prov.example/cfg/?tenant=1",
        "https://user@prov.example/cfg/",
        "https://prov.example/cfg/#x"
      })
  void url_thatNoPathCanSay_isRefused(String url) {
    Samples phone = phone("HT802", "").url(url);
    assertThatThrownBy(phone::bytes).isInstanceOf(RenderException.class);
  }

  @Test
  void url_thatIsTooLong_isRefused() {
    Samples phone = phone("HT802", "").url("https://prov.example/" + "a".repeat(250) + "/");
    assertThatThrownBy(phone::bytes)
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("at most 255");
  }

  @ParameterizedTest
  @CsvSource({
    "P246,                     'MTZ+6MDT+5,M4.1.0,M11.1.0', true",
    "P246,                     $(reboot),                   false",
    "p0246,                    'TZN+0;reboot',              false",
    "dateTime.timezone.custom, TZN-5:30,                    true",
    "datetime.timezone.custom, 'TZN-1 TZD',                 false",
    "P30,                      ntp.example,                 true",
    "P30,                      'a;reboot',                  false",
    "P47,                      sip.example:5061,            true",
    "P48,                      'sip.example|x',             false",
    "dateTime.ntp.server.2,    'a b',                       false",
    "account.1.sip.server.1.address, 'x&y',                 false",
    "P4040,                    c=2000/4000;,                true",
    "P4040,                    c=`reboot`,                  false",
    "P4040,                    c=$(reboot),                 false",
    "P290,                     '{ x+ | *x+ }',              true",
    "P148,                     '',                          false",
    "P148,                     'Grandstream GXP2110',       true",
    "P4512,                    '',                          false",
    "tr069.connectionRequestUsername, '',                   false",
    "P34,                      '',                          false",
    "users.admin.password,     '',                          false",
    "P270,                     '',                          true"
  })
  void nativeValue_thatMayReachAShell_isJudged(String name, String value, boolean good) {
    assertThat(renderer.objection(name, value).isEmpty()).isEqualTo(good);
    assertThat(renderer.objection(name, value)).doesNotContain("reboot");
  }
}
