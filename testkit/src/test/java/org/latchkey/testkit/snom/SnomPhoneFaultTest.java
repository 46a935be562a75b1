package org.latchkey.testkit.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.snom.Provisioner.MAC;
import static org.latchkey.testkit.snom.Provisioner.OWN;
import static org.latchkey.testkit.snom.Provisioner.TYPE;
import static org.latchkey.testkit.snom.Provisioner.setting;

import java.io.IOException;
import java.net.InetAddress;
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

class SnomPhoneFaultTest {
  private final Provisioner provisioner =
      new Provisioner()
          .unique("unique", "own", setting("firmware_status", "fw.xml"))
          .user("global", "once");
  private final SnomPhone phone = SnomPhone.builder(MAC).build();

  SnomPhoneFaultTest() throws IOException {
    phone.redirect(provisioner.url(), "global", "once");
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  /** The own file comes with request 4. */
  static List<Fault> cutsBefore() {
    return List.of(
        new Fault.PowerCutBefore(4),
        new Fault.PowerCutAfterSending(4),
        new Fault.PowerCutInBody(4),
        new Fault.PowerCutAfterAnswer(4),
        new Fault.PowerCutInApply(0));
  }

  /** The first request afterwards is 5. */
  static List<Fault> cutsAfter() {
    return List.of(
        new Fault.PowerCutBefore(5),
        new Fault.PowerCutAfterSending(5),
        new Fault.PowerCutInBody(5),
        new Fault.PowerCutAfterAnswer(5));
  }

  @ParameterizedTest
  @MethodSource("cutsBefore")
  void boot_powerCutBeforeFileIsWritten_redirectionAgainAndDone(Fault cut) {
    assertThat(phone.boot(cut).outcome()).isEqualTo(Outcome.POWER_CUT);

    assertThat(phone.config("http_client_user")).hasValue("global");
    assertThat(phone.sipUsers()).isEmpty();
    assertThat(phone.asksRedirect()).isTrue();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.holds("unique", "own")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("cutsAfter")
  void boot_powerCutAfterUseOfWhatIsNotInFlash_forgotten(Fault cut) throws IOException {
    SnomPhone late = SnomPhone.builder(MAC).writesFlashAtEnd(true).build();
    late.redirect(provisioner.url(), "global", "once");

    assertThat(late.boot(cut).outcome()).isEqualTo(Outcome.POWER_CUT);

    assertThat(late.holds("unique", "own")).isFalse();
    assertThat(late.sipUsers()).isEmpty();
    assertThat(late.asksRedirect()).isTrue();
    assertThat(late.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(late.holds("unique", "own")).isTrue();
    late.resync(new Fault.PowerCutBefore(1));
    assertThat(late.holds("unique", "own")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("cutsAfter")
  void boot_powerCutAfterFileIsWritten_newPairFromThenOn(Fault cut) {
    assertThat(phone.boot(cut).outcome()).isEqualTo(Outcome.POWER_CUT);

    assertThat(phone.holds("unique", "own")).isTrue();
    Round next = phone.boot();
    assertThat(next.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(next.exchanges())
        .filteredOn(Exchange::authenticated)
        .extracting(e -> e.user().orElse(""))
        .containsOnly("unique");
  }

  @Test
  void boot_appliesAtEndAndPowerCutBefore_oldPairStays() {
    SnomPhone late = SnomPhone.builder(MAC).appliesAtEnd(true).build();
    late.enterManually(provisioner.url(), "global", "once");

    late.boot(new Fault.PowerCutAfterAnswer(6));

    assertThat(late.holds("global", "once")).isTrue();
    assertThat(late.sipUsers()).isEmpty();
    assertThat(late.boot().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_powerCutBetweenTwoFiles_firstIsKept() {
    provisioner.desk(TYPE, setting("language", "Deutsch"));

    phone.boot(new Fault.PowerCutInApply(1));

    assertThat(phone.config("language")).hasValue("Deutsch");
    assertThat(phone.sipUsers()).isEmpty();
    Round next = phone.boot();
    assertThat(next.unchanged()).containsExactly(TYPE);
    assertThat(next.applied()).containsExactly(OWN);
  }

  @Test
  void boot_fileAsLastTime_takesNoStep() {
    phone.boot();

    assertThat(phone.boot(new Fault.PowerCutInApply(0)).outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_powerCut_reportsWhatWasChangedAndNoWakeUp() {
    Round round = phone.boot(new Fault.PowerCutBefore(5));

    assertThat(round.changedKeys()).contains("http_client_user", "user_name[1]");
    assertThat(round.nextWakeUp()).isEmpty();
  }

  @Test
  void boot_answerLost_askedAgainAfterPause() {
    Round round = phone.boot(new Fault.AnswerLost(4));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace())
        .containsSubsequence(OWN + " 401", OWN + " 0", OWN + " 401", OWN + " 200");
    assertThat(round.waited()).isPositive();
  }

  @Test
  void boot_answerLostWithoutTimer_nextCycleOnly() {
    SnomPhone old = SnomPhone.builder(MAC).generation(Generation.SNOM_7XX).build();
    provisioner.raw("snom710-" + MAC + ".htm", provisioner.files.get(OWN));
    old.redirect(provisioner.url(), "global", "once");

    assertThat(old.boot(new Fault.AnswerLost(4)).outcome()).isNotEqualTo(Outcome.UNCHANGED);
    assertThat(old.holds("global", "once")).isTrue();
    assertThat(old.resync().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(old.holds("unique", "own")).isTrue();
  }

  @Test
  void boot_firmwareReboot_beginsAgainWithWhatWasWritten() {
    Round before = phone.boot(new Fault.FirmwareReboot(4));

    assertThat(before.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(before.exchanges())
        .filteredOn(e -> e.file().equals(OWN) && e.status() == 200)
        .extracting(e -> e.user().orElse(""))
        .containsExactly("global", "global"); // what was read and not written is lost
    phone.factoryReset();
    Round after = phone.boot(new Fault.FirmwareReboot(5));
    assertThat(after.exchanges())
        .filteredOn(e -> e.file().equals(OWN) && e.status() == 200)
        .extracting(e -> e.user().orElse(""))
        .containsExactly("global", "unique");
  }

  @Test
  void boot_addressChange_fromThatRequestOnAndKept() throws Exception {
    phone.boot(new Fault.AddressChange(3, InetAddress.getByName("127.0.0.9")));
    phone.resync();

    assertThat(provisioner.requests().subList(0, 2))
        .extracting(Request::from)
        .containsOnly("127.0.0.1");
    assertThat(provisioner.requests().subList(2, 12))
        .extracting(Request::from)
        .containsOnly("127.0.0.9");
  }

  @Test
  void moveTo_laterRequests_fromThere() throws Exception {
    phone.moveTo(InetAddress.getByName("127.0.0.8"));

    phone.boot();

    assertThat(provisioner.requests()).extracting(Request::from).containsOnly("127.0.0.8");
  }
}
