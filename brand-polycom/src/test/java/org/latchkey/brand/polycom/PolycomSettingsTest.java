package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.polycom.PolycomRendererTest.refused;
import static org.latchkey.brand.polycom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;

class PolycomSettingsTest {

  private static List<String> unsaid(Rendering rendering) {
    return new PolycomBrand().renderer().remarks(rendering).stream().map(Remark::what).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "resync.notify, resync, voIpProt.SIP.specialEvent.checkSync.alwaysReboot, 0",
    "resync.notify, reboot, voIpProt.SIP.specialEvent.checkSync.alwaysReboot, 1",
    "web.http, yes, httpd.cfg.secureTunnelRequired, 0",
    "web.https, yes, httpd.cfg.secureTunnelRequired, 1",
    "web.https, yes, httpd.cfg.secureTunnelEnabled, 1",
    "web.https, no, httpd.enabled, 0",
    "web.https, no, httpd.cfg.enabled, 0",
    "web.http.port, 8080, httpd.cfg.port, 8080",
    "web.https.port, 8443, httpd.cfg.secureTunnelPort, 8443",
    "time.ntp.primary, n.example, tcpIpApp.sntp.address, n.example",
    "time.ntp.primary, n.example, device.sntp.serverName, n.example",
    "time.ntp.from-dhcp, yes, tcpIpApp.sntp.address.overrideDHCP, 0",
    "time.ntp.from-dhcp, no, tcpIpApp.sntp.address.overrideDHCP, 1",
    "display.clock, 24h, lcl.datetime.time.24HourClock, 1",
    "display.clock, 12h, lcl.datetime.time.24HourClock, 0",
    "display.language, de, lcl.ml.lang, German_Germany",
    "network.vlan.phone, 20, device.net.vlanId, 20",
    "network.vlan.phone, 0, device.net.vlanId, ''",
    "network.vlan.phone, 0, device.net.vlanId.set, 1",
    "network.vlan.dhcp-option, 132, device.dhcp.dhcpVlanDiscOpt, 132",
    "network.lldp, yes, device.net.lldpEnabled, 1",
    "network.cdp, no, device.net.cdpEnabled, 0",
    "sip.local-port, 5070, voIpProt.SIP.local.port, 5070",
    "sip.srtp, off, sec.srtp.enable, 0",
    "sip.srtp, optional, sec.srtp.offer, 1",
    "sip.srtp, optional, sec.srtp.require, 0",
    "sip.srtp, required, sec.srtp.require, 1",
    "sip.keep-alive, 0, nat.keepalive.interval, 0",
    "sip.keep-alive, 45, nat.keepalive.interval, 45",
    "sip.attempts, 4, reg.2.server.1.retryMaxCount, 4",
    "sip.backup.host, b.example, reg.2.server.2.address, b.example",
    "sip.backup.port, 5062, reg.2.server.2.port, 5062",
    "sip.backup.transport, dns, reg.2.server.2.transport, DNSnaptr",
    "dial.timeout, 5, dialplan.digitmap.timeOut, 5",
    "dial.pickup-code, *8, call.directedCallPickupMethod, legacy",
    "dial.pickup-code, *8, call.directedCallPickupString, *8",
    "ldap.host, l.example, feature.corporateDirectory.enabled, 1",
    "ldap.host, l.example, dir.corp.address, l.example",
    "ldap.port, 636, dir.corp.port, 636",
    "ldap.base, 'dc=acme', dir.corp.baseDN, 'dc=acme'",
    "ldap.user, cn=phone, dir.corp.user, cn=phone",
    "ldap.password, p, dir.corp.password, p",
    "tls.verify-host, yes, device.sec.TLS.prov.strictCertCommonNameValidation, 1",
    "tls.verify-host, no, device.sec.TLS.prov.strictCertCommonNameValidation, 0",
    "tls.trust, both, device.sec.TLS.profile.caCertList1, All",
    "tls.trust, both, device.sec.TLS.profile.deviceCert1, Builtin",
    "tls.trust, both, device.sec.TLS.profileSelection.provisioning, PlatformProfile1",
    "tls.version, 1.2, device.sec.TLS.protocol.prov, TLSv1_2",
    "syslog.host, s.example, device.syslog.serverName, s.example",
    "syslog.host, s.example, device.syslog.transport, UDP",
    "syslog.host, s.example, device.syslog.prependMac, 1",
    "syslog.transport, tls, device.syslog.transport, None",
    "syslog.level, debug, device.syslog.renderLevel, 0",
    "syslog.level, warning, device.syslog.renderLevel, 3",
    "syslog.level, error, device.syslog.renderLevel, 4",
    "syslog.facility, 23, device.syslog.facility, 23",
    "phone.admin.password, 4711x, device.auth.localAdminPassword, 4711x",
    "phone.user.password, 4712x, device.auth.localUserPassword, 4712x",
  })
  void setting_ofAnyLayer_isSaidInTheWordsOfTheGuide(
      String setting, String value, String parameter, String written) {
    ConfigXml xml = phone().with(line(2)).set(setting, value).text();
    assertThat(xml.values()).containsEntry(parameter, written);
  }

  @ParameterizedTest
  @CsvSource({
    "CCX500, '', phone.vendor-cloud, yes, feature.lens.enabled, 1",
    "CCX500, '', phone.vendor-cloud, no, feature.lens.enabled, 0",
    "EdgeE350, '', time.zone, Europe/Paris, tcpIpApp.sntp.olsonTimezoneID, Europe/Paris",
    "EdgeE350, '', time.zone, UTC, device.eulaAccepted, 1",
    "VVX450, '', time.zone, Europe/Paris, device.baseProfile, Generic",
    "VVX300, 5.0.2.1, sip.srtp, off, prov.autoConfigUpload.enabled, 0",
    "VVX300, 5.0.2.1, sip.srtp, off, Diags.dumpcore.enabled, 0",
    "SPIP550, 4.0.15.1047, tls.version, 1.2, device.sec.TLS.protocol.prov, TLSv1_2",
  })
  void setting_ofOtherModelOrFirmware_isSaidAsThatKnowsIt(
      String model, String firmware, String setting, String value, String name, String written) {
    ConfigXml xml = phone(model, firmware).with(line(1)).set(setting, value).text();
    assertThat(xml.values()).containsEntry(name, written);
  }

  @ParameterizedTest
  @CsvSource({
    "SPIP550, 4.0.6.1, tls.version, 1.2, device.sec.TLS.protocol.prov",
    "SPIP550, '', tls.version, 1.2, device.sec.TLS.protocol.prov",
    "VVX450, '', phone.vendor-cloud, no, feature.lens.enabled",
    "VVX450, '', time.zone, Europe/Paris, tcpIpApp.sntp.olsonTimezoneID",
    "SPIP550, '', audio.codecs, opus, voice.codecPref.G722",
    "SPIP550, '', time.zone, UTC, device.baseProfile",
  })
  void setting_thatAModelHasNot_isNotSaid(
      String model, String firmware, String setting, String value, String name) {
    assertThat(phone(model, firmware).with(line(1)).set(setting, value).text().has(name)).isFalse();
  }

  @Test
  void unsaid_whatNoPhoneOfTheBrandKnows_isNamedAndNothingElse() {
    Samples phone = phone().with(line(1)).everySetting(Map.of());
    List<String> unsaid = unsaid(phone.rendering());
    assertThat(unsaid)
        .contains("phonebook.1.url", "softkey.1.type", "dial.replace", "tls.ca.url", "tls.trust")
        .contains("tls.version", "phone.vendor-cloud", "resync.window.days", "local-changes")
        .doesNotContain("firmware.url", "time.zone", "dial.plan", "sip.srtp", "syslog.host");
    assertThat(unsaid(phone().rendering())).isEmpty();
    assertThat(
            unsaid(
                phone("CCX500", "")
                    .set("phone.vendor-cloud", "no")
                    .set("tls.trust", "both")
                    .set("tls.version", "1.2")
                    .set("display.language", "ko")
                    .rendering()))
        .containsExactly("display.language");
  }

  @Test
  void settings_thatNobodySet_leaveThePhonesOwnDefaults() {
    ConfigXml xml = phone().with(line(1)).text();
    for (String name :
        List.of("srtp", "codec", "dir.corp", "lcl.", "vlan", "digitmap", "sec.TLS", "lineKey")) {
      assertThat(xml.names()).as(name).noneMatch(each -> each.contains(name));
    }
    assertThat(xml.values()).containsEntry("device.syslog.serverName", "");
    assertThat(xml.get("device.syslog.transport")).isEqualTo("None");
  }

  @Test
  void codecs_inOrder_havePlacesAndAllOthersAreOff() {
    ConfigXml xml = phone().set("audio.codecs", "ilbc,opus,g726-16,pcma").text();
    assertThat(xml.get("voice.codecPref.iLBC.13_33kbps")).isEqualTo("1");
    assertThat(xml.get("voice.codecPref.iLBC.15_2kbps")).isEqualTo("2");
    assertThat(xml.get("voice.codecPref.Opus")).isEqualTo("3");
    assertThat(xml.get("voice.codecPref.G711_A")).isEqualTo("4");
    assertThat(xml.get("voice.codecPref.G711_Mu")).isEqualTo("0");
    assertThat(xml.has("voice.codecPref.G711A")).isFalse();
    ConfigXml old = phone("SPIP450", "3.2.3.1").set("audio.codecs", "opus,pcma").text();
    assertThat(old.get("voice.codecPref.G711A")).isEqualTo("1");
    assertThat(old.has("voice.codecPref.Opus")).isFalse();
  }

  @Test
  void passwords_areSecretAndThoseOfTheirLayers() {
    List<Parameter> access =
        phone().set("phone.user.password", "Set-by-us1").parameters().list().stream()
            .filter(parameter -> parameter.name().startsWith("device.auth."))
            .toList();
    assertThat(access)
        .containsExactly(
            new Parameter(
                "device.auth.localAdminPassword", "not-a-real-admin", Layer.LIBRARY, true),
            new Parameter("device.auth.localUserPassword", "Set-by-us1", Layer.DOMAIN, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a<bcd", "a(bcd", "a]bcd", "a}bcd", "a\"bcd", "a`bcd", "a bcd"})
  void password_thatThePhonesPagesRefuse_isRefusedAndNotTold(String password) {
    refused(
            () -> phone().set("phone.admin.password", password).bytes(),
            "domain",
            "phone.admin.password")
        .hasMessageNotContaining(password);
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 0, 0, '', '', '', '', ''",
    "Asia/Kolkata, 19800, 0, '', '', '', '', ''",
    "Europe/Berlin, 3600, 1, 3, '', 2, 1, 1",
    "America/New_York, -18000, 1, 3, 8, 2, 1, 0",
    "Australia/Sydney, 36000, 1, 10, 1, 2, 1, 0",
  })
  void zone_isToldInSecondsAndByWeekdays(
      String zone,
      String offset,
      String on,
      String month,
      String date,
      String hour,
      String day,
      String last) {
    ConfigXml xml = phone().set("time.zone", zone).text();
    String start = "tcpIpApp.sntp.daylightSavings.start.";
    assertThat(xml.get("tcpIpApp.sntp.gmtOffset")).isEqualTo(offset);
    assertThat(xml.get("tcpIpApp.sntp.gmtOffset.overrideDHCP")).isEqualTo("1");
    assertThat(xml.get("device.sntp.gmtOffset")).isEqualTo(offset);
    assertThat(xml.get("tcpIpApp.sntp.daylightSavings.enable")).isEqualTo(on);
    assertThat(xml.get(start + "month")).isEqualTo(month);
    assertThat(xml.get(start + "date")).isEqualTo(date);
    assertThat(xml.get(start + "time")).isEqualTo(hour);
    assertThat(xml.get(start + "dayOfWeek")).isEqualTo(day);
    assertThat(xml.get(start + "dayOfWeek.lastInMonth")).isEqualTo(last);
  }

  @Test
  void zone_whoseClocksChangeByHalfAnHour_isRefused() {
    refused(() -> phone().set("time.zone", "Australia/Lord_Howe").bytes(), "domain", "time.zone");
  }
}
