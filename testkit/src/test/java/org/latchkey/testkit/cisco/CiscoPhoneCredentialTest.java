package org.latchkey.testkit.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.latchkey.testkit.cisco.Provisioner.MAC;
import static org.latchkey.testkit.cisco.Provisioner.OWN;
import static org.latchkey.testkit.cisco.Provisioner.element;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

/** Sections 0, 3 and 6 of the facts: which credential is shown, and when. */
class CiscoPhoneCredentialTest {
  private final Provisioner provisioner = new Provisioner().user("global", "once");
  private final CiscoPhone phone = CiscoPhone.builder(MAC).build();

  CiscoPhoneCredentialTest() throws IOException {
    provisioner.file("/cfg", element("Station_Name", "x"));
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private static List<String> shown(Round round) {
    return round.exchanges().stream().map(e -> e.user().orElse("-")).toList();
  }

  @Test
  void resync_everyRequest_firstWithoutCredential() {
    CiscoPhone kept = CiscoPhone.builder(MAC).keepAlive(true).build();
    kept.enterManually(provisioner.url("/cfg"), "global", "once");

    Round round = kept.boot();

    assertThat(shown(round)).containsExactly("-", "global", "-", "global");
    assertThat(provisioner.requests()).allMatch(r -> r.connection() <= 2);
  }

  @Test
  void resync_credentialWithoutChallenge_notShown() {
    provisioner.open.add("/cfg");
    phone.enterManually(provisioner.url("/cfg"), "global", "once");

    assertThat(shown(phone.resync())).containsOnly("-");
  }

  @Test
  void resync_refused_twoRepeatsAndFailureC() {
    phone.enterManually(provisioner.url("/cfg"), "global", "wrong");

    Round round = phone.resync();

    assertThat(shown(round)).containsExactly("-", "global", "global");
    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.notes()).contains("failure C");
  }

  @Test
  void resync_secondRepeat_newChallengeIsAnswered() {
    provisioner.next(
        "/cfg",
        ScriptedServer.reply(401, "", Provisioner.DIGEST.replace("%d", "old")),
        ScriptedServer.reply(401, "", Provisioner.DIGEST.replace("%d", "0")));
    phone.enterManually(provisioner.url("/cfg"), "global", "once");

    assertThat(phone.resync().trace()).startsWith("cfg 401", "cfg 401", "cfg 200");
  }

