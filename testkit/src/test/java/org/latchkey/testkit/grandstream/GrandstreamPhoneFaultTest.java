package org.latchkey.testkit.grandstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.grandstream.Provisioner.BINARY;
import static org.latchkey.testkit.grandstream.Provisioner.MAC;
import static org.latchkey.testkit.grandstream.Provisioner.OWN;

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

class GrandstreamPhoneFaultTest {
  private final Provisioner provisioner =
      new Provisioner().unique("unique", "own").user("global", "once");
  private final GrandstreamPhone phone =
      GrandstreamPhone.builder(MAC).kind(GrandstreamKind.HT802).build();

  GrandstreamPhoneFaultTest() throws IOException {
    phone.enterManually(provisioner.url(), "global", "once");
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  /** The configuration comes with request 3. */
  static List<Fault> cuts() {
    return List.of(
        new Fault.PowerCutBefore(3),
        new Fault.PowerCutAfterSending(3),
        new Fault.PowerCutInBody(3),
        new Fault.PowerCutAfterAnswer(3),
        new Fault.PowerCutInApply(0));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void boot_powerCutBeforeApply_oldCredentialAndNextBootWorks(Fault cut) {
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
  void boot_powerCutAfterUseOfWhatIsNotInFlash_forgotten() {
    String[] told = {"P1360=unique", "P1361=own", "P271=1", "P35=100", "P8467=1"};
    provisioner.numbered(OWN, told);
    GrandstreamPhone late =
        GrandstreamPhone.builder(MAC).kind(GrandstreamKind.HT802).writesFlashAtEnd(true).build();
    late.enterManually(provisioner.url(), "global", "once");

    assertThat(late.boot(new Fault.PowerCutAfterAnswer(4)).outcome()).isEqualTo(Outcome.POWER_CUT);

    assertThat(late.holds("global", "once")).isTrue();
    assertThat(late.sipUsers()).isEmpty();
    assertThat(late.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(late.holds("unique", "own")).isTrue();
    late.resync(new Fault.PowerCutBefore(1));
    assertThat(late.holds("unique", "own")).isTrue();
  }

  @Test
  void boot_powerCut_whatTheServerSawOfTheRequest() {
    phone.boot(new Fault.PowerCutBefore(3));
    assertThat(provisioner.requests()).hasSize(2);

    phone.boot(new Fault.PowerCutAfterSending(3));
    assertThat(provisioner.requests()).hasSize(5);

    Round half = phone.boot(new Fault.PowerCutInBody(3));
    assertThat(half.exchanges().get(2).bytes()).isPositive();
    assertThat(half.exchanges().get(2).bytes())
        .isLessThan(provisioner.files.getOrDefault(OWN, new byte[0]).length);
  }

  @Test
  void boot_powerCutBetweenCredentialAndRest_newCredentialNextTime() {
    assertThat(phone.boot(new Fault.PowerCutInApply(1)).outcome()).isEqualTo(Outcome.POWER_CUT);

    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(phone.sipUsers()).isEmpty();
    Round next = phone.boot();
    assertThat(next.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(next.exchanges())
        .filteredOn(Exchange::authenticated)
        .extracting(e -> e.user().orElse(""))
        .containsExactly("unique");
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void boot_powerCutBeforeSecondRun_newPathNextTime() {
    provisioner.numbered(
        OWN, "P1360=unique", "P1361=own", "P237=" + provisioner.server.authority() + "/new");

    assertThat(phone.boot(new Fault.PowerCutBefore(4)).outcome()).isEqualTo(Outcome.POWER_CUT);

    assertThat(phone.boot().exchanges()).allMatch(e -> e.target().startsWith("/new/"));
  }

  @Test
  void boot_answerLost_nextAttemptWithoutPause() {
    Round round = phone.boot(new Fault.AnswerLost(3));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace())
        .containsExactly(BINARY + " 404", OWN + " 401", OWN + " 0", OWN + " 401", OWN + " 200");
    assertThat(round.waited()).isZero();
    assertThat(round.failed()).isEmpty();
  }

  @Test
  void boot_answersLostThreeTimes_nextFile() {
    Round round =
        phone.boot(new Fault.AnswerLost(3), new Fault.AnswerLost(5), new Fault.AnswerLost(7));

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.failed()).containsExactly(OWN);
    assertThat(round.trace()).endsWith(OWN + " 0", "cfg.xml 404", "cfght802.xml 404");
    assertThat(phone.holds("global", "once")).isTrue();
  }

  @Test
  void boot_firmwareReboot_whatWasReadIsLostAndPassBeginsAgain() {
    Round round = phone.boot(new Fault.FirmwareReboot(3));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace())
        .containsExactly(
            BINARY + " 404",
            OWN + " 401",
            OWN + " 200",
            BINARY + " 404",
            OWN + " 401",
            OWN + " 200");
    assertThat(round.exchanges().get(5).user()).hasValue("global");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_addressChange_fromThatRequestOn() throws Exception {
    phone.boot(new Fault.AddressChange(3, InetAddress.getByName("127.0.0.9")));

    assertThat(provisioner.requests())
        .extracting(Request::from)
        .containsExactly("127.0.0.1", "127.0.0.1", "127.0.0.9");
    phone.boot();
    assertThat(provisioner.requests().subList(3, 6))
        .extracting(Request::from)
        .containsOnly("127.0.0.9");
  }

  @Test
  void moveTo_laterRequests_fromThere() throws Exception {
    phone.moveTo(InetAddress.getByName("127.0.0.8"));

    phone.resync();

    assertThat(provisioner.requests()).extracting(Request::from).containsOnly("127.0.0.8");
  }

  @Test
  void boot_powerCutWhilePromptOpen_askedAgain() {
    GrandstreamPhone desk = GrandstreamPhone.builder(MAC).kind(GrandstreamKind.GXP21XX).build();
    desk.enterManually(provisioner.url(), "", "");
    desk.boot();

    Round cut = desk.answerPrompt("global", "once", new Fault.PowerCutAfterAnswer(2));

    assertThat(cut.outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(desk.promptOpen()).isFalse();
    assertThat(desk.holds("global", "once")).isTrue();
    assertThat(desk.boot().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_answerPromptFirmwareReboot_wholePassFollows() {
    GrandstreamPhone desk = GrandstreamPhone.builder(MAC).kind(GrandstreamKind.GXP21XX).build();
    desk.enterManually(provisioner.url(), "", "");
    desk.boot();

    Round round = desk.answerPrompt("global", "once", new Fault.FirmwareReboot(2));

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace()).startsWith(OWN + " 401", OWN + " 200", BINARY + " 404");
  }

  @Test
  void phonebook_faults_strikeToo() {
    provisioner.numbered(OWN, "P330=1", "P331=" + provisioner.path());
    provisioner.file("phonebook.xml", "<AddressBook/>");
    GrandstreamPhone desk = GrandstreamPhone.builder(MAC).kind(GrandstreamKind.GXP21XX).build();
    desk.enterManually(provisioner.url(), "global", "once");
    desk.boot(new Fault.PowerCutBefore(4));
    assertThat(desk.contacts()).isEmpty();

    assertThat(desk.phonebook(new Fault.PowerCutInBody(1)).outcome()).isEqualTo(Outcome.POWER_CUT);
    assertThat(desk.phonebook(new Fault.FirmwareReboot(1)).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(desk.phonebook(new Fault.AnswerLost(1)).outcome()).isEqualTo(Outcome.APPLIED);
  }
}
