package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.brand.yealink.YealinkRendererTest.refused;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;
import org.latchkey.config.Setting;
import org.latchkey.config.Vocabulary;

class YealinkSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "resync.notify, resync, sip.notify_reboot_enable, 0",
    "resync.notify, reboot, sip.notify_reboot_enable, 1",
    "resync.notify, ignore, sip.notify_reboot_enable, 2",
    "local-changes, overwrite, static.auto_provision.custom.protect, 0",
    "local-changes, keep, static.auto_provision.custom.protect, 1",
    "firmware.url, https://f.example/x.rom, static.firmware.url, https://f.example/x.rom",
    "phone.reset, anyone, features.reset_by_long_press_enable, 1",
    "phone.reset, anyone, features.factory_pwd_enable, 0",
    "phone.reset, anyone, static.security.var_enable, 0",
    "phone.reset, guarded, features.reset_by_long_press_enable, 0",
    "phone.reset, guarded, features.factory_pwd_enable, 1",
    "phone.reset, guarded, static.security.var_enable, ''",
    "phone.vendor-cloud, no, dm.enable, 0",
    "web.http, yes, static.wui.http_enable, 1",
    "web.https, no, static.wui.https_enable, 0",
    "web.http.port, 8080, static.network.port.http, 8080",
    "web.https.port, 8443, static.network.port.https, 8443",
    "web.by-name, yes, wui.secure_domain_list, any",
    "web.by-name, no, wui.secure_domain_list, %NULL%",
    "time.ntp.from-dhcp, yes, local_time.dhcp_time, 1",
    "display.clock, 12h, local_time.time_format, 0",
    "display.date, www-mmm-dd, local_time.date_format, 0",
    "display.date, dd-mmm-yy, local_time.date_format, 1",
    "display.date, yyyy-mm-dd, local_time.date_format, 2",
    "display.date, dd-mm-yyyy, local_time.date_format, 3",
    "display.date, mm-dd-yy, local_time.date_format, 4",
    "display.date, dd-mmm-yyyy, local_time.date_format, 5",
    "display.date, www-dd-mmm, local_time.date_format, 6",
    "display.language, de, lang.gui, German",
    "display.language, zh-CN, lang.wui, Chinese_S",
    "display.key-labels, medium, features.config_dsskey_length, 2",
    "audio.tones, GB, voice.tone.country, Great Britain",
    "network.vlan.phone, 0, static.network.vlan.internet_port_enable, 0",
    "network.vlan.phone, 0, static.network.vlan.internet_port_vid, %NULL%",
    "network.vlan.phone, 4094, static.network.vlan.internet_port_enable, 1",
    "network.vlan.phone, 4094, static.network.vlan.internet_port_vid, 4094",
    "network.vlan.phone.priority, 5, static.network.vlan.internet_port_priority, 5",
    "network.vlan.pc, 20, static.network.vlan.pc_port_enable, 1",
    "network.vlan.pc, 20, static.network.vlan.pc_port_vid, 20",
    "network.vlan.pc.priority, 1, static.network.vlan.pc_port_priority, 1",
    "network.vlan.from-dhcp, no, static.network.vlan.dhcp_enable, 0",
    "network.vlan.dhcp-option, 132, static.network.vlan.dhcp_option, 132",
    "network.lldp, yes, static.network.lldp.enable, 1",
    "network.cdp, no, static.network.cdp.enable, 0",
    "sip.local-port, 5070, sip.listen_port, 5070",
    "sip.srtp, off, account.2.srtp_encryption, 0",
    "sip.srtp, off, account.2.srtp.cipher_list, ''",
    "sip.srtp, optional, account.2.srtp_encryption, 1",
    "sip.srtp, required, account.2.srtp_encryption, 2",
    "sip.srtp, required, account.2.srtp.cipher_list, AES_CM_128_HMAC_SHA1_80",
    "sip.dtmf, inband, account.2.dtmf.type, 0",
    "sip.dtmf, rfc2833, account.2.dtmf.type, 1",
    "sip.dtmf, info, account.2.dtmf.type, 2",
    "sip.dtmf, rfc2833+info, account.2.dtmf.type, 3",
    "sip.keep-alive, 0, account.2.nat.udp_update_enable, 0",
    "sip.keep-alive, 45, account.2.nat.udp_update_time, 45",
    "sip.keep-alive.method, packet, account.2.nat.udp_update_enable, 1",
    "sip.keep-alive.method, options, account.2.nat.udp_update_enable, 2",
    "sip.keep-alive.method, notify, account.2.nat.udp_update_enable, 3",
    "sip.rport, yes, account.2.nat.rport, 1",
    "sip.stun.host, stun.example, static.sip.nat_stun.enable, 1",
    "sip.stun.host, stun.example, static.sip.nat_stun.server, stun.example",
    "sip.stun.host, stun.example, account.2.nat.nat_traversal, 1",
    "sip.stun.port, 3478, static.sip.nat_stun.port, 3478",
    "sip.caller-id, from, account.2.cid_source, 0",
    "sip.caller-id, pai, account.2.cid_source, 1",
    "sip.caller-id, pai-from, account.2.cid_source, 2",
    "sip.caller-id, rpid-pai-from, account.2.cid_source, 3",
    "sip.caller-id, pai-rpid-from, account.2.cid_source, 4",
    "sip.caller-id, rpid-from, account.2.cid_source, 5",
    "sip.server-only, yes, sip.trust_ctrl, 1",
    "sip.attempts, 4, account.2.sip_server.1.retry_counts, 4",
    "sip.register.retry, 60, account.2.reg_fail_retry_interval, 60",
    "sip.failover, successive, account.2.fallback.redundancy_type, 1",
    "sip.backup.host, b.example, account.2.sip_server.2.address, b.example",
    "sip.backup.port, 5062, account.2.sip_server.2.port, 5062",
    "sip.backup.transport, tls, account.2.sip_server.2.transport_type, 2",
    "sip.backup-proxy.host, p.example, account.2.outbound_proxy.2.address, p.example",
    "sip.backup-proxy.port, 5063, account.2.outbound_proxy.2.port, 5063",
    "dial.timeout, 5, phone_setting.inter_digit_time, 5",
    "dial.area-code, 0711, dialplan.area_code.code, 0711",
    "dial.pickup-code, *8, features.pickup.direct_pickup_enable, 1",
    "dial.pickup-code, *8, features.pickup.direct_pickup_code, *8",
    "softkey.4.type, speed-dial, programablekey.4.type, 13",
    "softkey.4.value, 101, programablekey.4.value, 101",
    "softkey.4.label, Bob, programablekey.4.label, Bob",
    "hardkey.up.type, directory, programablekey.5.type, 61",
    "hardkey.down.type, xml-browser, programablekey.6.type, 27",
    "hardkey.down.value, https://x.example/, programablekey.6.value, https://x.example/",
    "hardkey.left.type, none, programablekey.7.type, 0",
    "hardkey.right.type, none, programablekey.8.type, 0",
    "hardkey.ok.type, none, programablekey.9.type, 0",
    "hardkey.cancel.type, speed-dial, programablekey.10.type, 13",
    "hardkey.cancel.value, 101, programablekey.10.value, 101",
    "hardkey.conference.type, dnd, programablekey.11.type, ''",
    "hardkey.conference.value, 101, programablekey.11.value, ''",
    "hardkey.hold.type, dnd, programablekey.12.type, 5",
    "hardkey.mute.type, dnd, programablekey.13.type, 5",
    "hardkey.transfer.type, forward, programablekey.14.type, 2",
    "phonebook.5.url, https://p.example/, remote_phonebook.data.5.url, https://p.example/",
    "phonebook.5.name, All, remote_phonebook.data.5.name, All",
    "phonebook.5.user, u, remote_phonebook.data.5.username, u",
    "phonebook.5.password, p, remote_phonebook.data.5.password, p",
    "phonebook.refresh, 360, features.remote_phonebook.flash_time, 21600",
    "phonebook.contacts.url, https://p.example/c, local_contact.data.url, https://p.example/c",
    "ldap.host, l.example, ldap.enable, 1",
    "ldap.host, l.example, ldap.host, l.example",
    "ldap.port, 636, ldap.port, 636",
    "ldap.tls, ldaps, ldap.tls_mode, 2",
    "ldap.base, 'dc=acme,dc=example', ldap.base, 'dc=acme,dc=example'",
    "ldap.user, cn=phone, ldap.user, cn=phone",
    "ldap.password, p, ldap.password, p",
    "ldap.name-filter, (|(cn=%)(sn=%)), ldap.name_filter, (|(cn=%)(sn=%))",
    "ldap.number-filter, (tel=%), ldap.number_filter, (tel=%)",
    "ldap.name-attributes, cn sn, ldap.name_attr, cn sn",
    "ldap.number-attributes, tel, ldap.numb_attr, tel",
    "ldap.display, %cn, ldap.display_name, %cn",
    "tls.verify, yes, static.security.trust_certificates, 1",
    "tls.verify, no, static.security.trust_certificates, 0",
    "tls.verify-host, yes, static.security.cn_validation, 1",
    "tls.trust, built-in, static.security.ca_cert, 0",
    "tls.trust, uploaded, static.security.ca_cert, 1",
    "tls.trust, both, static.security.ca_cert, 2",
    "tls.version, any, static.security.default_ssl_method, 3",
    "tls.version, 1.2, static.security.default_ssl_method, 5",
    "tls.ciphers, HIGH:!aNULL, security.tls_cipher_list, HIGH:!aNULL",
    "tls.ciphers, HIGH:!aNULL, security.auto_provision.tls_cipher_list, HIGH:!aNULL",
    "tls.ciphers, HIGH:!aNULL, static.security.auto_provision.tls_cipher_list, HIGH:!aNULL",
    "tls.ca.url, https://c.example/ca.pem, static.trusted_certificates.url, https://c.example/ca.pem",
    "tls.certificate.url, https://c.example/1, static.server_certificates.url, https://c.example/1",
    "tls.certificate.url, https://c.example/1, static.security.dev_cert, 1",
    "syslog.host, s.example, static.syslog.enable, 1",
    "syslog.host, s.example, static.syslog.server, s.example",
    "syslog.port, 1514, static.syslog.server_port, 1514",
    "syslog.transport, tls, static.syslog.transport_type, 2",
    "syslog.level, warning, static.syslog.level, 4",
    "syslog.level, debug, static.syslog.level, 6",
    "syslog.facility, 23, static.syslog.facility, 23",
  })
  void setting_ofAnyLayer_isSaidInTheWordsOfTheGuide(
      String setting, String value, String parameter, String written) {
    ConfigText text = phone().with(line(2)).set(setting, value).text();
    assertThat(text.get(parameter)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "W60B, 77.86.0.20, display.clock, 24h, custom.handset.time_format, 1",
    "W60B, 77.86.0.20, display.date, dd-mm-yyyy, custom.handset.date_format, 3",
    "W60B, 77.86.0.20, display.language, it, custom.handset.language, 3",
    "W60B, 77.86.0.20, display.language, it, lang.wui, Italian",
    "W60B, 77.86.0.20, display.language, it, lang.gui, ''",
    "W60B, 77.86.0.20, syslog.host, s.example, static.syslog.mode, 1",
    "W60B, 77.86.0.20, firmware.handset.url, https://f.example/h, over_the_air.url, https://f.example/h",
    "W60B, 77.86.0.20, dect.pin, 4711, base.pin_code, 4711",
    "T46G, 28.80.0.130, web.https, no, network.web_server_type, 0",
    "T46G, 28.80.0.130, web.http, yes, network.web_server_type, 1",
    "T46G, 28.80.0.130, syslog.host, s.example, syslog.mode, 1",
    "T46G, 28.80.0.130, syslog.host, s.example, syslog.server, s.example",
    "T46G, 28.80.0.130, network.vlan.phone, 7, network.vlan.internet_port_vid, 7",
    "T46G, 28.80.0.130, tls.verify, no, security.trust_certificates, 0",
    "T46G, 28.82.0.20, display.language, fr, static.lang.gui, French",
    "T46G, 28.82.0.20, display.language, fr, lang.gui, French",
    "T46S, 66.86.0.15, display.language, fr, static.lang.gui, ''",
    "T28P, 2.70.0.140, sip.backup-proxy.host, p.example, account.1.backup_outbound_host, p.example",
    "T28P, 2.70.0.140, sip.srtp, required, account.1.srtp.cipher_list, ''",
    "T29G, 46.83.0.120, hardkey.conference.type, dnd, programablekey.11.type, 5",
    "T41S, 66.86.0.15, hardkey.hold.type, dnd, programablekey.12.type, ''",
    "T19P_E2, 53.84.0.10, hardkey.cancel.type, dnd, programablekey.10.type, ''",
    "T54W, 96.86.0.23, hardkey.conference.type, dnd, programablekey.11.type, 5",
    "W60B, 77.86.0.20, hardkey.up.type, dnd, programablekey.5.type, ''",
    "AX83H, 180.86.0.1, sip.srtp, required, account.1.srtp.cipher_list, AES_CM_128_HMAC_SHA1_80",
  })
  void setting_ofOtherModelOrFirmware_isSaidAsThatKnowsIt(
      String model, String firmware, String setting, String value, String name, String written) {
    ConfigText text = phone(model, firmware).with(line(1)).set(setting, value).text();
    assertThat(text.get(name)).isEqualTo(written);
  }

  private static List<String> unsaid(Rendering rendering) {
    return Samples.BRAND.renderer().remarks(rendering).stream().map(Remark::what).toList();
  }

  @Test
  void setting_everyOneButCiscosReport_isSaidOnSomePhone() {
    for (Setting setting : Vocabulary.standard().all()) {
      if (setting.name().equals("report.configuration")) {
        continue; // Yealink's phones send no such file
      }
      assertThat(List.of("T46S", "T29G", "W60B"))
          .as(setting.name())
          .anySatisfy(
              model -> {
                Samples told =
                    phone(model, "").with(line(1)).set(setting.name(), Samples.allowed(setting));
                assertThat(unsaid(told.rendering())).isEmpty();
              });
    }
  }

  @Test
  void setting_thatAModelCannotBeTold_isKnownByName() {
    Samples phone =
        phone("T46S", "66.86.0.15")
            .set("dect.pin", "4711")
            .set("display.language", "ko")
            .set("audio.tones", "ZA")
            .set("sip.srtp", "off");
    assertThat(unsaid(phone.rendering()))
        .containsExactly("dect.pin", "display.language", "audio.tones");
    assertThat(unsaid(phone("W60B", "").set("softkey.1.type", "dnd").rendering()))
        .containsExactly("softkey.1.type");
    Samples key = phone("T46S", "66.86.0.15").set("hardkey.conference.type", "dnd");
    assertThat(unsaid(key.rendering())).containsExactly("hardkey.conference.type");
  }

  @Test
  void settings_thatNobodySet_leaveThePhonesOwnDefaults() {
    ConfigText text = phone().with(line(1)).text();
    for (String name : List.of("srtp", "codec", "ldap", "lang", "vlan", "cid_source", "dm.")) {
      assertThat(text.names()).as(name).noneMatch(each -> each.contains(name));
    }
    assertThat(text.get("sip.notify_reboot_enable")).isEqualTo("0");
    assertThat(text.get("account.1.sip_server.2.address")).isEqualTo("%NULL%");
    assertThat(text.get("static.syslog.enable")).isEqualTo("0");
    assertThat(text.get("static.wui.http_enable")).isEqualTo("0");
    assertThat(text.get("remote_phonebook.data.5.url")).isEqualTo("%NULL%");
  }

  @Test
  void perLineSettings_holdForAllLinesAndNativeOnesForOne() {
    ConfigText text =
        phone()
            .with(line(1), line(3))
            .set("sip.srtp", "required")
            .set(Layer.DEVICE, "yealink:account.3.srtp_encryption", "0")
            .text();
    assertThat(text.get("account.1.srtp_encryption")).isEqualTo("2");
    assertThat(text.get("account.3.srtp_encryption")).isEqualTo("0");
    assertThat(text.has("account.2.srtp_encryption")).isFalse();
  }

  @Test
  void codecs_inOrder_areRankedAndAllOthersAreOff() {
    ConfigText text = phone().with(line(1)).set("audio.codecs", "opus,ilbc,pcma").text();
    assertThat(text.get("account.1.codec.opus.priority")).isEqualTo("1");
    assertThat(text.get("account.1.codec.ilbc_13_33kbps.priority")).isEqualTo("2");
    assertThat(text.get("account.1.codec.pcma.enable")).isEqualTo("1");
    assertThat(text.get("account.1.codec.g729.enable")).isEqualTo("0");
    assertThat(text.get("account.1.codec.G722_1c_48kpbs.priority")).isEqualTo("0");
    assertThat(text.names()).noneMatch(name -> name.endsWith(".payload_type"));
  }

  @Test
  void codecs_ofOldFirmware_areSlotsToo() {
    ConfigText text =
        phone("T28P", "2.70.0.140").with(line(1)).set("audio.codecs", "g722,pcmu").text();
    assertThat(text.get("account.1.codec.6.payload_type")).isEqualTo("G722");
    assertThat(text.get("account.1.codec.6.priority")).isEqualTo("1");
    assertThat(text.get("account.1.codec.1.rtpmap")).isEqualTo("0");
    assertThat(text.get("account.1.codec.2.enable")).isEqualTo("0");
    assertThat(text.get("account.1.codec.g722.enable")).isEqualTo("1");
  }

  @Test
  void firmware_beforeTheProof_isNotNamed() {
    Samples phone =
        phone("W60B", "77.85.0.20")
            .with(line(1))
            .set("firmware.url", "https://f.example/base.rom")
            .set("firmware.handset.url", "https://f.example/w56h.rom")
            .set("yealink:over_the_air.url.w56h", "https://f.example/w56h.rom")
            .set("yealink:STATIC.firmware.url", "https://f.example/other.rom");
    assertThat(phone.text().values()).containsKeys("static.firmware.url", "over_the_air.url.w56h");
    phone.proven(false);
    assertThat(phone.text().values().values()).noneMatch(value -> value.contains("f.example"));
  }

  @Test
  void access_namesAndPasswords_areToldNamesFirst() {
    Samples phone =
        phone().set("phone.admin.name", "boss").set("phone.user.password", "Set-by-us1");
    List<Parameter> access =
        phone.parameters().list().stream()
            .filter(parameter -> parameter.name().startsWith("static.security.user_"))
            .toList();
    assertThat(access)
        .containsExactly(
            new Parameter("static.security.user_name.admin", "boss", Layer.DOMAIN, false),
            new Parameter("static.security.user_name.user", "user", Layer.LIBRARY, false),
            new Parameter(
                "static.security.user_password", "boss:not-a-real-admin", Layer.LIBRARY, true),
            new Parameter("static.security.user_password", "user:Set-by-us1", Layer.DOMAIN, true));
  }

  @ParameterizedTest
  @CsvSource({"a:b", "a b", "J\u00f6rg"})
  void access_nameThatThePhoneCannotTake_isRefused(String name) {
    refused(() -> phone().set("phone.user.name", name).bytes(), "domain", "phone.user.name")
        .hasMessageContaining("without blanks and colons");
  }
}
