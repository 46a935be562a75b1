package org.latchkey.testkit.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.panasonic.Provisioner.BASIC;
import static org.latchkey.testkit.panasonic.Provisioner.DIGEST;
import static org.latchkey.testkit.panasonic.Provisioner.MAC;
import static org.latchkey.testkit.panasonic.Provisioner.OWN;
import static org.latchkey.testkit.panasonic.Provisioner.path;
import static org.latchkey.testkit.panasonic.Provisioner.seen;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

class PanasonicPhoneCredentialTest {
  private final Provisioner provisioner = new Provisioner().user("global", "once");
  private final PanasonicPhone phone = PanasonicPhone.builder(MAC).build();

  PanasonicPhoneCredentialTest() throws IOException {
    provisioner.file(OWN, "A=\"1\"");
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private void redirect(PanasonicPhone which) {
    assertThat(which.redirect(provisioner.url("Config{MAC}.cfg"), "global", "once")).isTrue();
  }

  @Test
  void boot_basicChallenge_secondRequestWithCredentialOfUrl() {
    redirect(phone);

    Round round = phone.boot();

    assertThat(seen(round)).containsExactly(OWN + " 401", OWN + " 200 global");
    assertThat(round.exchanges().get(1).scheme()).hasValue(AuthScheme.BASIC);
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.defects()).isEmpty();
    assertThat(round.toString()).doesNotContain("once");
  }

  @Test
  void boot_eachFile_challengedAnew() {
    provisioner.file(
        OWN,
        path(ConfigUrl.STANDARD, provisioner.url("global", "once", OWN)),
        path(ConfigUrl.MASTER, provisioner.url("global", "once", "m.cfg")));
    redirect(phone);
    assertThat(phone.boot().exchanges())
        .extracting(Exchange::authenticated)
        .containsExactly(false, true, false, true, false, true);
  }

  @Test
  void boot_digestOnly_fails() {
    provisioner.challenge = DIGEST;
    redirect(phone);

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(seen(round)).containsExactly(OWN + " 401");
    assertThat(round.defects())
        .extracting(Defect::kind)
        .containsExactly(Defect.Kind.NO_USABLE_CHALLENGE);
  }

