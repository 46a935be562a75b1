package org.latchkey.testkit.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.panasonic.Provisioner.MAC;
import static org.latchkey.testkit.panasonic.Provisioner.OWN;
import static org.latchkey.testkit.panasonic.Provisioner.path;
import static org.latchkey.testkit.panasonic.Provisioner.seen;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

class PanasonicPhoneFaultTest {
  private static final String MODEL_FILE = "KX-HDV230.cfg";

  private final Provisioner provisioner = new Provisioner().user("global", "once").user(MAC, "own");
  private final List<Duration> waits = new ArrayList<>();
  private final PanasonicPhone phone =
      PanasonicPhone.builder(MAC)
          .waiter(waits::add)
          .timeouts(Duration.ofSeconds(5), Duration.ofMillis(300))
          .build();

  /** The bootstrap file is asked by requests 1 and 2, the own one by 3 and 4. */
  PanasonicPhoneFaultTest() throws IOException {
    String own = path(ConfigUrl.STANDARD, provisioner.url(MAC, "own", "Config{MAC}.cfg"));
    provisioner.file(MODEL_FILE, own, "A=\"1\"").file(OWN, own, "B=\"1\"");
    assertThat(phone.redirect(provisioner.url(""), "global", "once")).isTrue();
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private void nextBootWorks() {
    assertThat(phone.boot().outcome()).isIn(Outcome.APPLIED, Outcome.UNCHANGED);
    assertThat(phone.config("B")).hasValue("1");
    assertThat(phone.holds(MAC, "own")).isTrue();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  static List<Fault> cutsBeforeTheFirstFileIsWritten() {
    return List.of(
        new Fault.PowerCutBefore(1),
        new Fault.PowerCutBefore(2),
        new Fault.PowerCutAfterSending(2),
        new Fault.PowerCutInBody(2),
        new Fault.PowerCutAfterAnswer(2),
        new Fault.PowerCutInApply(0));
  }

  @ParameterizedTest
  @MethodSource("cutsBeforeTheFirstFileIsWritten")
  void boot_powerCutInFirstFile_nothingKept(Fault cut) {
    Round round = phone.boot(cut);

    assertThat(round.outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(round.nextWakeUp()).isEmpty();
    assertThat(round.applied()).isEmpty();
    assertThat(phone.config("A")).isEmpty();
    assertThat(phone.holds("global", "once")).isTrue();
    nextBootWorks();
    assertThat(phone.config("A")).hasValue("1");
  }

  static List<Fault> cutsInTheSecondFile() {
    return List.of(
        new Fault.PowerCutBefore(3),
        new Fault.PowerCutAfterSending(4),
        new Fault.PowerCutInBody(4),
        new Fault.PowerCutAfterAnswer(4),
        new Fault.PowerCutInApply(1));
  }

  @ParameterizedTest
  @MethodSource("cutsInTheSecondFile")
  void boot_powerCutInSecondFile_firstKept(Fault cut) {
    Round round = phone.boot(cut);

    assertThat(round.outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(round.applied()).containsExactly(MODEL_FILE);
    assertThat(phone.config("A")).hasValue("1");
    assertThat(phone.config("B")).isEmpty();
    assertThat(phone.holds(MAC, "own")).isTrue();
    nextBootWorks();
  }

  @Test
  void boot_powerCutBefore_requestNotSent() {
    phone.boot(new Fault.PowerCutBefore(4));
    assertThat(provisioner.requests()).hasSize(3);
  }

  @Test
  void boot_powerCutAfterSending_serverAnsweredInVain() {
    assertThat(phone.boot(new Fault.PowerCutAfterSending(4)).trace()).endsWith(OWN + " 0");
    assertThat(provisioner.requests()).hasSize(4);
  }

  @Test
  void boot_powerCutInBody_halfRead() {
    Round round = phone.boot(new Fault.PowerCutInBody(4));
    long whole = provisioner.files.getOrDefault(OWN, "").length();
    assertThat(round.exchanges().get(3).bytes()).isEqualTo(whole / 2);
  }

  @Test
  void boot_powerCutAfterAnswer_exchangeWhole() {
    assertThat(phone.boot(new Fault.PowerCutAfterAnswer(4)).trace()).endsWith(OWN + " 200");
  }

  @Test
  void boot_powerCutAfterAllSteps_doesNotStrike() {
    assertThat(phone.boot(new Fault.PowerCutInApply(2)).outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_answerLost_failedDownloadAndRetryLater() {
    Round round = phone.boot(new Fault.AnswerLost(2));

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(seen(round)).containsExactly(MODEL_FILE + " 401", MODEL_FILE + " 0 global");
    assertThat(round.nextWakeUp()).hasValue(Duration.ofMinutes(30));
    assertThat(waits).isEmpty();
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.APPLIED);
    nextBootWorks();
  }

  @Test
  void boot_answerOfSecondFileLost_firstKeptRestLater() {
    Round round = phone.boot(new Fault.AnswerLost(4));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.failed()).containsExactly(OWN);
    assertThat(round.nextWakeUp()).hasValue(Duration.ofMinutes(30));
    assertThat(phone.resync().applied()).containsExactly(OWN);
    assertThat(phone.nextWakeUp()).isEmpty();
  }

  @Test
  void boot_serverSilent_failedAfterTimeout() {
    provisioner.next(MODEL_FILE, ScriptedServer.silence());
    Round round = phone.boot();
    assertThat(seen(round)).containsExactly(MODEL_FILE + " 0");
    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void boot_serverHangsUp_failed() {
    provisioner.next(MODEL_FILE, ScriptedServer.hangUp());
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void boot_firmwareReboot_beginsAgainWithWhatWasWritten() {
    Round round = phone.boot(new Fault.FirmwareReboot(4));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    // the own file was lost, the first was not: flat phones ask the redirect service no more
    assertThat(seen(round))
        .containsExactly(
            MODEL_FILE + " 401",
            MODEL_FILE + " 200 global",
            OWN + " 401",
            OWN + " 200 " + MAC,
            OWN + " 401",
            OWN + " 200 " + MAC);
    nextBootWorks();
  }

  @Test
  void resync_firmwareReboot_bootstrapFollows() {
    phone.boot();
    phone.offer(Source.OPTION_66, provisioner.url("global", "once", ""));
    assertThat(seen(phone.resync(new Fault.FirmwareReboot(2))))
        .containsExactly(
            OWN + " 401",
            OWN + " 200 " + MAC,
            MODEL_FILE + " 401",
            MODEL_FILE + " 200 global",
            OWN + " 401",
            OWN + " 200 " + MAC);
  }

  @Test
  void boot_addressChange_fromThatRequestOnAndKept() throws Exception {
    phone.boot(new Fault.AddressChange(3, InetAddress.getByName("127.0.0.9")));
    phone.resync();
    assertThat(provisioner.requests())
        .extracting(Request::from)
        .containsExactly(
            "127.0.0.1", "127.0.0.1", "127.0.0.9", "127.0.0.9", "127.0.0.9", "127.0.0.9");
  }

  @Test
  void moveTo_otherAddress_connectsFromThere() throws Exception {
    phone.moveTo(InetAddress.getByName("127.0.0.8"));
    phone.boot();
    assertThat(provisioner.requests()).extracting(Request::from).containsOnly("127.0.0.8");
  }

  @Test
  void boot_manyFaults_eachStrikesOnce() {
    Round round =
        phone.boot(
            new Fault.FirmwareReboot(1), new Fault.AnswerLost(5), new Fault.FirmwareReboot(3));
    assertThat(round.exchanges()).hasSize(5);
    assertThat(round.notes()).hasSize(2);
  }

  @Test
  void boot_restartsForEver_givesUp() {
    Fault[] faults = new Fault[6];
    for (int i = 0; i < faults.length; i++) {
      faults[i] = new Fault.FirmwareReboot(i + 1);
    }
    Round round = phone.boot(faults);
    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.exchanges()).hasSize(6);
    assertThat(round.nextWakeUp()).hasValue(Duration.ofMinutes(30));
  }
}