  @Test
  void resync_basicOnly_basic() {
    provisioner.challenge = Provisioner.BASIC;
    phone.enterManually(provisioner.url("/cfg"), "global", "once");

    Round round = phone.resync();

    assertThat(round.exchanges().get(1).scheme()).contains(AuthScheme.BASIC);
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void resync_wrongBracketAndRightAccount_neverFallsBackAndNeverAsks() {
    phone.enterAccount("global", "once");
    phone.enterManually(provisioner.url("/cfg"), "stale", "old");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(shown(round)).containsExactly("-", "stale", "stale");
    assertThat(phone.asksForAccount()).isFalse();
    assertThat(phone.storedUser()).contains("stale");
  }

  @Test
  void resync_staleCredential_refusedForEverAtTheErrorInterval() {
    phone.enterManually(provisioner.url("/cfg"), "stale", "old");

    for (int i = 0; i < 4; i++) {
      Round round = phone.resync();
      assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(round.nextWakeUp().orElseThrow().toSeconds()).isEqualTo(60L << i);
    }
    phone.factoryReset();
    assertThat(phone.storedUser()).isEmpty();
  }

  @Test
  void boot_ruleWithoutCredential_accountIsShown() {
    phone.enterAccount("global", "once");
    phone.enterManually(provisioner.url("/cfg"));

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(phone.holds("global", "other")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"CP_8851", "CP_8851_11", "CP_7841", "CP_6841", "DP_9851", "VP_8875"})
  void boot_neitherHasOne_screenOpensAndPassGoesOnWithTheAnswer(CiscoModel model) {
    CiscoPhone young = CiscoPhone.builder(MAC).model(model).build();
    young.enterManually(provisioner.url("/cfg"));

    Round round = young.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(round.exchanges()).hasSize(1);
    assertThat(round.nextWakeUp()).isPresent();
    assertThat(young.asksForAccount()).isTrue();
    assertThat(young.answerPrompt("global", "once").outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(young.asksForAccount()).isFalse();
    assertThat(young.storedUser()).contains("global");
  }

  @Test
  void answerPrompt_walkOfThreeAddresses_accountOnEachThatWants() {
    provisioner.file("/cfg/Cisco/CP-8851-3PCC/" + MAC + ".cfg", element("User_ID_1_", "100"));
    provisioner.files.remove("/cfg");
    phone.dhcp(66, provisioner.url("/cfg"));
    assertThat(phone.boot().trace()).hasSize(3).allMatch(t -> t.endsWith(" 401"));

    Round round = phone.answerPrompt("global", "once");

    assertThat(round.trace())
        .startsWith(
            "cfg 401",
            "cfg 404",
            "8851-3PCC.xml 401",
            "8851-3PCC.xml 404",
            MAC + ".cfg 401",
            MAC + ".cfg 200");
  }

  @Test
  void answerPrompt_wrongAccount_failsAndDoesNotAskAgain() {
    phone.enterManually(provisioner.url("/cfg"));
    phone.boot();

    assertThat(phone.answerPrompt("global", "typo").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(phone.asksForAccount()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> phone.answerPrompt("a", "b"));
    phone.enterAccount("global", "once");
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void resync_screenOpen_staysOpenUntilSuccessOrPower() {
    phone.enterManually(provisioner.url("/cfg"));
    phone.boot();
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.PROMPT);

    provisioner.open.add("/cfg");
    phone.resync();

    assertThat(phone.asksForAccount()).isFalse();
  }

  @Test
  void resync_screenClosedBySuccess_notShownAgainBeforeTheRestart() {
    CiscoPhone calm = CiscoPhone.builder(MAC).restartsAfterChange(false).build();
    calm.enterManually(provisioner.url("/cfg"));
    assertThat(calm.boot().outcome()).isEqualTo(Outcome.PROMPT);
    provisioner.open.add("/cfg");
    calm.resync();
    assertThat(calm.asksForAccount()).isFalse();
    provisioner.open.remove("/cfg");

    assertThat(calm.resync().outcome()).isEqualTo(Outcome.FAILED);

    assertThat(calm.asksForAccount()).isFalse();
    assertThat(calm.boot().outcome()).isEqualTo(Outcome.PROMPT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Disabled", "XSI Authentication"})
  void boot_accountSwitchedOff_neitherShownNorAskedFor(String type) {
    phone.changeAtPhone(Map.of("Profile_Authentication_Type", type));
    phone.enterManually(provisioner.url("/cfg"));
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(phone.asksForAccount()).isFalse();

    phone.enterAccount("global", "once");
    assertThat(shown(phone.boot())).containsExactly("-");
  }

  @ParameterizedTest
  @EnumSource(names = {"SPA504G", "SPA525G2", "SPA942", "SPA112", "ATA191", "ATA192"})
  void boot_olderFamilyWithoutBracket_givesUp(CiscoModel model) {
    CiscoPhone old = CiscoPhone.builder(MAC).model(model).build();
    old.enterManually(provisioner.url("/cfg"));

    assertThat(old.boot().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(old.asksForAccount()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> old.enterAccount("a", "b"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SPA504G", "SPA525G2", "SPA112", "ATA191", "ATA192"})
  void boot_olderFamilyWithBracket_shown(CiscoModel model) {
    CiscoPhone old = CiscoPhone.builder(MAC).model(model).build();
    old.enterManually(provisioner.url("/cfg"), "global", "once");

    assertThat(shown(old.resync())).startsWith("-", "global");
    assertThat(old.holds("global", "once")).isTrue();
  }

  @Test
  void boot_linksys_hasNoPlaceForCredential() {
    CiscoPhone old = CiscoPhone.builder(MAC).model(CiscoModel.SPA942).build();
    old.enterManually(provisioner.url("/cfg"), "global", "once");
    assertThat(old.config("Profile_Rule")).contains(provisioner.url("/cfg"));

    old.enterManually("[--uid global --pwd once] " + provisioner.url("/cfg"));

    assertThat(shown(old.boot())).containsExactly("-");
    assertThat(old.storedUser()).isEmpty();
  }

  @Test
  void resync_laterRules_needTheirOwnBracket() {
    provisioner.file("/b", element("User_ID_1_", "100"));
    phone.changeAtPhone(Map.of("Profile_Rule_B", provisioner.url("/b")));
    phone.enterManually(provisioner.url("/cfg"), "global", "once");

    assertThat(phone.resync().last("b").orElseThrow().authenticated()).isFalse();
    phone.changeAtPhone(
        Map.of("Profile_Rule_B", "[--uid global --pwd once]" + provisioner.url("/b")));
    phone.resync();
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void resync_secretMacros_expandedAsBuilt() {
    String rule = "[--uid $SA --pwd $SB] " + provisioner.url("/cfg");
    Map<String, String> store = Map.of("GPP_SA", "global", "GPP_SB", "once");
    phone.changeAtPhone(store);
    phone.enterManually(rule);
    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.APPLIED);

    CiscoPhone literal = CiscoPhone.builder(MAC).secretMacrosInCredential(false).build();
    literal.changeAtPhone(store);
    literal.enterManually(rule);
    assertThat(literal.storedUser()).contains("$SA");
    assertThat(literal.resync().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void resync_credentialBeforeHost_notUsed() {
    phone.enterManually(provisioner.url("/cfg").replace("://", "://global:once@"));

    Round round = phone.boot();

    assertThat(shown(round)).containsOnly("-");
    assertThat(round.toString()).doesNotContain("once");
  }

  @Test
  void resync_rotation_newCredentialWithTheNextPass() {
    provisioner.unique(OWN, "new", "pass2").user("old", "pass1");
    phone.enterManually(provisioner.url(OWN), "old", "pass1");

    Round round = phone.resync();

    assertThat(shown(round)).containsExactly("-", "old", "-", "new");
    assertThat(round.changedKeys()).contains("Profile_Rule");
    assertThat(round.toString()).doesNotContain("pass1").doesNotContain("pass2");
    assertThat(phone.toString()).doesNotContain("pass2");
  }

  @Test
  void resync_bracketWithUserOnly_countsAsCredential() {
    phone.enterAccount("global", "once");
    phone.enterManually("[--uid alone] " + provisioner.url("/cfg"));

    assertThat(shown(phone.resync())).containsExactly("-", "alone", "alone");
  }
}
