package org.latchkey.testkit.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.yealink.Provisioner.MAC;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

class YealinkPhoneFaultTest {
  private final Provisioner provisioner = new Provisioner();
  private final List<Duration> waits = new ArrayList<>();
  private final YealinkPhone phone =
      YealinkPhone.builder(MAC)
          .waiter(waits::add)
          .timeouts(Duration.ofSeconds(5), Duration.ofMillis(300))
          .build();

  YealinkPhoneFaultTest() throws IOException {
    provisioner.file("y000000000066.cfg", "a = 1").file(MAC + ".cfg", "b = 1");
    phone.enterManually(provisioner.url());
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private void nothingIsKeptAndNextBootWorks() {
    assertThat(phone.config("a")).isEmpty();
    assertThat(phone.config("b")).isEmpty();
    assertThat(phone.storedUrl()).isPresent();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.config("a")).hasValue("1");
    assertThat(phone.config("b")).hasValue("1");
  }

  @Test
  void boot_powerCutBefore_requestNotSent() {
    Round round = phone.boot(new Fault.PowerCutBefore(4));

    assertThat(round.outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(round.exchanges()).hasSize(3);
    assertThat(provisioner.requests()).hasSize(3);
    nothingIsKeptAndNextBootWorks();
  }

  @Test
  void boot_powerCutAfterSending_serverAnsweredInVain() {
    Round round = phone.boot(new Fault.PowerCutAfterSending(4));

    assertThat(round.outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(round.trace()).endsWith(MAC + ".cfg 0");
    assertThat(provisioner.requests()).hasSize(4);
    nothingIsKeptAndNextBootWorks();
  }

  @Test
  void boot_powerCutAfterSendingToSilentServer_stillPowerCut() {
    provisioner.next(MAC + ".cfg", ScriptedServer.silence());

    assertThat(phone.boot(new Fault.PowerCutAfterSending(4)).outcome())
        .isEqualTo(Outcome.POWER_CUT);
    nothingIsKeptAndNextBootWorks();
  }

  @Test
  void boot_powerCutInBody_halfRead() {
    Round round = phone.boot(new Fault.PowerCutInBody(4));

    long whole = provisioner.files.getOrDefault(MAC + ".cfg", "").length();
    assertThat(round.outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(round.exchanges().get(3).bytes()).isEqualTo(whole / 2);
    nothingIsKeptAndNextBootWorks();
  }

  @Test
  void boot_powerCutAfterLastAnswer_configLost() {
    Round round = phone.boot(new Fault.PowerCutAfterAnswer(4));

    assertThat(round.outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(round.trace()).endsWith(MAC + ".cfg 200");
    assertThat(round.applied()).isEmpty();
    nothingIsKeptAndNextBootWorks();
  }

  @Test
  void boot_powerCutBeforeFirstApplyStep_nothingKept() {
    assertThat(phone.boot(new Fault.PowerCutInApply(0)).outcome()).isEqualTo(Outcome.POWER_CUT);
    nothingIsKeptAndNextBootWorks();
  }

  @Test
  void boot_powerCutBetweenApplySteps_restAppliedNextTime() {
    phone.boot(new Fault.PowerCutInApply(3)); // device file's settings kept, not its checksum

    assertThat(phone.config("a")).hasValue("1");
    assertThat(phone.config("b")).hasValue("1");
    assertThat(phone.boot().applied()).containsExactly(MAC + ".cfg");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_answerLost_repeatedLikeAfterTimeout() {
    Round round = phone.boot(new Fault.AnswerLost(4));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace()).endsWith(MAC + ".cfg 0", MAC + ".cfg 200");
    assertThat(waits).containsExactly(Duration.ofSeconds(5));
    assertThat(provisioner.requests()).hasSize(5);
  }

  @Test
  void boot_serverSilent_repeatedAfterTimeout() {
    provisioner.next(MAC + ".cfg", ScriptedServer.silence());

    assertThat(phone.boot().trace()).endsWith(MAC + ".cfg 0", MAC + ".cfg 200");
  }

  @Test
  void boot_addressChange_fromThatRequestOn() throws Exception {
    phone.boot(new Fault.AddressChange(3, InetAddress.getByName("127.0.0.9")));

    assertThat(provisioner.requests())
        .extracting(Request::from)
        .containsExactly("127.0.0.1", "127.0.0.1", "127.0.0.9", "127.0.0.9");
  }

  @Test
  void boot_firmwareReboot_roundBeginsAgain() {
    Round round = phone.boot(new Fault.FirmwareReboot(4));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.exchanges())
        .extracting(Exchange::file)
        .containsExactly(
            MAC + ".boot",
            "y000000000000.boot",
            "y000000000066.cfg",
            MAC + ".cfg",
            MAC + ".boot",
            "y000000000000.boot",
            "y000000000066.cfg",
            MAC + ".cfg");
  }

  @Test
  void answerPrompt_powerCut_promptGoneCredentialKept() {
    provisioner.user("global", "once");
    phone.boot();

    Round round = phone.answerPrompt("global", "once", new Fault.PowerCutBefore(2));

    assertThat(round.outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(phone.prompt()).isEqualTo(Prompt.NONE);
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_manyFaults_eachStrikesOnce() {
    Round round =
        phone.boot(new Fault.AnswerLost(1), new Fault.FirmwareReboot(3), new Fault.AnswerLost(7));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(waits).hasSize(2);
  }
}
