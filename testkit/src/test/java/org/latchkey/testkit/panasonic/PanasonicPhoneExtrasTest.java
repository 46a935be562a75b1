package org.latchkey.testkit.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.panasonic.Provisioner.MAC;
import static org.latchkey.testkit.panasonic.Provisioner.PCC_LINE;
import static org.latchkey.testkit.panasonic.Provisioner.asked;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

/** User-Agent, firmware, lines. */
class PanasonicPhoneExtrasTest {
  private final Provisioner provisioner = new Provisioner();
  private final List<Duration> waits = new ArrayList<>();
  private final PanasonicPhone phone = PanasonicPhone.builder(MAC).waiter(waits::add).build();

  PanasonicPhoneExtrasTest() throws IOException {
    phone.offer(Source.OPTION_66, provisioner.url("x.cfg"));
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private Round load(String... lines) {
    provisioner.file("x.cfg", lines);
    return phone.boot();
  }

  private String lastAgent() {
    var requests = provisioner.requests();
    return requests.get(requests.size() - 1).header("User-Agent").orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "UT123, Panasonic_KX-UT123/01.133 (bcc342aabbcc)",
    "UT136, Panasonic_KX-UT136/01.133 (bcc342aabbcc)",
    "HDV230, Panasonic_KX-HDV230/01.103 (bcc342aabbcc)",
    "HDV330, Panasonic_KX-HDV330/01.103 (bcc342aabbcc)",
    "TGP500, Panasonic_KX-TGP500B04/22.90 (bcc342aabbcc)",
    "TGP600, Panasonic_KX-TGP600RU/01.061 (bcc342aabbcc)",
    "UDS124, Panasonic_KX-UDS124/01.000 (bcc342aabbcc)",
    "UTG200, Panasonic_KX-UTG200B/03.210 (bcc342aabbcc)",
    "UTG300, Panasonic_KX-UTG300B/03.210 (bcc342aabbcc)"
  })
  void userAgent_factory_modelVersionMac(Kind kind, String agent) {
    assertThat(PanasonicPhone.builder(MAC).kind(kind).build().userAgent()).hasValue(agent);
  }

  @Test
  void userAgent_served_usedFromNextRequest() {
    load("HTTP_USER_AGENT=\"Acme {MODEL} {MAC} {nope}\"");
    assertThat(lastAgent()).startsWith("Panasonic_");
    phone.boot();
    assertThat(lastAgent()).isEqualTo("Acme KX-HDV230 BCC342AABBCC {nope}");
    phone.factoryReset();
    assertThat(phone.userAgent()).hasValue("Panasonic_KX-HDV230/01.103 (" + MAC + ")");
  }

  @Test
  void userAgent_cleared_lineLeftOut() {
    load("HTTP_USER_AGENT=\"\"");
    phone.boot();
    assertThat(lastAgent()).isEqualTo("none");
    assertThat(phone.userAgent()).isEmpty();
  }

  @Test
  void userAgent_strayBrace_untilServedOrReset() {
    PanasonicPhone stray =
        PanasonicPhone.builder(MAC)
            .kind(Kind.UT123)
            .userAgent(PanasonicPhoneBuilder.STRAY_USER_AGENT)
            .build();
    stray.offer(Source.OPTION_66, provisioner.url("x.cfg"));
    provisioner.file("x.cfg", "HTTP_USER_AGENT=\"Panasonic_{MODEL}/{fwver} ({mac})\"");
    stray.boot();
    assertThat(lastAgent()).isEqualTo("Panasonic_KX-UT123/{/01.133 (" + MAC + ")");
    stray.boot();
    assertThat(lastAgent()).isEqualTo("Panasonic_KX-UT123/01.133 (" + MAC + ")");
  }

  private String[] firmware(String enable, String version) {
    return new String[] {
      "FIRM_UPGRADE_ENABLE=\"" + enable + "\"",
      "FIRM_VERSION=\"" + version + "\"",
      "FIRM_FILE_PATH=\"" + provisioner.url("HDV-{fwver}.fw") + "\""
    };
  }

