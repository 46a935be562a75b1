package org.latchkey.testkit.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.yealink.Provisioner.MAC;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

class YealinkPhoneCredentialTest {
  private final Provisioner provisioner = new Provisioner();
  private final YealinkPhone phone = YealinkPhone.builder(MAC).build();

  YealinkPhoneCredentialTest() throws IOException {
    provisioner.user("global", "once").file(MAC + ".cfg", "a = 1");
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  @Test
  void boot_digest_challengePerFile() {
    phone.enterManually(provisioner.url(), "global", "once");

    Round round = phone.boot();

    assertThat(round.trace())
        .containsExactly(
            MAC + ".boot 404",
            "y000000000000.boot 404",
            "y000000000066.cfg 401",
            "y000000000066.cfg 404",
            MAC + ".cfg 401",
            MAC + ".cfg 200");
    assertThat(round.exchanges())
        .extracting(Exchange::authenticated)
        .containsExactly(false, false, false, true, false, true);
    assertThat(round.exchanges().get(5).scheme()).hasValue(AuthScheme.DIGEST);
    assertThat(round.exchanges().get(5).toString()).contains("Digest global");
    assertThat(provisioner.requests().get(5).header("Authorization").orElseThrow())
        .contains("nc=00000001", "uri=\"/cfg/" + MAC + ".cfg\"");
    assertThat(round.toString()).doesNotContain("once");
  }

  @Test
  void boot_basicOnly_answeredWithBasic() {
    provisioner.challenge = Provisioner.BASIC;
    phone.enterManually(provisioner.url(), "global", "once");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.last(MAC + ".cfg").orElseThrow().scheme()).hasValue(AuthScheme.BASIC);
  }

  @Test
  void boot_twoChallenges_preferredTaken() {
    provisioner.challenge = Provisioner.DIGEST + "\r\n" + Provisioner.BASIC;
    YealinkPhone basic =
        YealinkPhone.builder(MAC).schemes(AuthScheme.BASIC, AuthScheme.DIGEST).build();
    basic.enterManually(provisioner.url(), "global", "once");

    Round round = basic.boot();

    assertThat(round.last(MAC + ".cfg").orElseThrow().scheme()).hasValue(AuthScheme.BASIC);
    assertThat(round.defects()).isEmpty();
  }

  @Test
  void boot_keepAlive_nonceReusedWithGrowingCount() {
    YealinkPhone kept = YealinkPhone.builder(MAC).keepAlive(true).build();
    kept.enterManually(provisioner.url(), "global", "once");

    Round round = kept.boot();

    assertThat(round.trace())
        .endsWith("y000000000066.cfg 401", "y000000000066.cfg 404", MAC + ".cfg 200");
    assertThat(provisioner.requests().get(4).header("Authorization").orElseThrow())
        .contains("nc=00000002");
  }

  @Test
  void boot_staleNonce_repeatedWithoutPrompt() {
    provisioner.staleAfter = 1;
    phone.enterManually(provisioner.url(), "global", "once");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace()).endsWith(MAC + ".cfg 401", MAC + ".cfg 401", MAC + ".cfg 200");
    assertThat(provisioner.requests().get(6).header("Authorization").orElseThrow())
        .contains("nc=00000001");
  }

  @Test
  void boot_staleNotHonoured_accountError() {
    provisioner.staleAfter = 0;
    YealinkPhone stubborn = YealinkPhone.builder(MAC).honoursStale(false).build();
    stubborn.enterManually(provisioner.url(), "global", "once");

    assertThat(stubborn.boot().outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(stubborn.prompt()).isEqualTo(Prompt.ACCOUNT_ERROR);
  }

  @Test
  void boot_noCredential_promptThenResumed() {
    phone.enterManually(provisioner.url());

    Round stopped = phone.boot();

    assertThat(stopped.outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(stopped.trace()).endsWith("y000000000066.cfg 401").hasSize(3);
    assertThat(phone.prompt()).isEqualTo(Prompt.CREDENTIAL_WANTED);

    Round resumed = phone.answerPrompt("global", "once");

    assertThat(resumed.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(resumed.trace())
        .containsExactly(
            "y000000000066.cfg 401", "y000000000066.cfg 404", MAC + ".cfg 401", MAC + ".cfg 200");
    assertThat(phone.prompt()).isEqualTo(Prompt.NONE);
    assertThat(phone.holds("global", "once")).isTrue();
  }

  @Test
  void boot_wrongCredential_stopsAtOnceAndStaysStill() {
    phone.enterManually(provisioner.url(), "global", "wrong");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(round.trace()).endsWith("y000000000066.cfg 401", "y000000000066.cfg 401").hasSize(4);
    assertThat(round.nextWakeUp()).isEmpty();
    assertThat(phone.prompt()).isEqualTo(Prompt.ACCOUNT_ERROR);
    assertThat(phone.resync().exchanges()).isEmpty();
    assertThat(phone.putContacts("<x/>").outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(phone.answerPrompt("global", "wrong").outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(phone.boot().exchanges()).hasSize(4);
    assertThat(phone.answerPrompt("global", "once").outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_refusedInMidRound_nothingApplied() {
    provisioner.file("y000000000066.cfg", "b = 1");
    phone.enterManually(provisioner.url(), "global", "once");
    byte[] no = ScriptedServer.reply(401, "", Provisioner.DIGEST);
    provisioner.next(MAC + ".cfg", no, no);

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(phone.config("b")).isEmpty();

    assertThat(phone.answerPrompt("global", "once").applied())
        .containsExactly("y000000000066.cfg", MAC + ".cfg");
  }

  @Test
  void boot_dectBaseRefused_failsWithoutPrompt() {
    YealinkPhone base = YealinkPhone.builder(MAC).model("W60B", "77.85.0.20", 77).build();
    base.enterManually(provisioner.url(), "global", "wrong");

    assertThat(base.boot().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(base.prompt()).isEqualTo(Prompt.NONE);
  }

  @Test
  void boot_challengeItCannotDo_fileFails() {
    provisioner.challenge = "WWW-Authenticate: Bearer realm=\"x\"";
    phone.enterManually(provisioner.url(), "global", "once");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.defects()).extracting(Defect::kind).contains(Defect.Kind.NO_USABLE_CHALLENGE);
  }

  @Test
  void answerPrompt_noPrompt_refused() {
    assertThatThrownBy(() -> phone.answerPrompt("a", "b"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void boot_newCredentialInConfig_countsFromNextRound() {
    provisioner
        .user(MAC, "own")
        .file(
            "y000000000066.cfg",
            "static.auto_provision.server.url = " + provisioner.server.url("/own/"),
            "static.auto_provision.server.username = " + MAC,
            "static.auto_provision.server.password = own");
    phone.enterManually(provisioner.url(), "global", "once");

    Round first = phone.boot();
    assertThat(phone.holds(MAC, "own")).isTrue();
    Round second = phone.boot();

    assertThat(users(first)).containsExactly("global", "global");
    assertThat(users(second)).containsExactly(MAC, MAC);
    assertThat(second.exchanges()).allSatisfy(e -> assertThat(e.target()).startsWith("/own/"));
  }

  private static List<String> users(Round round) {
    return round.exchanges().stream().flatMap(e -> e.user().stream()).toList();
  }
}
