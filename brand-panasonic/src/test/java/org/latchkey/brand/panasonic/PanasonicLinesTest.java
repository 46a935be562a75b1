package org.latchkey.brand.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.brand.panasonic.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.Registrar;
import org.latchkey.device.Registrar.Transport;
import org.latchkey.error.RenderException;

class PanasonicLinesTest {
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
  void line_onADeskPhone_isRegisteredWithItsOwnNameAndPassword() {
    PhoneFile file = phone("KX-HDV230").with(line(2)).file();
    assertThat(file.get("PHONE_NUMBER_2")).isEqualTo("102");
    assertThat(file.get("SIP_URI_2")).isEqualTo("102");
    assertThat(file.get("SIP_AUTHID_2")).isEqualTo("auth102");
    assertThat(file.get("SIP_PASS_2")).isEqualTo("fake-sip-pass-2");
    assertThat(file.get("DISPLAY_NAME_2")).isEqualTo("Alice Example");
    for (String server : List.of("SIP_RGSTR", "SIP_PRXY", "SIP_PRSNC")) {
      assertThat(file.get(server + "_ADDR_2")).isEqualTo("sip.acme.example");
      assertThat(file.get(server + "_PORT_2")).isEqualTo("5061");
    }
    assertThat(file.get("SIP_SVCDOMAIN_2")).isEqualTo("sip.acme.example");
    assertThat(file.get("SIP_OUTPROXY_ADDR_2")).isEmpty();
    assertThat(file.get("SIP_TRANSPORT_2")).isEqualTo("2");
    assertThat(file.get("SIP_TLS_MODE_2")).isEqualTo("1");
    assertThat(file.get("SIP_DNSSRV_ENA_2")).isEqualTo("N");
    assertThat(file.get("REG_EXPIRE_TIME_2")).isEqualTo("3600");
    assertThat(file.get("VM_NUMBER_2")).isEqualTo("*97");
    assertThat(file.get("VM_SUBSCRIBE_ENABLE")).isEqualTo("Y");
    assertThat(file.has("LINE_ENABLE_2")).isFalse();
    assertThat(file.has("PHONE_NUMBER_7")).isFalse();
  }

  @Test
  void line_ofEachFamily_isSaidInItsWords() {
    PhoneFile ut = phone("KX-UT123").with(line(1)).file();
    assertThat(ut.get("LINE_ENABLE_1")).isEqualTo("Enabled");
    assertThat(ut.get("PROFILE_ENABLE_1")).isEqualTo("Enabled");
    assertThat(ut.has("SIP_TLS_MODE_1")).isFalse();
    PhoneFile tgp = phone("KX-TGP500").with(line(1)).file();
    assertThat(tgp.get("LINE_ID_1")).isEqualTo("Desk 1");
    assertThat(tgp.get("LINE_ID_8")).isEmpty();
    assertThat(tgp.has("SIP_URI_1")).isFalse();
    PhoneFile utg = phone("KX-UTG200").with(line(1)).file();
    assertThat(utg.get("Device/Lines/Line.1/Sip/LINE_ENABLE")).isEqualTo("Yes");
    assertThat(utg.get("Device/Lines/Line.1/Sip/SIP_PASS")).isEqualTo("fake-sip-pass-1");
    assertThat(utg.get("Device/Lines/Line.1/CallCtrl/DISPLAY_NAME")).isEqualTo("Alice Example");
    assertThat(utg.get("Device/Lines/Line.1/CallCtrl/VM_NUMBER")).isEqualTo("*97");
  }

  @ParameterizedTest
  @CsvSource({"UDP, 5060, 0, 0, N", "TCP, 5062, 1, 0, N", "TLS, 5061, 2, 1, N", "DNS, 0, 0, 0, Y"})
  void transport_isThatOfTheServerThatIsAsked(
      Transport transport, int port, String number, String mode, String looked) {
    Registrar proxy = new Registrar("sbc.acme.example", port, transport);
    PhoneFile file = phone("KX-HDV130").with(behind(line(1), proxy)).file();
    assertThat(file.get("SIP_TRANSPORT_1")).isEqualTo(number);
    assertThat(file.get("SIP_TLS_MODE_1")).isEqualTo(mode);
    assertThat(file.get("SIP_DNSSRV_ENA_1")).isEqualTo(looked);
    assertThat(file.get("SIP_OUTPROXY_ADDR_1")).isEqualTo("sbc.acme.example");
    assertThat(file.get("SIP_OUTPROXY_PORT_1")).isEqualTo(port == 0 ? "5060" : "" + port);
    assertThat(file.get("SIP_RGSTR_PORT_1")).isEqualTo("5061");
  }

