package org.latchkey.testkit.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.polycom.Provisioner.MAC;
import static org.latchkey.testkit.polycom.Provisioner.OWN;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer.Request;

class PolycomPhoneFaultTest {
  private final Provisioner provisioner =
      new Provisioner().master(OWN).unique("unique", "own").user("global", "once");
  private final List<Duration> waits = new ArrayList<>();
  private final PolycomPhone phone = PolycomPhone.builder(MAC).waiter(waits::add).build();

  PolycomPhoneFaultTest() throws IOException {
    phone.enterManually(provisioner.url(), "global", "once");
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  /** The own file comes with request 8. */
  static List<Fault> cuts() {
    return List.of(
        new Fault.PowerCutBefore(8),
        new Fault.PowerCutAfterSending(8),
        new Fault.PowerCutInBody(8),
        new Fault.PowerCutAfterAnswer(8),
        new Fault.PowerCutAfterAnswer(26),
        new Fault.PowerCutInApply(0));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void boot_powerCutBeforeFlash_oldCredentialAndNextBootWorks(Fault cut) {
    assertThat(phone.boot(cut).outcome()).isEqualTo(Outcome.POWER_CUT);

    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(phone.registrations()).isEmpty();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(phone.registrations()).hasSize(1);
  }

  @Test
  void boot_powerCutBetweenFlashAndParameters_newCredentialNextTime() {
    assertThat(phone.boot(new Fault.PowerCutInApply(1)).outcome()).isEqualTo(Outcome.POWER_CUT);

    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(phone.registrations()).isEmpty();
    Round next = phone.boot();
    assertThat(next.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(next.exchanges())
        .filteredOn(Exchange::authenticated)
        .extracting(e -> e.user().orElse(""))
        .containsOnly("unique");
    assertThat(phone.registrations()).hasSize(1);
  }

  @Test
  void boot_powerCutAfterRestart_newCredentialNextTime() {
    Round cut = phone.boot(new Fault.PowerCutBefore(28)); // the first request with it

    assertThat(cut.outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(cut.exchanges()).hasSize(27);
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_answerLost_repeatedLikeAfterTimeout() {
    Round round = phone.boot(new Fault.AnswerLost(8));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace())
        .containsSubsequence(OWN + " 401", OWN + " 0", OWN + " 401", OWN + " 200");
    assertThat(waits).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void boot_addressChange_fromThatRequestOn() throws Exception {
    phone.boot(new Fault.AddressChange(3, InetAddress.getByName("127.0.0.9")));

    assertThat(provisioner.requests().subList(0, 4))
        .extracting(Request::from)
        .containsExactly("127.0.0.1", "127.0.0.1", "127.0.0.9", "127.0.0.9");
  }

  @Test
  void boot_firmwareReboot_whatWasReadIsLost() {
    Round round = phone.boot(new Fault.FirmwareReboot(8));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.exchanges())
        .filteredOn(e -> e.file().equals(OWN) && e.status() == 200)
        .extracting(e -> e.user().orElse(""))
        .containsExactly("global", "global", "unique");
  }

  @Test
  void boot_newFirmware_rebootsBeforeConfigsAreRead() {
    provisioner
        .master(OWN)
        .files
        .computeIfPresent(
            "000000000000.cfg", (n, text) -> text.replace("PATH=\"\"", "PATH=\"img/sip.ld\""));
    provisioner.files.put("3111-44500-001.sip.ld", "image 6.4.0.1000");

    Round round = phone.boot();

    assertThat(provisioner.requests())
        .extracting(Request::target)
        .contains("/cfg/img/3111-44500-001.sip.ld");
    assertThat(round.notes()).contains("restart: firmware 6.4.0.1000");
    assertThat(round.exchanges())
        .filteredOn(e -> e.file().equals(OWN) && e.status() == 200)
        .hasSize(2); // once with the old credential, once with the new one
    assertThat(round.exchanges())
        .filteredOn(e -> e.file().endsWith("-boot.log") && e.status() == 201)
        .extracting(e -> e.user().orElse(""))
        .containsExactly("global", "global", "unique");
    assertThat(phone.firmware()).isEqualTo("6.4.0.1000");
    assertThat(waits).containsExactly(Duration.ofMinutes(4));
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_sameOrUnreadableFirmware_notFlashed() {
    provisioner.files.computeIfPresent(
        "000000000000.cfg", (n, text) -> text.replace("APP_FILE_PATH=\"\"", ""));
    provisioner.files.put("3111-44500-001.sip.ld", "image 5.9.7.3480");
    assertThat(phone.boot().notes()).contains("firmware 5.9.7.3480 is running already");

    provisioner.files.put("3111-44500-001.sip.ld", "noise");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(phone.firmware()).isEqualTo("5.9.7.3480");
  }

  @Test
  void boot_noFirmwareNamed_askedOnlyIfBuiltSo() {
    phone.boot();
    assertThat(provisioner.requests()).noneMatch(r -> r.file().endsWith("sip.ld"));
    PolycomPhone asking = PolycomPhone.builder(MAC).asksUnnamedFirmware(true).build();
    asking.enterManually(provisioner.url(), "unique", "own");

    assertThat(asking.boot().trace()).contains("3111-44500-001.sip.ld 404");
  }

  @Test
  void moveTo_laterRequests_fromThere() throws Exception {
    phone.moveTo(InetAddress.getByName("127.0.0.8"));

    phone.putLog("x");

    assertThat(provisioner.requests()).extracting(Request::from).containsOnly("127.0.0.8");
  }
}
