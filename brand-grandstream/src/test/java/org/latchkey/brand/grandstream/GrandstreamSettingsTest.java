package org.latchkey.brand.grandstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.brand.grandstream.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Model;
import org.latchkey.config.TimeZones;
import org.latchkey.config.ZoneRule;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.device.Registrar.Transport;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Secret;

class GrandstreamSettingsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // setting, value, model, parameter, what is told; - for nothing
        "web.http,             yes,          GXP2130, P1650, 3",
        "web.http,             yes,          GXP1780, P1650, -",
        "web.https,            no,           GXP2130, P1650, 2",
        "web.http,             yes,          GRP2614, security.webAccessMode, Both",
        "web.https,            no,           GRP2614, security.webAccessMode, Disabled",
        "web.http.port,        8080,         GXP1630, P22120, 8080",
        "web.http.port,        8080,         GHP621,  network.web.port.http, 8080",
        "phone.reset,          guarded,      GRP2614, security.factoryResetSecurityLevel, AlwaysRequirePassword",
        "phone.vendor-cloud,   yes,          GXP2130, P1409, 1",
        "time.ntp.primary,     ntp.example,  HT802,   P30, ntp.example",
        "time.ntp.secondary,   ntp.example,  GXP2130, P8333, ntp.example",
        "time.ntp.secondary,   ntp.example,  GHP621,  datetime.ntp.server.2, ntp.example",
        "time.ntp.from-dhcp,   yes,          HT802,   P144, 1",
        "display.clock,        24h,          GRP2614, dateTime.format.time, 24Hour",
        "display.clock,        24h,          GXP1630, P122, 1",
        "display.date,         dd-mm-yyyy,   GXP1630, P102, 2",
        "display.date,         mm-dd-yy,     GXP1630, P102, -",
        "display.language,     zh-TW,        GXP2130, P1362, zh-tw",
        "display.language,     sv,           GXV3380, language.gui, sv",
        "display.language,     sv,           GRP2614, language.gui, se",
        "display.language,     de,           HT802,   P342, -",
        "display.language,     zh-CN,        GXW4248, P342, 4",
        "network.vlan.phone,   20,           HT802,   P51, 20",
        "network.vlan.phone,   20,           GRP2614, network.port.eth.1.vlan.enable, Yes",
        "network.vlan.phone,   0,            GRP2614, network.port.eth.1.vlan.enable, No",
        "network.vlan.phone.priority, 5,     HT802,   P87, 5",
        "network.vlan.phone.priority, 5,     GXV3380, network.port.eth.1.vlan.priorit, 5",
        "network.vlan.pc,      30,           GXP2130, P229, 30",
        "network.vlan.pc.priority, 3,        GXP2130, P230, 3",
        "network.lldp,         no,           GXP1630, P1684, 0",
        "network.cdp,          yes,          GRP2614, network.cdp, Yes",
        "sip.srtp,             off,          HT802,   P183, 0",
        "sip.srtp,             optional,     GXP2130, P183, 1",
        "sip.srtp,             required,     GXW4248, P183, 2",
        "sip.srtp,             required,     GRP2614, account.1.audio.srtpMode, EnabledAndForced",
        "sip.srtp,             optional,     GXV3380, account.1.audio.srtpMode, EnabledButNotForced",
        "sip.dtmf,             info,         GRP2614, account.1.dtmf.sendInSip, Yes",
        "sip.dtmf,             rfc2833+info, GHP621,  account.1.dtmf.sendinrtp, Yes",
        "sip.dtmf,             inband,       GRP2614, account.1.dtmf.sendInRtp, No",
        "sip.rport,            yes,          GHP621,  account.1.network.supportrport, Yes",
        "sip.server-only,      yes,          GRP2614, account.1.sip.validate.incomingServer, Yes",
        "sip.register.retry,   90,           HT802,   P138, 90",
        "sip.local-port,       5070,         GXP2130, P40, 5070",
        "sip.backup.host,      b.example,    GXP2130, P2312, b.example",
        "sip.backup.host,      b.example,    HT802,   P967, b.example",
        "sip.backup.host,      b.example,    GRP2614, account.1.sip.server.2.address, b.example",
        "sip.backup-proxy.host, b.example,   HT802,   P2333, b.example",
        "dial.timeout,         6,            HT802,   P85, 6",
        "dial.timeout,         6,            GHP621,  account.1.call.nokeyentrytimeout, 6",
        "dial.pickup-code,     *8,           GRP2614, account.1.sip.blf.callPickup.prefix, *8",
        "phonebook.1.url,      https://b.example/dir/phonebook.xml, GXP1630, P331, b.example/dir",
        "phonebook.1.url,      https://b.example/dir/phonebook.xml, GXP1630, P330, 3",
        "phonebook.1.url,      http://b.example/dir/, GRP2614, phonebook.download.mode, EnabledUseHTTP",
        "phonebook.1.url,      http://b.example/dir/, GRP2614, phonebook.download.server, b.example/dir",
        "phonebook.1.user,     reader,       GXP2130, P6713, reader",
        "phonebook.1.password, notreal1,     GXP2130, P6714, notreal1",
        "phonebook.refresh,    60,           DP750,   P332, 60",
        "phonebook.refresh,    1440,         DP750,   P332, 720",
        "syslog.host,          l.example,    HT802,   P207, l.example",
        "syslog.level,         notice,       HT802,   P208, 2",
        "syslog.level,         alert,        GXP2130, P208, 4",
        "syslog.level,         debug,        GRP2614, maintain.syslog.level, Debug",
        "syslog.transport,     tls,          GXP2130, P8402, 1",
        "syslog.transport,     tls,          GRP2614, maintain.syslog.protocol, SSL_TLS",
        "syslog.transport,     tcp,          GRP2614, maintain.syslog.protocol, -",
        "tls.version,          any,          GRP2614, security.minimum.TLS.version, TLS_1_0",
        "tls.version,          1.2,          GHP621,  security.minimum.tls.version, TLS_1_2"
      })
  void setting_ofALayer_isToldOrRemarkedUpon(
      String setting, String value, String model, String parameter, String told) {
    Samples phone = phone(model, "").with(line(1)).set(setting, value);
    assertThat(Optional.ofNullable(phone.text().values().get(parameter)))
        .isEqualTo(Optional.ofNullable(told));
    if (told == null || (setting.equals("phonebook.refresh") && !told.equals(value))) {
      assertThat(phone.remarks()).extracting(Remark::what).contains(setting);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,                 TZN+0",
    "Asia/Kolkata,        TZN-5:30",
    "America/New_York,    'TZN+5TZD+4,M3.2.0,M11.1.0'",
    "Europe/Berlin,       'TZN-1TZD-2,M3.5.0,M10.5.0/3'",
    "Europe/London,       'TZN+0TZD-1,M3.5.0/1,M10.5.0'",
    "Australia/Lord_Howe, 'TZN-10:30TZD-11,M10.1.0,M4.1.0'"
  })
  void rule_ofAZone_isOfPosix(String name, String rule) {
    ZoneRule zone = TimeZones.standard().find(name).orElseThrow();
    assertThat(GrandstreamClock.rule(zone)).isEqualTo(rule);
  }

  @Test
  void rule_ofEveryZone_isOneThatAnAdministratorMayWriteAndFits() {
    for (String name : TimeZones.standard().names()) {
      String rule = GrandstreamClock.rule(TimeZones.standard().find(name).orElseThrow());
      assertThat(Samples.BRAND.renderer().objection("P246", rule)).as(rule).isEmpty();
      assertThat(rule).hasSizeLessThanOrEqualTo(64);
      try {
        phone("HT802", "").set("time.zone", name).bytes();
      } catch (RenderException e) {
        assertThat(rule).hasSizeGreaterThan(32);
        assertThat(e.parameter()).isEqualTo("time.zone");
      }
    }
  }

  @Test
  void zone_isSelfDefinedOrNotToldAtAll() {
    assertThat(phone("HT802", "").set("time.zone", "Europe/Berlin").text().values())
        .containsEntry("P64", "customize")
        .containsEntry("P246", "TZN-1TZD-2,M3.5.0,M10.5.0/3");
    for (String model : List.of("GXV3380", "WP820")) {
      Samples phone = phone(model, "").set("time.zone", "Europe/Berlin");
      assertThat(phone.text().values()).doesNotContainKeys("P64", "dateTime.timezone");
      assertThat(phone.remarks()).extracting(Remark::what).contains("time.zone");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'xxx.T',          '{ xx+ }'",
    "'x.',             '{ x+ }'",
    "'[2-9]11|0T|011x.', '{ [2-9]11 | 0 | 011 | 011x+ }'",
    "'+x.T',           '{ \\+ | \\+x+ }'",
    "'*xx|#1',         '{ *xx | #1 }'",
    "'[2-9]xx[1-3].5', '{ [2-9]xx5 | [2-9]xx[1-3]+5 }'"
  })
  void dialPlan_ofADigitMap_isInTheWordsOfThePhone(String map, String plan) {
    assertThat(GrandstreamDialling.plan(map)).isEqualTo(plan);
    assertThat(phone("HT802", "").with(line(2)).set("dial.plan", map).text().get("P4201"))
        .isEqualTo(plan);
    assertThat(phone("GXP2130", "").with(line(2)).set("dial.plan", map).text().get("P459"))
        .isEqualTo(plan);
  }

  @Test
  void codecs_fillAllPlaces_inTheirOrder() {
    ConfigXml numbers =
        phone("GXP2130", "").with(line(1)).set("audio.codecs", "opus,g722,pcma").text();
    assertThat(List.of("P57", "P58", "P59", "P60", "P61", "P62", "P46", "P98"))
        .extracting(numbers::get)
        .containsExactly("125", "9", "8", "8", "8", "8", "8", "8");
    ConfigXml items = phone("GXV3380", "").with(line(2)).set("audio.codecs", "g729,g726-32").text();
    assertThat(items.get("account.2.codec.choice.1")).isEqualTo("G_729AOrB");
    assertThat(items.get("account.2.codec.choice.8")).isEqualTo("G_726_32");
    Samples ht = phone("HT802", "").with(line(2)).set("audio.codecs", "opus,pcma");
    assertThat(ht.text().get("P757")).isEqualTo("8");
    assertThat(ht.remarks()).extracting(Remark::what).contains("audio.codecs");
  }

  private static Line to(int number, Registrar registrar, String password) {
    Line line = line(number);
    return new Line(
        number,
        line.label(),
        line.displayName(),
        line.user(),
        line.authUser(),
        Secret.of(password),
        registrar,
        Optional.empty(),
        90,
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    // port, transport, address, look-up, transport told
    "5060, UDP, sip.example:5060, 0, 0",
    "5061, TLS, sip.example:5061, 0, 2",
    "0,    TCP, sip.example,      1, 1",
    "0,    DNS, sip.example,      2, 0"
  })
  void server_ofALine_isToldWithItsTransport(
      int port, Transport transport, String address, String lookUp, String told) {
    ConfigXml text =
        phone("HT802", "").with(to(2, new Registrar("sip.example", port, transport), "x")).text();
    assertThat(text.get("P747")).isEqualTo(address);
    assertThat(text.get("P702")).isEqualTo(lookUp);
    assertThat(text.get("P830")).isEqualTo(told);
    assertThat(text.get("P732")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({"GRP2614, Tls Or Tcp", "GXV3380, TlsOrTcp", "GHP621, Tls Or Tcp"})
  void tls_ofALine_isSpelledAsTheFamilyWantsIt(String model, String word) {
    assertThat(phone(model, "").with(line(1)).text().get("account.1.sip.transport"))
        .isEqualTo(word);
  }

  @Test
  void lines_thatTheDeviceHasNot_areSwitchedOff() {
    assertThat(phone("GXP2130", "").with(line(2)).text().values())
        .containsEntry("P271", "0")
        .containsEntry("P401", "1")
        .containsEntry("P501", "0");
    assertThat(phone("GRP2612", "").with(line(2)).text().values())
        .containsEntry("account.1.enable", "No")
        .containsEntry("account.2.enable", "Yes");
    assertThat(phone("HT814", "").with(line(3)).text().values())
        .containsEntry("P4595", "0")
        .containsEntry("P4597", "1")
        .containsEntry("P4062", "103")
        .containsEntry("P4152", "0");
  }

  @ParameterizedTest
  @CsvSource({
    "1,  P4060,  P4090,  P4120,  P4180,  P4595",
    "20, P4079,  P4109,  P4139,  P4199,  P4614",
    "21, P4080,  P4110,  P4140,  P4252,  P4615",
    "30, P4089,  P4119,  P4149,  P4261,  P4624",
    "31, P4240,  P4242,  P4244,  P4262,  P4625",
    "32, P4241,  P4243,  P4245,  P4263,  P4626",
    "33, P21000, P21064, P21128, P21192, P21384",
    "48, P21015, P21079, P21143, P21207, P21399"
  })
  void port_ofAGateway_hasItsNumbers(
      int port, String user, String auth, String password, String name, String enable) {
    assertThat(phone("GXW4248", "").with(line(port)).text().values())
        .containsEntry(user, "10" + port)
        .containsEntry(auth, "auth10" + port)
        .containsEntry(password, "fake-sip-pass-" + port)
        .containsEntry(name, "Alice Example")
        .containsEntry(enable, "1");
  }

  @Test
  void ports_thatWantDifferentServers_areRefused() {
    Registrar other = new Registrar("other.example", 5060, Transport.UDP);
    for (Line line :
        List.of(
            to(2, other, "x"),
            behind(line(2), other),
            new Line(
                2,
                "",
                "",
                "2",
                "2",
                Secret.of("x"),
                line(1).registrar(),
                Optional.empty(),
                90,
                Optional.empty()))) {
      Samples phone = phone("HT818", "").with(line(1), line);
      assertThatThrownBy(phone::bytes)
          .isInstanceOf(RenderException.class)
          .hasMessageContaining("lines[1].")
          .hasMessageContaining("share one SIP profile");
    }
  }

  @Test
  void password_ofALine_thatIsTooLong_isRefused() {
    Samples phone =
        phone("HT802", "").with(to(1, new Registrar("a", 1, Transport.UDP), "x".repeat(65)));
    assertThatThrownBy(phone::bytes)
        .isInstanceOfSatisfying(
            RenderException.class, e -> assertThat(e.parameter()).isEqualTo("lines[0].password"));
  }

  @Test
  void remarks_ofALine_sayWhatTheModelCannot() {
    Registrar proxy = new Registrar("p.example", 5060, Transport.UDP);
    assertThat(phone("HT802", "").with(behind(line(1), proxy)).remarks())
        .extracting(Remark::what)
        .contains("lines[0].label", "lines[0].voicemail", "lines[0].outboundProxy")
        .doesNotContain("lines[0].expires");
    assertThat(
            phone("GRP2614", "").with(to(1, new Registrar("a", 1, Transport.UDP), "x")).remarks())
        .extracting(Remark::what)
        .contains("lines[0].expires")
        .doesNotContain("lines[0].label");
  }

  @ParameterizedTest
  @CsvSource({
    "GXP1630, 'with-hyphen1', false",
    "GXP2130, 'Letters1', true",
    "HT802, 'with-hyphen1', true",
    "HT802, 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', false",
    "GRP2614, 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', true",
    "GRP2614, 'with blank', false"
  })
  void password_ofThePhone_isWhatTheFamilyTakes(String model, String password, boolean good) {
    Samples phone = phone(model, "").set("phone.admin.password", password);
    if (good) {
      assertThat(phone.text().values()).containsValue(password);
    } else {
      assertThatThrownBy(phone::bytes)
          .isInstanceOf(RenderException.class)
          .hasMessageContaining("phone.admin.password")
          .hasMessageNotContaining(password);
    }
  }

  @Test
  void schedule_beforeTheProof_isTheShortestThereIs() {
    assertThat(phone("HT802", "1.0.10.6").proven(false).text().values())
        .containsEntry("P194", "3")
        .containsEntry("P193", "60");
    assertThat(phone().proven(false).set("resync.window.start", "02:00").text().values())
        .containsEntry("provisioning.auto.mode", "YesUpgradeMin")
        .containsEntry("provisioning.auto.minute", "60");
    Samples often = phone().set("resync.interval", "5");
    assertThat(often.text().get("provisioning.auto.minute")).isEqualTo("60");
    assertThat(often.remarks()).extracting(Remark::what).contains("resync.interval");
  }

  @ParameterizedTest
  @CsvSource({
    // start, end, hour, endHour
    "22:00, 05:00, 22, 5",
    "02:30, 04:10, 3,  4",
    "02:10, 02:50, 2,  2",
    "23:30, 00:20, 23, 23",
    "01:00, 01:00, 1,  0",
    "03:00, '',    3,  4"
  })
  void window_ofDays_isToldInWholeHours(String start, String end, String hour, String endHour) {
    Samples phone = phone("HT802", "1.0.10.6").set("resync.window.start", start);
    if (!end.isEmpty()) {
      phone.set("resync.window.end", end);
    }
    assertThat(phone.text().values())
        .containsEntry("P194", "1")
        .containsEntry("P285", hour)
        .containsEntry("P8459", endHour)
        .containsEntry("P8458", "1");
  }

  @Test
  void window_ofSomeDays_isToldWhereThePhoneCan() {
    Samples several =
        phone()
            .set("resync.window.start", "02:00")
            .set("resync.window.days", "saturday,sunday,monday");
    assertThat(several.text().values())
        .containsEntry("provisioning.auto.mode", "YesUpgradeDayOfWeek")
        .containsEntry("provisioning.auto.day", "0/1/6");
    Samples one =
        phone("GXP1630", "")
            .set("resync.window.start", "02:00")
            .set("resync.window.days", "saturday");
    assertThat(one.text().values()).containsEntry("P194", "3").containsEntry("P286", "6");
    Samples many =
        phone("GXP1630", "")
            .set("resync.window.start", "02:00")
            .set("resync.window.days", "saturday,sunday");
    assertThat(many.text().values()).containsEntry("P194", "2").doesNotContainKey("P286");
    assertThat(many.remarks()).extracting(Remark::what).contains("resync.window.days");
  }

  @Test
  void schedule_ofADectBase_comesBackDailyWhateverItsModeMeans() {
    assertThat(phone("DP750", "").set("resync.window.start", "02:00").text().values())
        .containsEntry("P194", "1")
        .containsEntry("P193", "1440")
        .containsEntry("P285", "2");
    assertThat(phone("DP750", "").text().values())
        .containsEntry("P194", "1")
        .containsEntry("P193", "1440")
        .containsKey("P285");
  }

  @Test
  void localPorts_ofSeveralLines_differ() {
    assertThat(
            phone("GXP2130", "")
                .with(line(1), line(2))
                .set("sip.local-port", "65535")
                .text()
                .values())
        .containsEntry("P40", "65535")
        .containsEntry("P413", "65533");
  }

  @Test
  void quirks_eachHasASourceAndAReasonAndAModel() {
    Set<GrandstreamQuirk> met = EnumSet.noneOf(GrandstreamQuirk.class);
    for (Model model : Samples.BRAND.models().all()) {
      met.addAll(GrandstreamQuirk.of(model, Optional.empty()));
    }
    assertThat(met).containsExactlyInAnyOrder(GrandstreamQuirk.values());
    for (GrandstreamQuirk quirk : GrandstreamQuirk.values()) {
      assertThat(quirk.source()).isNotBlank();
      assertThat(quirk.reason()).isNotBlank();
    }
  }
}