  @Test
  void line_withoutVoicemail_asksForNoMessages() {
    PhoneFile file = phone("KX-UT123").with(bare("101", "101", "sip.acme.example")).file();
    assertThat(file.get("VM_NUMBER_1")).isEmpty();
    assertThat(file.get("VM_SUBSCRIBE_ENABLE")).isEqualTo("N");
  }

  @Test
  void line_beyondTheModel_isRefused() {
    refused(() -> phone("KX-UT123").with(line(3)).bytes(), "device", "lines[0].number")
        .hasMessageContaining("1 to 2 on a KX-UT123");
    refused(() -> phone("KX-UTG200").with(line(5)).bytes(), "device", "lines[0].number");
  }

  @Test
  void handset_ofABase_isALineOfItsOwn() {
    PhoneFile file = phone("KX-UDS124").with(line(1), line(255)).file();
    assertThat(file.get("SIP_RGSTR_ADDR")).isEqualTo("sip.acme.example");
    assertThat(file.get("SIP_PRXY_ADDR")).isEqualTo("sip.acme.example");
    assertThat(file.get("LINE_ENABLE_PS255_1")).isEqualTo("Enabled");
    assertThat(file.get("SIP_URI_PS255_1")).isEqualTo("sip:10255@sip.acme.example");
    assertThat(file.get("SIP_PASS_PS255_1")).isEqualTo("fake-sip-pass-255");
    assertThat(file.get("DISPLAY_NAME_PS1_1")).isEqualTo("Alice Example");
    assertThat(file.get("SIP_URI_PS2_1")).isEmpty();
    assertThat(file.get("SIP_PASS_PS2_1")).isEmpty();
    assertThat(file.has("PHONE_NUMBER_1")).isFalse();
    assertThat(file.get("CFG_SYSTEM_FILE_PATH")).isEmpty();
  }

  @Test
  void handsets_withServersOfTheirOwn_areRefused() {
    Line other = bare("102", "102", "other.example");
    Line second =
        new Line(
            2,
            "",
            "",
            "102",
            "102",
            other.password(),
            other.registrar(),
            Optional.empty(),
            60,
            Optional.empty());
    refused(() -> phone("KX-UDS124").with(line(1), second).bytes(), "device", "lines[1].registrar");
  }

  @Test
  void handset_whatNoNameIsKnownFor_isRemarkedUpon() {
    Registrar proxy = new Registrar("sbc.acme.example", 5060, Transport.UDP);
    assertThat(remarks(phone("KX-UDS124").with(behind(line(1), proxy))))
        .contains(
            "lines[0].authUser",
            "lines[0].registrar",
            "lines[0].outboundProxy",
            "lines[0].voicemail",
            "lines[0].label");
    assertThat(remarks(phone("KX-UDS124").with(bare("101", "101", "sip.acme.example"))))
        .noneMatch(what -> what.startsWith("lines["));
  }

  @Test
  void label_whereNoKeyShowsIt_isRemarkedUpon() {
    for (String model : List.of("KX-UT123", "KX-HDV130", "KX-TGP600", "KX-UTG200")) {
      assertThat(remarks(phone(model).with(line(1)))).contains("lines[0].label");
    }
    for (String model : List.of("KX-UT136", "KX-HDV230", "KX-TGP500")) {
      assertThat(remarks(phone(model).with(line(1)))).doesNotContain("lines[0].label");
    }
  }