  @Test
  void boot_digestAndBasicOnOwnLines_basicTaken() {
    provisioner.challenge = DIGEST + "\r\n" + BASIC;
    redirect(phone);
    Round round = phone.boot();
    assertThat(round.exchanges().get(1).scheme()).hasValue(AuthScheme.BASIC);
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_digestAndBasicOnOneLine_fails() {
    provisioner.challenge = DIGEST + ", Basic realm=\"test\"";
    redirect(phone);
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void boot_refused_oneTryOnly() {
    assertThat(phone.redirect(provisioner.url(OWN), "global", "wrong")).isTrue();

    Round round = phone.boot();

    assertThat(seen(round)).containsExactly(OWN + " 401", OWN + " 401 global");
    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.failed()).containsExactly(OWN);
  }

  @Test
  void boot_noCredentialInUrl_noSecondRequest() {
    phone.offer(Source.REDIRECT, provisioner.url(OWN));
    assertThat(seen(phone.boot())).containsExactly(OWN + " 401");
  }

  @Test
  void boot_credentialOfAnotherUrl_neverShown() {
    provisioner.file(OWN, path(ConfigUrl.MASTER, provisioner.url("m.cfg")));
    redirect(phone);
    assertThat(seen(phone.boot())).containsExactly(OWN + " 401", OWN + " 200 global", "m.cfg 401");
  }

  @Test
  void boot_eachUrlItsOwnCredential_eachShown() {
    provisioner
        .user("us", "ps")
        .user("up", "pp")
        .user("um", "pm")
        .user("uf", "pf")
        .file(
            OWN,
            path(ConfigUrl.STANDARD, provisioner.url("us", "ps", "s.cfg")),
            path(ConfigUrl.PRODUCT, provisioner.url("up", "pp", "p.cfg")),
            path(ConfigUrl.MASTER, provisioner.url("um", "pm", "m.cfg")),
            "FIRM_UPGRADE_ENABLE=\"Y\"",
            "FIRM_VERSION=\"02.000\"",
            "FIRM_FILE_PATH=\"" + provisioner.url("uf", "pf", "f.fw") + "\"");
    redirect(phone);
    assertThat(phone.boot().exchanges())
        .filteredOn(Exchange::authenticated)
        .extracting(e -> e.file() + " " + e.user().orElse(""))
        .containsExactly(OWN + " global", "s.cfg us", "p.cfg up", "m.cfg um", "f.fw uf");
    assertThat(phone.storedUser()).hasValue("us");
  }

  @Test
  void boot_newCredentialUnderOld_usedAtNextDownloadOfThatUrl() {
    provisioner.user(MAC, "own");
    provisioner.file(OWN, path(ConfigUrl.STANDARD, provisioner.url(MAC, "own", "Config{MAC}.cfg")));
    redirect(phone);
    assertThat(phone.holds("global", "once")).isTrue();

    assertThat(seen(phone.boot()))
        .containsExactly(OWN + " 401", OWN + " 200 global", OWN + " 401", OWN + " 200 " + MAC);

    assertThat(phone.holds(MAC, "own")).isTrue();
    assertThat(phone.holds("global", "once")).isFalse();
    assertThat(phone.storedUser()).hasValue(MAC);
    assertThat(seen(phone.boot())).containsExactly(OWN + " 401", OWN + " 200 " + MAC);
  }

  @Test
  void boot_newCredentialWaits_notShownInSameRound() {
    PanasonicPhone patient = PanasonicPhone.builder(MAC).newPathWaits(true).build();
    provisioner.user(MAC, "own");
    provisioner.file(OWN, path(ConfigUrl.STANDARD, provisioner.url(MAC, "own", "Config{MAC}.cfg")));
    redirect(patient);

    assertThat(seen(patient.boot())).containsExactly(OWN + " 401", OWN + " 200 global");
    assertThat(patient.holds(MAC, "own")).isTrue();
    assertThat(seen(patient.resync())).containsExactly(OWN + " 401", OWN + " 200 " + MAC);
  }

  @Test
  void boot_preemptive_oneRequestEach() {
    PanasonicPhone eager = PanasonicPhone.builder(MAC).preemptive(true).build();
    redirect(eager);
    assertThat(seen(eager.boot())).containsExactly(OWN + " 200 global");
  }

  @Test
  void boot_preemptiveRefused_notRepeated() {
    PanasonicPhone eager = PanasonicPhone.builder(MAC).preemptive(true).build();
    assertThat(eager.redirect(provisioner.url(OWN), "global", "wrong")).isTrue();
    assertThat(seen(eager.boot())).containsExactly(OWN + " 401 global");
  }

  @Test
  void boot_keepAlive_oneConnectionStillChallengedEachTime() {
    PanasonicPhone kept = PanasonicPhone.builder(MAC).keepAlive(true).build();
    provisioner.file(OWN, path(ConfigUrl.MASTER, provisioner.url("global", "once", "m.cfg")));
    redirect(kept);
    assertThat(seen(kept.boot())).contains("m.cfg 401", "m.cfg 404 global");
    assertThat(provisioner.requests()).allMatch(r -> r.connection() == 1);
  }

  @Test
  void boot_staleBasicChallenge_stillOneTry() {
    byte[] stale = ScriptedServer.reply(401, "", BASIC + ", stale=true");
    provisioner.next(OWN, stale, stale);
    redirect(phone);
    assertThat(seen(phone.boot())).containsExactly(OWN + " 401", OWN + " 401 global");
  }

  @Test
  void storedUser_emptyPathServed_credentialGone() {
    provisioner.file(OWN, path(ConfigUrl.STANDARD, provisioner.url("global", "once", OWN)));
    redirect(phone);
    phone.boot();
    phone.offerNothing();
    assertThat(phone.storedUser()).hasValue("global");
    provisioner.file(OWN, path(ConfigUrl.STANDARD, ""));
    phone.resync();
    assertThat(phone.storedUser()).isEmpty();
    assertThat(phone.holds("global", "once")).isFalse();
  }

  @Test
  void redirect_urlHasOtherCredential_replaced() {
    phone.redirect(provisioner.url("x", "y", OWN), "global", "once");
    assertThat(seen(phone.boot())).contains(OWN + " 200 global");
  }

  @Test
  void boot_flatAndCredentialInParameters_notUsed() {
    provisioner.file(
        OWN,
        "HTTP_AUTH_ID=\"global\"",
        "HTTP_AUTH_PASSWORD=\"once\"",
        path(ConfigUrl.MASTER, provisioner.url("m.cfg")));
    redirect(phone);
    assertThat(seen(phone.boot())).endsWith("m.cfg 401");
    assertThat(phone.storedUser()).isEmpty();
  }
}
