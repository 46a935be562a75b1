package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Traits;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;
import org.latchkey.config.TimeZones;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.error.RenderException;

class YealinkRendererTest {
  private static final Registrar PROXY =
      new Registrar("sbc.acme.example", 5062, Registrar.Transport.TCP);

  @Test
  void traits_areThoseOfTheBrand() {
    Traits traits = Samples.BRAND.traits();
    assertThat(Samples.BRAND.id()).isEqualTo("yealink");
    assertThat(traits.challenge()).containsExactly(Traits.Scheme.DIGEST);
    assertThat(traits.settleTime()).isZero();
    assertThat(traits.budget()).isEqualTo(20);
    assertThat(traits.contentType()).isEqualTo("text/plain; charset=UTF-8");
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
  void accounts_notUsed_areSwitchedOff() {
    ConfigText text = phone().with(line(2)).text();
    assertThat(text.get("account.2.enable")).isEqualTo("1");
    for (int n : List.of(1, 3, 16)) {
      assertThat(text.get("account." + n + ".enable")).isEqualTo("0");
    }
    assertThat(text.has("account.17.enable")).isFalse();
  }

  @Test
  void account_emptyTexts_goBackToTheirDefaults() {
    ConfigText text = phone().with(line(1, "", "", "")).text();
    assertThat(text.get("account.1.label")).isEqualTo("%NULL%");
    assertThat(text.get("account.1.display_name")).isEqualTo("%NULL%");
    assertThat(text.get("account.1.password")).isEqualTo("%NULL%");
  }

  @ParameterizedTest
  @CsvSource({"UDP, 0", "TCP, 1", "TLS, 2", "DNS, 3"})
  void account_transport_isThatOfTheFirstHop(Registrar.Transport transport, String number) {
    Registrar proxy = new Registrar("sbc.acme.example", 0, transport);
    ConfigText text = phone().with(behind(line(1), proxy)).text();
    assertThat(text.get("account.1.sip_server.1.transport_type")).isEqualTo(number);
    assertThat(text.get("account.1.outbound_proxy.1.port")).isEqualTo("0");
  }

  @Test
  void account_oldFirmware_hasTheOldSpellingToo() {
    ConfigText old = phone("T28P", "2.70.0.140").with(behind(line(1), PROXY)).text();
    assertThat(old.get("account.1.sip_server_host")).isEqualTo("sip.acme.example");
    assertThat(old.get("account.1.transport")).isEqualTo("1");
    assertThat(old.get("account.1.outbound_host")).isEqualTo("sbc.acme.example");
    assertThat(old.get("account.1.sip_server.1.address")).isEqualTo("sip.acme.example");

    ConfigText middle = phone("T28P", "2.73.0.50").with(behind(line(1), PROXY)).text();
    assertThat(middle.has("account.1.sip_server_host")).isFalse();
    assertThat(middle.get("account.1.transport")).isEqualTo("1");

    ConfigText current = phone().with(behind(line(1), PROXY)).text();
    assertThat(current.names()).noneMatch(name -> name.endsWith("_host"));
    assertThat(current.has("account.1.transport")).isFalse();
  }

  @Test
  void account_beyondTheModel_isRefusedByPath() {
    refused(() -> phone("T23G", "").with(line(1), line(4)).bytes(), "device", "lines[1].number")
        .hasMessageContaining("1 to 3 on a T23G");
  }

  @ParameterizedTest
  @EnumSource
  void key_everyType_isKnownToThePhone(LineKey.Type type) {
    ConfigText text = phone().with(line(1)).with(key(5, type, "200", "Key")).text();
    assertThat(text.get("linekey.5.type")).matches("\\d{1,2}");
    assertThat(text.has("linekey.5.value")).isEqualTo(type != LineKey.Type.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 0",
    "CONFERENCE, 1",
    "FORWARD, 2",
    "TRANSFER, 3",
    "HOLD, 4",
    "DND, 5",
    "RECALL, 7",
    "MESSAGES, 8",
    "PICKUP, 9",
    "CALL_PARK, 10",
    "DTMF, 11",
    "VOICEMAIL, 12",
    "SPEED_DIAL, 13",
    "INTERCOM, 14",
    "LINE, 15",
    "BLF, 16",
    "URL, 17",
    "GROUP_LISTENING, 18",
    "PRIVATE_HOLD, 20",
    "REMOTE_GROUP, 22",
    "GROUP_PICKUP, 23",
    "PAGING, 24",
    "RECORD, 25",
    "XML_BROWSER, 27",
    "HOT_DESKING, 34",
    "URL_RECORD, 35",
    "LDAP, 38",
    "BLF_LIST, 39",
    "PREFIX, 40",
    "PROVISIONING, 41",
    "ACD, 42",
    "LOCAL_GROUP, 45",
    "REMOTE_DIRECTORY, 47",
    "PHONE_LOCK, 50",
    "PARK_RETRIEVE, 56",
    "DIRECTORY, 61",
    "PAGING_LIST, 66",
    "CUSTOM, 73",
  })
  void key_type_hasTheNumberOfTheGuide(LineKey.Type type, String number) {
    assertThat(phone().with(key(1, type, "1", "")).text().get("linekey.1.type")).isEqualTo(number);
  }

  @Test
  void keys_notSet_areTheAccountsAndNothing() {
    ConfigText text = phone().with(line(1), line(2)).with(key(2, LineKey.Type.DND, "", "")).text();
    assertThat(text.get("linekey.1.type")).isEqualTo("15");
    assertThat(text.get("linekey.1.line")).isEqualTo("1");
    assertThat(text.get("linekey.2.type")).isEqualTo("5");
    assertThat(text.get("linekey.27.type")).isEqualTo("0");
    assertThat(text.has("linekey.28.type")).isFalse();
  }

  @Test
  void key_withoutLine_takesTheAccountOfItsNumberOrTheFirst() {
    ConfigText text =
        phone()
            .with(line(2), line(3))
            .with(
                key(3, LineKey.Type.LINE, "", ""),
                key(4, LineKey.Type.LINE, "", ""),
                key(5, LineKey.Type.BLF, "101", ""))
            .text();
    assertThat(text.get("linekey.3.line")).isEqualTo("3");
    assertThat(text.get("linekey.4.line")).isEqualTo("2");
    assertThat(text.get("linekey.5.line")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({"T32G, 1", "T38G, 1", "T28P, 2"})
  void key_watchedLine_countsFromZeroWhereThePhoneDoes(String model, String line) {
    LineKey key = new LineKey(3, LineKey.Type.BLF, "101", "Bob", Optional.of(2));
    LineKey dial = new LineKey(2, LineKey.Type.SPEED_DIAL, "102", "Eve", Optional.of(2));
    ConfigText text = phone(model, "38.70.0.125").with(line(1), line(2)).with(key, dial).text();
    assertThat(text.get("linekey.3.line")).isEqualTo(line);
    assertThat(text.get("linekey.2.line")).isEqualTo("2");
  }

  @Test
  void key_beyondTheModel_isRefusedByPath() {
    LineKey last = key(268, LineKey.Type.DND, "", "");
    refused(() -> phone().with(last).bytes(), "device", "keys[0].position")
        .hasMessageContaining("1 to 267 on a T46S, was 268");
    refused(() -> phone("CP960", "").with(last).bytes(), "device", "keys[0].position")
        .hasMessageContaining("CP960 has no line keys");
    LineKey line = new LineKey(1, LineKey.Type.BLF, "1", "", Optional.of(17));
    refused(() -> phone().with(line).bytes(), "device", "keys[0].line")
        .hasMessageContaining("1 to 16 on a T46S");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, +1, Germany(Berlin), 2, ''",
    "America/New_York, -5, United States-Eastern Time, 2, ''",
    "Asia/Kolkata, +5:30, India(Calcutta), 0, ''",
    "Europe/Istanbul, +3, '', 0, ''",
    "Asia/Kathmandu, +5:45, '', 0, ''",
    "America/Phoenix, -7, United States-MST no DST, 0, ''",
    "America/Denver, -7, '', 1, 3/2/7/2",
    "Europe/Zurich, +1, '', 1, 3/5/7/2",
    "Australia/Sydney, +10, '', 1, 10/1/7/2",
    "UTC, 0, GMT, 0, ''",
  })
  void zone_ofTheTable_isWritten(
      String zone, String offset, String name, String summer, String start) {
    ConfigText text = phone().set(Layer.DOMAIN, "time.zone", zone).text();
    assertThat(text.get("local_time.time_zone")).isEqualTo(offset);
    assertThat(text.get("local_time.time_zone_name")).isEqualTo(name);
    assertThat(text.get("local_time.summer_time")).isEqualTo(summer);
    assertThat(text.get("local_time.start_time")).isEqualTo(start);
    assertThat(text.has("local_time.dst_time_type")).isEqualTo(summer.equals("1"));
  }

  @Test
  void zone_beyondThePhonesList_isRefusedByTheNameOfTheSetting() {
    refused(
            () -> phone().set(Layer.DOMAIN, "time.zone", "Etc/GMT+12").bytes(),
            "domain",
            "time.zone")
        .hasMessageContaining("11 hours west");
    refused(() -> phone().set(Layer.DEVICE, "time.zone", "+01:00").bytes(), "device", "time.zone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Africa/Cairo", "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi",
        "America/Bogota", "America/Chicago", "America/Halifax", "America/Lima",
        "America/Los_Angeles", "America/Mexico_City", "America/Sao_Paulo", "America/St_Johns",
        "America/Toronto", "Asia/Bangkok", "Asia/Dubai", "Asia/Hong_Kong",
        "Asia/Jakarta", "Asia/Jerusalem", "Asia/Karachi", "Asia/Manila",
        "Asia/Riyadh", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore",
        "Asia/Tehran", "Atlantic/Reykjavik", "Australia/Perth", "Europe/Athens",
        "Europe/Dublin", "Europe/Kyiv", "Europe/Lisbon", "Europe/London",
        "Europe/Madrid", "Europe/Moscow", "Europe/Oslo", "Europe/Stockholm",
        "Pacific/Auckland", "Pacific/Honolulu", "Pacific/Kiritimati", "US/Eastern",
      })
  void zone_commonOne_isInTheTable(String zone) {
    assertThat(phone().set(Layer.DOMAIN, "time.zone", zone).text().get("local_time.time_zone"))
        .matches("0|[+-]([1-9]|1[0-4])(:30|:45)?");
  }

  @Test
  void zone_everyOne_hasTheFormOfThePhone() {
    for (String zone : TimeZones.standard().names()) {
      if (zone.equals("Etc/GMT+12")) {
        continue;
      }
      ConfigText text = phone().set("time.zone", zone).text();
      assertThat(text.get("local_time.time_zone"))
          .as(zone)
          .matches("0|[+-]([1-9]|1[0-4])(:30|:45)?");
      if (text.get("local_time.summer_time").equals("1")) {
        String change = "\\d{1,2}/[1-5]/[1-7]/(1?\\d|2[0-3])";
        assertThat(text.get("local_time.start_time")).as(zone).matches(change);
        assertThat(text.get("local_time.end_time")).as(zone).matches(change);
        assertThat(text.get("local_time.offset_time")).as(zone).matches("30|60|120");
      }
    }
  }

  @Test
  void zoneNames_everyOne_isAZoneAndItsRuleIsKnownWhereThereIsOne() {
    for (List<String> row : YealinkTable.rows("zone-names.txt")) {
      boolean changes = TimeZones.standard().find(row.get(0)).orElseThrow().daylight().isPresent();
      assertThat(row.get(1)).as(row.get(0)).isEqualTo(changes ? "auto" : "");
      assertThat(row.get(2)).as(row.get(0)).isNotBlank();
    }
  }

  @Test
  void timeServers_areWritten_andAnEmptyOneIsCleared() {
    ConfigText text = phone().set(Layer.DOMAIN, "time.ntp.primary", "ntp.acme.example").text();
    assertThat(text.get("local_time.ntp_server1")).isEqualTo("ntp.acme.example");
    assertThat(text.get("local_time.ntp_server2")).isEqualTo("%NULL%");
  }

  @Test
  void parameters_secrets_areMaskedAndNothingElseHoldsThem() {
    List<Parameter> shown = phone("T46S", "").with(line(1)).parameters().masked().list();
    assertThat(shown.toString()).doesNotContain("fake-sip-pass").doesNotContain("not-a-real");
    assertThat(shown)
        .filteredOn(Parameter::secret)
        .extracting(Parameter::name)
        .containsExactly(
            "static.security.user_password",
            "security.user_password",
            "static.security.user_password",
            "security.user_password",
            "account.1.password",
            "static.auto_provision.server.password",
            "auto_provision.server.password");
  }

  @Test
  void parameters_ofSettings_tellTheLayerThatSetThem() {
    List<Parameter> list =
        phone()
            .set(Layer.RESELLER, "time.zone", "Europe/Paris")
            .set(Layer.DOMAIN, "resync.interval", "720")
            .parameters()
            .list();
    assertThat(list)
        .contains(
            new Parameter("local_time.time_zone", "+1", Layer.RESELLER, false),
            new Parameter("static.auto_provision.repeat.minutes", "720", Layer.DOMAIN, false));
  }

  static AbstractThrowableAssert<?, ? extends Throwable> refused(
      ThrowingCallable call, String layer, String parameter) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RenderException.class,
            e -> {
              assertThat(e.layer()).isEqualTo(layer);
              assertThat(e.parameter()).isEqualTo(parameter);
            });
  }
}