  @Test
  void keys_onKxUt_areSaidInItsWords() {
    PhoneFile file =
        phone("KX-UT136")
            .with(line(1), line(2))
            .with(
                key(3, LineKey.Type.BLF, "103", "Bob"),
                key(4, LineKey.Type.SPEED_DIAL, "104", "Door"),
                new LineKey(5, LineKey.Type.LINE, "", "", Optional.of(2)),
                key(6, LineKey.Type.NONE, "", ""))
            .file();
    assertKey(file, "FLEX", 1, "DN", "1,1", "Desk 1");
    assertKey(file, "FLEX", 2, "DN", "2,2", "Desk 2");
    assertKey(file, "FLEX", 3, "CONTACT", "103", "Bob");
    assertKey(file, "FLEX", 4, "ONETOUCH", "104", "Door");
    assertKey(file, "FLEX", 5, "DN", "2,2", "Desk 2");
    assertKey(file, "FLEX", 6, "", "", "");
    assertKey(file, "FLEX", 24, "", "", "");
    assertThat(file.has("FLEX_BUTTON_FACILITY_ACT25")).isFalse();
    assertThat(file.names()).noneMatch(name -> name.contains("QUICK_DIAL"));
  }

  @Test
  void keys_onKxHdv_areSaidInBothWaysOfTheSources() {
    PhoneFile file =
        phone("KX-HDV230")
            .with(line(1))
            .with(
                key(2, LineKey.Type.BLF, "102", "Bob"),
                key(3, LineKey.Type.SPEED_DIAL, "103", "Door"),
                key(25, LineKey.Type.BLF, "125", "Far"),
                key(64, LineKey.Type.SPEED_DIAL, "164", "Last"))
            .file();
    assertKey(file, "FLEX", 1, "LINE", "1", "Desk 1");
    assertKey(file, "FLEX", 2, "BLF", "102", "Bob");
    assertKey(file, "FLEX", 3, "ONETOUCH", "103", "Door");
    assertThat(file.get("FLEX_BUTTON_QUICK_DIAL2")).isEmpty();
    assertThat(file.get("FLEX_BUTTON_QUICK_DIAL3")).isEqualTo("103");
    assertKey(file, "DSS", 1, "BLF", "125", "Far");
    assertKey(file, "DSS", 40, "ONETOUCH", "164", "Last");
    assertThat(file.get("DSS_BUTTON_QUICK_DIAL40")).isEqualTo("164");
    assertKey(file, "DSS", 2, "", "", "");
  }

  private static void assertKey(
      PhoneFile file, String kind, int number, String action, String argument, String label) {
    String name = kind + "_BUTTON_";
    assertThat(file.get(name + "FACILITY_ACT" + number))
        .isEqualTo(action.isEmpty() ? "" : "X_PANASONIC_IPTEL_" + action);
    assertThat(file.get(name + "FACILITY_ARG" + number)).isEqualTo(argument);
    assertThat(file.get(name + "LABEL" + number)).isEqualTo(label);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "LINE", "SPEED_DIAL", "BLF"})
  void key_ofAnyOtherType_isRefused(LineKey.Type type) {
    refused(() -> phone("KX-HDV230").with(key(1, type, "1", "")).bytes(), "device", "keys[0].type");
  }

  @Test
  void key_thatThePhoneHasNot_isRefused() {
    LineKey far = key(65, LineKey.Type.BLF, "1", "");
    refused(() -> phone("KX-HDV230").with(far).bytes(), "device", "keys[0].position")
        .hasMessageContaining("1 to 64 on a KX-HDV230");
    LineKey first = key(1, LineKey.Type.BLF, "1", "");
    for (String model : List.of("KX-UT123", "KX-TGP500", "KX-UDS124", "KX-UTG200")) {
      refused(() -> phone(model).with(first).bytes(), "device", "keys[0].position");
    }
    LineKey line = new LineKey(1, LineKey.Type.LINE, "", "", Optional.of(7));
    refused(() -> phone("KX-HDV230").with(line).bytes(), "device", "keys[0].line");
  }

  private static List<String> remarks(Samples phone) {
    return Samples.BRAND.renderer().remarks(phone.rendering()).stream().map(Remark::what).toList();
  }

  private static Line bare(String user, String auth, String host) {
    Line with = line(1);
    return new Line(
        1,
        "",
        "",
        user,
        auth,
        with.password(),
        new Registrar(host, 5060, Transport.UDP),
        Optional.empty(),
        60,
        Optional.empty());
  }
}
