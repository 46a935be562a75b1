package org.latchkey.testkit.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.cisco.Provisioner.MAC;
import static org.latchkey.testkit.cisco.Provisioner.OWN;
import static org.latchkey.testkit.cisco.Provisioner.element;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer.Request;

/** Every fault, at a phone on its first day. */
class CiscoPhoneFaultTest {
  private final Provisioner provisioner =
      new Provisioner().user("global", "once").unique("/cfg", "unique", "own");
  private final CiscoPhone phone = CiscoPhone.builder(MAC).build();

  CiscoPhoneFaultTest() throws IOException {
    provisioner.files.put(OWN, provisioner.files.get("/cfg"));
    phone.enterManually(provisioner.url("/cfg"), "global", "once");
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private static List<String> users(Round round) {
    return round.exchanges().stream().flatMap(e -> e.user().stream()).toList();
  }

  /** The profile comes with request 2. */
  static List<Fault> cuts() {
    return List.of(
        new Fault.PowerCutBefore(1),
        new Fault.PowerCutBefore(2),
        new Fault.PowerCutAfterSending(2),
        new Fault.PowerCutInBody(2),
        new Fault.PowerCutAfterAnswer(2),
        new Fault.PowerCutInApply(0));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void boot_powerCutBeforeStored_oldCredentialAndNextBootWorks(Fault cut) {
    Round round = phone.boot(cut);

    assertThat(round.outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(round.nextWakeUp()).isEmpty();
    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(phone.sipUsers()).isEmpty();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void boot_powerCutAfterStored_newCredentialNextTime() {
    Round round = phone.boot(new Fault.PowerCutBefore(3));

    assertThat(round.outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(round.exchanges()).hasSize(2);
    assertThat(users(phone.boot())).containsExactly("unique");
  }

  @Test
  void boot_powerCutBetweenTwoProfiles_firstIsStored() {
    provisioner.file("/b", element("Station_Name", "b")).open.add("/b");
    phone.changeAtPhone(Map.of("Profile_Rule_B", provisioner.url("/b")));

    assertThat(phone.boot(new Fault.PowerCutInApply(1)).outcome()).isEqualTo(Outcome.POWER_CUT);

    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(phone.config("Station_Name")).isEmpty();
    phone.boot();
    assertThat(phone.config("Station_Name")).contains("b");
  }

  @Test
  void boot_answerLost_failureCAndWholePassAgain() {
    Round round = phone.boot(new Fault.AnswerLost(2));

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.trace()).containsExactly("cfg 401", "cfg 0");
    assertThat(round.nextWakeUp()).contains(Duration.ofSeconds(60));
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_answerLostInTheWalk_nextAddress() {
    phone.factoryReset();
    phone.dhcp(66, provisioner.url("/cfg"));
    phone.enterAccount("global", "once");

    Round round = phone.boot(new Fault.AnswerLost(1));

    assertThat(round.trace()).startsWith("cfg 0", "8851-3PCC.xml 401", "8851-3PCC.xml 404");
  }

  @Test
  void boot_addressChange_fromThatRequestOn() throws Exception {
    phone.boot(new Fault.AddressChange(2, InetAddress.getByName("127.0.0.9")));

    assertThat(provisioner.requests())
        .extracting(Request::from)
        .containsExactly("127.0.0.1", "127.0.0.9", "127.0.0.9", "127.0.0.9");
  }

  @Test
  void boot_firmwareReboot_whatWasReadIsLost() {
    Round round = phone.boot(new Fault.FirmwareReboot(2));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(users(round)).containsExactly("global", "global", "unique");
    assertThat(round.notes()).contains("restart: restarts after answer 2");
  }

  @Test
  void report_firmwareReboot_bootsAnew() {
    provisioner.open.add("/up");
    phone.changeAtPhone(Map.of("Report_Rule", provisioner.url("/up")));

    Round round = phone.report(new Fault.FirmwareReboot(1));

    assertThat(round.trace()).startsWith("up 200", "cfg 401", "cfg 200");
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_powerCutInPrompt_screenIsGone() {
    phone.factoryReset();
    phone.enterManually(provisioner.url("/cfg"));
    phone.boot();

    assertThat(phone.boot(new Fault.PowerCutBefore(1)).outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(phone.asksForAccount()).isFalse();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.PROMPT);
  }

  @Test
  void answerPrompt_powerCut_accountIsStored() {
    phone.factoryReset();
    phone.enterManually(provisioner.url("/cfg"));
    phone.boot();

    phone.answerPrompt("global", "once", new Fault.PowerCutBefore(1));

    assertThat(phone.boot().exchanges()).filteredOn(Exchange::authenticated).hasSize(2);
  }

  @Test
  void moveTo_laterRequests_fromThere() throws Exception {
    phone.moveTo(InetAddress.getByName("127.0.0.8"));

    phone.boot();

    assertThat(provisioner.requests()).extracting(Request::from).containsOnly("127.0.0.8");
  }
}
