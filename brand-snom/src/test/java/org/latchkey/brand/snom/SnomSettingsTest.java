package org.latchkey.brand.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.brand.snom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.error.RenderException;

/** Neutral settings in the phone's words. */
class SnomSettingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "display.clock          | 24h        | time_24_format      | on",
        "display.clock          | 12h        | time_24_format      | off",
        "display.date           | mm-dd-yy   | date_us_format      | on",
        "display.language       | de         | language            | Deutsch",
        "display.language       | cs         | web_language        | \u010ce\u0161tina",
        "audio.tones            | US         | tone_scheme         | USA",
        "network.vlan.phone     | 100        | vlan_id             | 100",
        "network.vlan.pc        | 200        | vlan_port_tagging   | on",
        "network.lldp           | no         | lldp_enable         | off",
        "sip.srtp               | required   | user_savp.1         | mandatory",
        "sip.srtp               | off        | user_srtp.1         | off",
        "sip.dtmf               | info       | user_dtmf_info.1    | sip_info_only",
        "audio.codecs           | pcma,g722  | codec_priority_list.1 | pcma,g722,telephone-event",
        "sip.keep-alive         | 15         | keepalive_interval  | 15",
        "sip.rport              | yes        | enable_rport_rfc3581 | on",
        "sip.stun.host          | stun.example | stun_server       | stun.example",
        "sip.register.retry     | 300        | retry_after_failed_register | 300",
        "phonebook.1.url        | https://a.example/b | dkey_directory | url https://a.example/b",
        "ldap.tls               | ldaps      | ldap_over_tls       | on",
        "ldap.host              | ldap.example | dkey_directory    | keyevent F_DIRECTORY_SEARCH",
        "syslog.host            | log.example | syslog_server      | log.example",
        "phone.admin.name       | root       | http_user           | root",
        "phone.admin.password   | letmein1   | admin_mode_password_confirm | letmein1",
        "phone.user.password    | letmein2   | webserver_user_password | letmein2",
        "tls.verify-host        | no         | check_fqdn_against_server_cert | off"
      })
  void setting_ofADeskPhone_isSaid(String setting, String value, String name, String said) {
    Samples phone = phone().with(line(1)).set(setting.strip(), value.strip());
    assertThat(phone.file().get(name.strip())).isEqualTo(said.strip());
    assertThat(phone.remarked()).doesNotContain(setting.strip());
  }

  @ParameterizedTest
  @CsvSource({
    "D785, display.date, dd-mmm-yy",
    "D785, sip.dtmf, inband",
    "D785, audio.codecs, 'opus,g722'",
    "D785, syslog.level, debug",
    "D785, resync.at-power-on, no",
    "D785, tls.version, 1.2",
    "D785, ldap.tls, starttls",
    "D785, phonebook.2.url, https://a.example/b",
    "D785, phone.vendor-cloud, yes",
    "D785, time.zone, Asia/Tokyo",
    "D785, hardkey.up.type, prefix",
    "D785, hardkey.up.value, 12",
    "D785, sip.stun.port, 3478",
    "D785, sip.backup.port, 5070",
    "D785, sip.backup-proxy.host, a.example",
    "M900, display.language, de",
    "M900, resync.interval, 30",
    "M900, firmware.url, https://a.example/b",
    "C620, network.vlan.phone, 100",
    "C620, sip.srtp, optional",
    "C620, resync.notify, reboot",
    "C620, dial.plan, 1xx",
    "C520-WiMi, firmware.handset.url, https://a.example/b"
  })
  void setting_thatTheModelCannotBeTold_isRemarkedUpon(String model, String name, String value) {
    assertThat(phone(model, "").with(line(1)).set(name, value).remarked()).contains(name);
  }

  @Test
  void dialPlan_isARuleForEachNumberThatIsDialledAtOnce() {
    assertThat(
            phone()
                .with(line(1))
                .set("dial.plan", "[2-9]11|0T|*xx|9.|x.T")
                .file()
                .get("user_dp_str.1"))
        .isEqualTo(
            "|(^[2-9]11$)|sip:\\1@\\d|d |(^\\*[0-9][0-9]$)|sip:\\1@\\d|d |(^9*$)|sip:\\1@\\d|d");
  }

  @Test
  void web_withNeitherPage_isRemarkedUpon_sinceTheWordIsNotConfirmed() {
    Samples phone = phone().set("web.http", "no").set("web.https", "no");
    assertThat(phone.file().has("webserver_type")).isFalse();
    assertThat(phone.remarked()).contains("web.http", "web.https");
  }

  @Test
  void hardKey_withTypeAndValue_isItsAction() {
    SnomFile file =
        phone()
            .set("hardkey.left.type", "speed-dial")
            .set("hardkey.left.value", "100")
            .set("hardkey.hold.type", "dnd")
            .file();
    assertThat(file.get("idle_left_key_action")).isEqualTo("speed 100");
    assertThat(file.get("dkey_hold")).isEqualTo("keyevent F_DND");
  }

  @Test
  void localChanges_kept_areNeverOverwritten_butForWhatIsReserved() {
    SnomFile file = phone().set("local-changes", "keep").set("display.clock", "24h").file();
    assertThat(file.attribute("time_24_format", "perm")).isEqualTo("!");
    assertThat(file.attribute("http_client_pass", "perm")).isEqualTo("RW");
    assertThat(file.attribute("admin_mode_password", "perm")).isEqualTo("RW");
  }

  @Test
  void perm_ofAnyName_canBeSaidByANativeEntry() {
    assertThat(
            phone()
                .set("snom:language@perm", "R")
                .set("display.language", "de")
                .file()
                .attribute("language", "perm"))
        .isEqualTo("R");
  }

  @Test
  void outbound_namesTransportAndBackup() {
    Registrar proxy = new Registrar("sbc.example", 0, Registrar.Transport.TCP);
    Samples phone =
        phone()
            .with(line(1), behind(line(2), proxy))
            .set("sip.backup.host", "2001:db8::1")
            .set("sip.backup.transport", "udp")
            .set("sip.backup-proxy.host", "sbc2.example")
            .set("sip.backup-proxy.port", "5070");
    assertThat(phone.file().get("user_outbound.1"))
        .isEqualTo("sip.acme.example:5061;transport=tls,[2001:db8::1]:5061;transport=udp");
    assertThat(phone.file().get("user_outbound.2"))
        .isEqualTo("sbc.example;transport=tcp,sbc2.example:5070;transport=tcp");
  }

  @Test
  void transport_byDns_isLeftToThePhone() {
    Line line = line(1);
    Line dns =
        new Line(
            1,
            "",
            "",
            line.user(),
            line.authUser(),
            line.password(),
            new Registrar("acme.example", 0, Registrar.Transport.DNS),
            Optional.empty(),
            600,
            Optional.empty());
    SnomFile file = phone().with(dns).file();
    assertThat(file.get("user_host.1")).isEqualTo("acme.example");
    assertThat(file.get("user_outbound.1")).isEmpty();
    assertThat(file.has("user_srtp.1")).isFalse();
  }

  @Test
  void keys_ofSpeech_goWithSecretSignalling() {
    SnomFile file = phone().with(line(1)).file();
    assertThat(file.get("user_srtp.1")).isEqualTo("on");
    assertThat(file.get("user_savp.1")).isEqualTo("optional");
  }

  @Test
  void zone_withoutDaylightSaving_savesNothing() {
    SnomFile file = phone().set("time.zone", "Asia/Kolkata").file();
    assertThat(file.get("timezone")).isEqualTo("IND+5.5");
    assertThat(file.get("dst")).startsWith("0 ");
  }

  @Test
  void text_withAWordOfThePhones_isShownWithoutItAndRemarked() {
    Samples phone = phone().with(line(1, "a{mac}b", "c$(x)d", "p"));
    assertThat(phone.file().get("user_idle_text.1")).isEqualTo("a mac b");
    assertThat(phone.remarked()).contains("lines[0].label", "lines[0].displayName");
  }

  @ParameterizedTest
  @CsvSource({
    "phone.admin.password, a$(b)c",
    "phone.admin.name, {mac}",
    "ldap.base, $(x)",
    "hardkey.up.value, {phone_type}"
  })
  void setting_withAWordOfThePhones_isRefused(String setting, String value) {
    Samples phone =
        phone()
            .set("hardkey.up.type", "speed-dial")
            .set("hardkey.up.value", "1")
            .set("ldap.host", "a.example")
            .set(setting, value);
    assertThatThrownBy(phone::bytes)
        .isInstanceOfSatisfying(
            RenderException.class, e -> assertThat(e.parameter()).isEqualTo(setting))
        .hasMessageNotContaining(value);
  }

  @Test
  void line_thatThePhoneHasNot_isRefused() {
    for (String model : List.of("PA1", "C520-WiMi", "M100KLE")) {
      assertThatThrownBy(() -> phone(model, "").with(line(9)).bytes())
          .hasMessageContaining("lines[0].number");
    }
  }

  @Test
  void treeAccounts_areClearedWhereAManualCountsThem() {
    assertThat(phone("M100KLE", "").with(line(1)).file().get("sip_account.4.sip_account_enable"))
        .isEqualTo("0");
    assertThat(phone("C620", "").with(line(1)).file().has("sip_account.2.sip_account_enable"))
        .isFalse();
    assertThat(phone("C620", "").with(line(3)).file().get("sip_account.2.sip_account_enable"))
        .isEqualTo("0");
  }
}