  @Test
  void boot_otherFirmwareWanted_loadedAfterFilesThenRestart() {
    provisioner.files.put("HDV-01.103.fw", "image");

    Round round = load(firmware("Y", "02.000"));

    assertThat(asked(round)).containsExactly("x.cfg", "HDV-01.103.fw", "x.cfg");
    assertThat(phone.firmware()).isEqualTo("02.000");
    assertThat(lastAgent()).contains("/02.000 ");
    assertThat(waits).containsExactly(Duration.ofMinutes(3));
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(asked(phone.boot())).containsExactly("x.cfg");
  }

  @ParameterizedTest
  @CsvSource({"N, 02.000", "'', 02.000", "Y, 01.103", "Y, ''"})
  void boot_firmwareNotAllowedOrSame_notAsked(String enable, String version) {
    assertThat(asked(load(firmware(enable, version)))).containsExactly("x.cfg");
  }

  @Test
  void boot_firmwareMissing_oldOneStays() {
    Round round = load(firmware("Y", "02.000"));
    assertThat(round.trace()).containsExactly("x.cfg 200", "HDV-01.103.fw 404");
    assertThat(phone.firmware()).isEqualTo("01.103");
    assertThat(round.nextWakeUp()).hasValue(Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIRM_VER_USDECT", "FIRM_VER_EUDECT"})
  void boot_tgp500_ownNamesForVersion(String name) {
    PanasonicPhone base = PanasonicPhone.builder(MAC).kind(Kind.TGP500).build();
    String[] lines = {
      PCC_LINE,
      "FIRM_UPGRADE_ENABLE=\"Y\"",
      "FIRM_VERSION=\"99.99\"",
      name + "=\"23.00\"",
      "FIRM_FILE_PATH=\"" + provisioner.url("t.fw") + "\"",
      "",
      ""
    };
    provisioner.files.put("x.cfg", String.join("\r\n", lines));
    provisioner.files.put("t.fw", "image");
    base.offer(Source.OPTION_66, provisioner.url("x.cfg"));
    base.boot();
    assertThat(base.firmware()).isEqualTo("23.00");
  }

  @Test
  void boot_flashTime_waited() {
    PanasonicPhone slow =
        PanasonicPhone.builder(MAC).waiter(waits::add).flashTime(Duration.ofMinutes(9)).build();
    slow.offer(Source.OPTION_66, provisioner.url("x.cfg"));
    provisioner.files.put("HDV-01.103.fw", "image");
    provisioner.file("x.cfg", firmware("Y", "02.000"));
    assertThat(slow.boot().waited()).isEqualTo(Duration.ofMinutes(9));
  }

  @Test
  void sipUsers_numbersAndUris_ofLinesThatAreOn() {
    load(
        "PHONE_NUMBER_1=\"100\"",
        "SIP_URI_2=\"alice\"",
        "PHONE_NUMBER_3=\"300\"",
        "SIP_URI_3=\"sip:bob@example.org\"",
        "PHONE_NUMBER_4=\"400\"",
        "LINE_ENABLE_4=\"Disabled\"",
        "PHONE_NUMBER_5=\"500\"",
        "PROFILE_ENABLE_5=\"Disabled\"",
        "PHONE_NUMBER_6=\"600\"",
        "LINE_ENABLE_6=\"Enabled\"",
        "PHONE_NUMBER_7=\"\"");
    assertThat(phone.sipUsers()).containsExactly("100", "alice", "bob", "600");
  }

  @Test
  void sipUsers_uds_handsetsAndLines() {
    load("PHONE_NUMBER_PS1_1=\"100\"", "PHONE_NUMBER_PS255_2=\"200\"");
    assertThat(phone.sipUsers()).containsExactly("100", "200");
  }

  @ParameterizedTest
  @CsvSource({"HDV230, 01.103", "KX-HDV 230, 01.103", "KX-HDV230, 1", "KX-HDV230, x.y"})
  void model_otherForm_refused(String token, String version) {
    PanasonicPhoneBuilder builder = PanasonicPhone.builder(MAC);
    assertThatThrownBy(() -> builder.model(token, version))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void builder_badValues_refused() {
    PanasonicPhoneBuilder builder = PanasonicPhone.builder(MAC);
    assertThatThrownBy(() -> builder.flashTime(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.userAgent("a\r\nb"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toString_phone_macModelFirmware() {
    assertThat(phone.toString()).isEqualTo(MAC + " (KX-HDV230 01.103)");
    assertThat(phone.mac()).isEqualTo(MAC);
  }
}
