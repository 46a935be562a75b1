package org.latchkey.brand.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.panasonic.PanasonicLinesTest.refused;
import static org.latchkey.brand.panasonic.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Explanation.Remark;

/** Each neutral setting for which a word is known, and what is said where none is. */
class PanasonicSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "KX-UT136, web.http, yes, HTTPD_PORTOPEN_AUTO, Y",
    "KX-UT136, web.http, no, HTTPD_PORTOPEN_AUTO, N",
    "KX-UT136, time.ntp.primary, n.example, NTP_ADDR, n.example",
    "KX-HDV230, display.language, de, DEFAULT_LANGUAGE, de-DE",
    "KX-TGP500, network.vlan.phone, 20, VLAN_ENABLE, Y",
    "KX-TGP500, network.vlan.phone, 20, VLAN_ID_IP_PHONE, 20",
    "KX-UT136, network.vlan.phone, 0, VLAN_ENABLE, N",
    "KX-UT136, network.vlan.phone.priority, 5, VLAN_PRI_IP_PHONE, 5",
    "KX-UT136, network.vlan.pc, 7, VLAN_ID_PC, 7",
    "KX-UT136, network.vlan.pc.priority, 1, VLAN_PRI_PC, 1",
    "KX-HDV230, sip.srtp, required, SRTP_CONNECT_MODE_2, 0",
    "KX-HDV230, sip.srtp, optional, SRTP_CONNECT_MODE_2, 1",
    "KX-UT136, sip.keep-alive, 45, PORT_PUNCH_INTVL_2, 45",
    "KX-UT136, sip.keep-alive, 0, PORT_PUNCH_INTVL_2, 0",
    "KX-UT136, sip.rport, yes, SIP_ADD_RPORT_2, Y",
    "KX-UT136, sip.server-only, yes, SIP_DETECT_SSAF_2, Y",
    "KX-UT136, sip.local-port, 5070, SIP_SRC_PORT_2, 5071",
    "KX-UT136, sip.stun.host, s.example, STUN_SERV_ADDR, s.example",
    "KX-TGP500, sip.stun.port, 3479, STUN_SERV_PORT, 3479",
    "KX-UT136, sip.backup.host, b.example, SIP_2NDPROXY_ADDR_2, b.example",
    "KX-UT136, sip.backup.host, b.example, SIP_2NDRGSTR_ADDR_2, b.example",
    "KX-UT136, sip.backup.port, 5062, SIP_2NDRGSTR_PORT_2, 5062",
    "KX-UT136, dial.plan, [2-9]11|1xxxx, DIAL_PLAN_2, [2-9]11|1XXXX",
    "KX-UT136, dial.timeout, 7, INTDIGIT_TIM, 7",
    "KX-UT136, dial.pickup-code, *8, NUM_PLAN_PICKUP_DIRECT, *8",
    "KX-HDV230, ldap.host, l.example, LDAP_ENABLE, Y",
    "KX-HDV230, ldap.host, l.example, LDAP_SERVER, ldap://l.example",
    "KX-HDV230, ldap.port, 636, LDAP_SERVER_PORT, 636",
    "KX-HDV230, ldap.base, 'dc=acme', LDAP_BASEDN, 'dc=acme'",
    "KX-HDV230, ldap.user, cn=phone, LDAP_USERID, cn=phone",
    "KX-HDV230, ldap.password, p, LDAP_PASSWORD, p",
    "KX-HDV230, ldap.name-filter, (cn=%), LDAP_NAME_FILTER, (cn=%)",
    "KX-HDV230, ldap.number-filter, (t=%), LDAP_NUMB_FILTER, (t=%)",
    "KX-HDV230, ldap.name-attributes, cn, LDAP_NAME_ATTRIBUTE, cn",
    "KX-HDV230, ldap.number-attributes, t, LDAP_NUMB_ATTRIBUTE, t",
    "KX-UT136, tls.ca.url, https://c.example/ca, CFG_ROOT_CERTIFICATE_PATH, https://c.example/ca",
    "KX-UT136, syslog.host, s.example, SYSLOG_ADDR, s.example",
    "KX-UT136, syslog.port, 1514, SYSLOG_PORT, 1514",
    "KX-UT136, phone.admin.name, chief, ADMIN_ID, chief",
    "KX-UT136, phone.user.name, clerk, USER_ID, clerk",
    "KX-UT136, phone.admin.password, 4711Xy, ADMIN_PASS, 4711Xy",
    "KX-UT136, phone.user.password, 4712Xy, USER_PASS, 4712Xy",
  })
  void setting_onFlatPhones_isSaidInTheWordsOfTheTemplates(
      String model, String setting, String value, String parameter, String written) {
    PhoneFile file = phone(model).with(line(2)).set(setting, value).file();
    assertThat(file.get(parameter)).isEqualTo(written);
    assertThat(remarks(phone(model).with(line(2)).set(setting, value))).doesNotContain(setting);
  }

  @ParameterizedTest
  @CsvSource({
    "web.http.port, 8080, Device/Network/HTTP/WEB_SERVER_PORT, 8080",
    "time.ntp.primary, n.example, Device/Network/NTP/NTP_ADDR, n.example",
    "display.language, fr, Device/Phone/Telephone/DEFAULT_LANGUAGE, fr-FR",
    "network.lldp, no, Device/Network/LLDP/LLDP_ENABLE, N",
    "network.cdp, yes, Device/Network/CDP/CDP_ENABLE, Y",
    "sip.keep-alive, 45, Device/Lines/Line.2/Sip/PORT_PUNCH_INTVL, 45",
    "sip.rport, no, Device/Lines/Line.2/Sip/SIP_ADD_RPORT, N",
    "sip.server-only, no, Device/Lines/Line.2/Sip/SIP_DETECT_SSAF, N",
    "sip.local-port, 5070, Device/Lines/Line.2/Sip/SIP_SRC_PORT, 5071",
    "sip.stun.host, s.example, Device/Network/STUN/STUN_SERV_ADDR, s.example",
    "dial.plan, [2-9]11|0T, Device/Lines/Line.2/CallCtrl/DIAL_PLAN, [2-9]11|0T",
    "dial.timeout, 7, Device/Phone/CallCtrl/INTDIGIT_TIM, 7",
    "dial.pickup-code, *8, Device/Lines/Line.2/CallCtrl/DPICKUP_ENABLE, Y",
    "dial.pickup-code, *8, Device/Lines/Line.2/CallCtrl/DPICKUP_CODE, *8",
    "phonebook.1.url, https://b.example/x, Device/Services/XmlApp/XMLAPP_ENABLE, Y",
    "phonebook.1.url, https://b.example/x, Device/Services/XmlApp/XMLAPP_SERVICEURL, "
        + "https://b.example/x",
    "phonebook.1.user, u, Device/Services/XmlApp/XMLAPP_USERID, u",
    "phonebook.1.password, p, Device/Services/XmlApp/XMLAPP_USERPASS, p",
    "ldap.host, l.example, Device/Network/LDAP/LDAP_SERVER, l.example",
    "ldap.base, 'dc=acme', Device/Network/LDAP/LDAP_SEARCH_BASE_DN, 'dc=acme'",
    "ldap.user, cn=phone, Device/Network/LDAP/LDAP_USER_DN, cn=phone",
    "tls.ca.url, https://c.example/ca, Initial/Certs/CFG_ROOT_CERTIFICATE_PATH1, "
        + "https://c.example/ca",
    "syslog.host, s.example, Device/System/Syslog/SYSLOG_SERVER_ENABLE, Y",
    "syslog.host, s.example, Device/System/Syslog/SYSLOG_ADDR, s.example",
    "syslog.port, 1514, Device/System/Syslog/SYSLOG_PORT, 1514",
    "syslog.level, error, Device/System/Syslog/SYSLOG_SEVERITY, 3",
    "encryption.key, 12341234abcdabcd12341234abcdabcd, Device/System/Prov/CFG_FILE_KEY, "
        + "12341234abcdabcd12341234abcdabcd",
    "phone.admin.password, 4711Xy, Device/System/LoginAcc/ADMIN_PASS, 4711Xy",
  })
  void setting_onKxUtg_isSaidInItsElements(
      String setting, String value, String parameter, String written) {
    PhoneFile file = phone("KX-UTG200").with(line(2)).set(setting, value).file();
    assertThat(file.get(parameter)).isEqualTo(written);
    assertThat(remarks(phone("KX-UTG200").with(line(2)).set(setting, value)))
        .doesNotContain(setting);
  }

  @ParameterizedTest
  @CsvSource({
    "KX-UT123, resync.window.days, monday",
    "KX-UT123, resync.window.every, 7",
    "KX-UT123, resync.at-power-on, no",
    "KX-UT123, resync.notify, reboot",
    "KX-UT123, resync.notify, ignore",
    "KX-UT123, local-changes, overwrite",
    "KX-UTG200, local-changes, keep",
    "KX-HDV230, tls.verify, yes",
    "KX-UTG200, tls.verify, no",
    "KX-HDV230, tls.trust, both",
    "KX-UT670, time.zone, Europe/Berlin",
    "KX-HDV230, sip.srtp, off",
    "KX-UT123, sip.srtp, required",
    "KX-HDV230, sip.stun.host, s.example",
    "KX-UTG200, sip.backup.host, b.example",
    "KX-UTG200, network.vlan.phone, 20",
    "KX-UTG200, audio.codecs, 'g722,pcma'",
    "KX-UT123, audio.codecs, 'opus,g722'",
    "KX-UT670, audio.codecs, g726-32",
    "KX-UDS124, audio.codecs, g722",
    "KX-UDS124, dial.plan, 1xx",
    "KX-UDS124, sip.local-port, 5070",
    "KX-UDS124, sip.keep-alive, 45",
    "KX-HDV230, encryption.key, 12341234abcdabcd12341234abcdabcd",
    "KX-HDV230, phonebook.1.url, https://b.example/x",
    "KX-UTG200, phonebook.2.url, https://b.example/x",
    "KX-TGP500, ldap.host, l.example",
    "KX-HDV230, display.language, ja",
    "KX-UT123, syslog.level, debug",
    "KX-HDV230, ldap.tls, ldaps",
  })
  void setting_thatNoWordIsKnownFor_isRemarkedUpon(String model, String setting, String value) {
    assertThat(remarks(phone(model).with(line(1)).set(setting, value))).contains(setting);
  }

  @ParameterizedTest
  @CsvSource({
    "phone.admin.password, short",
    "phone.admin.password, with-hyphen1",
    "phone.admin.password, with@sign12",
    "phone.user.password, 01234567890123456",
    "phone.admin.name, a b",
    "phone.user.name, 01234567890123456",
    "encryption.key, tooshort",
    "sip.local-port, 65535",
    "dial.plan, [0-9]xxx{MAC}",
    "ldap.base, a{mac}b",
    "ldap.user, a\"b",
    "firmware.url, https://fw.example/{MODEL}.fw",
  })
  void value_thatThePhoneWouldNotTake_isRefusedAtTheSetting(String setting, String value) {
    Samples phone = phone("KX-UTG200").with(line(2)).set(setting, value);
    if (setting.equals("ldap.user")) {
      // XML has an escape for a quote
      assertThat(phone.file().get("Device/Network/LDAP/LDAP_USER_DN")).isEqualTo(value);
      phone = phone("KX-HDV230").with(line(1)).set(setting, value);
    }
    refused(phone::bytes, "domain", setting);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 60, Y, 60, 3, 5, 0, 120, 10, 5, 0, 180",
    "America/Denver, -420, Y, 60, 3, 2, 0, 120, 11, 1, 0, 120",
    "Australia/Lord_Howe, 630, Y, 30, 10, 1, 0, 120, 4, 1, 0, 120",
  })
  void zone_withDaylightSaving_isSaidByItsRule(
      String zone,
      String offset,
      String on,
      String saved,
      String month,
      String week,
      String day,
      String time,
      String endMonth,
      String endWeek,
      String endDay,
      String endTime) {
    PhoneFile file = phone("KX-UT123").set("time.zone", zone).file();
    assertThat(file.get("TIME_ZONE")).isEqualTo(offset);
    assertThat(file.get("LOCAL_TIME_ZONE_POSIX")).isEmpty();
    assertThat(file.get("DST_ENABLE")).isEqualTo(on);
    assertThat(file.get("DST_OFFSET")).isEqualTo(saved);
    assertThat(file.get("DST_START_MONTH")).isEqualTo(month);
    assertThat(file.get("DST_START_ORDINAL_DAY")).isEqualTo(week);
    assertThat(file.get("DST_START_DAY_OF_WEEK")).isEqualTo(day);
    assertThat(file.get("DST_START_TIME")).isEqualTo(time);
    assertThat(file.get("DST_STOP_MONTH")).isEqualTo(endMonth);
    assertThat(file.get("DST_STOP_ORDINAL_DAY")).isEqualTo(endWeek);
    assertThat(file.get("DST_STOP_DAY_OF_WEEK")).isEqualTo(endDay);
    assertThat(file.get("DST_STOP_TIME")).isEqualTo(endTime);
  }

  @Test
  void zone_withoutDaylightSaving_isAnOffset() {
    PhoneFile file = phone("KX-TGP500").set("time.zone", "Asia/Kolkata").file();
    assertThat(file.get("TIME_ZONE")).isEqualTo("330");
    assertThat(file.get("DST_ENABLE")).isEqualTo("N");
    assertThat(file.has("DST_START_MONTH")).isFalse();
    assertThat(file.has("LOCAL_TIME_ZONE_POSIX")).isFalse();
  }

  @Test
  void zone_whoseClocksChangeByHalfAnHour_isRefusedWhereTheOffsetHasNoName() {
    refused(
        () -> phone("KX-UTG200").set("time.zone", "Australia/Lord_Howe").bytes(),
        "domain",
        "time.zone");
  }

  @Test
  void zone_onKxUt670_isLeftAsItIs() {
    assertThat(phone("KX-UT670").set("time.zone", "Europe/Berlin").file().names())
        .noneMatch(name -> name.startsWith("TIME_ZONE") || name.startsWith("DST_"));
  }

  @Test
  void codecs_onMostPhones_haveASwitchAndAPlace() {
    PhoneFile file = phone("KX-HDV230").with(line(1)).set("audio.codecs", "g729,g722").file();
    assertThat(file.get("CODEC_ENABLE3_1")).isEqualTo("Y");
    assertThat(file.get("CODEC_PRIORITY3_1")).isEqualTo("1");
    assertThat(file.get("CODEC_ENABLE0_1")).isEqualTo("Y");
    assertThat(file.get("CODEC_PRIORITY0_1")).isEqualTo("2");
    for (String off : List.of("1", "2", "4")) {
      assertThat(file.get("CODEC_ENABLE" + off + "_1")).isEqualTo("N");
    }
    assertThat(phone("KX-UT670").with(line(1)).set("audio.codecs", "g729").file().names())
        .contains("CODEC_ENABLE4_1")
        .doesNotContain("CODEC_ENABLE2_1");
  }

  @Test
  void codecs_onKxTgp500_areSlotsInOrder() {
    PhoneFile file = phone("KX-TGP500").with(line(1)).set("audio.codecs", "pcmu,g726-32").file();
    assertThat(file.get("SDP_CODEC0_1")).isEqualTo("PCMU");
    assertThat(file.get("SDP_PTYPE0_1")).isEqualTo("0");
    assertThat(file.get("SDP_CKRTE0_1")).isEqualTo("8000");
    assertThat(file.get("SDP_PARAM0_1")).isEqualTo("0");
    assertThat(file.get("SDP_CODEC1_1")).isEqualTo("G726-32");
    assertThat(file.get("SDP_PTYPE1_1")).isEqualTo("2");
    assertThat(file.get("SDP_CODEC2_1")).isEmpty();
    assertThat(file.get("SDP_PTYPE4_1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pcma", "opus,ilbc"})
  void codecs_ofWhichThePhoneKnowsNone_areLeftAsTheyAre(String codecs) {
    assertThat(phone("KX-UTG200").with(line(1)).set("audio.codecs", codecs).file().names())
        .noneMatch(name -> name.contains("CODEC"));
  }

  @Test
  void settingThatWasTakenBack_isCleared() {
    PhoneFile file = phone("KX-UT136").with(line(1)).file();
    for (String name :
        List.of(
            "SYSLOG_ADDR",
            "LDAP_SERVER",
            "STUN_SERV_ADDR",
            "NUM_PLAN_PICKUP_DIRECT",
            "SIP_2NDPROXY_ADDR_1",
            "DIAL_PLAN_1")) {
      assertThat(file.get(name)).as(name).isEmpty();
    }
    assertThat(file.get("LDAP_ENABLE")).isEqualTo("N");
  }

  private static List<String> remarks(Samples phone) {
    return Samples.BRAND.renderer().remarks(phone.rendering()).stream().map(Remark::what).toList();
  }
}
