package org.latchkey.testkit.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.polycom.Provisioner.MAC;
import static org.latchkey.testkit.polycom.Provisioner.OWN;
import static org.latchkey.testkit.polycom.Provisioner.flash;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

class PolycomPhoneCredentialTest {
  private final Provisioner provisioner =
      new Provisioner().master(OWN).unique("unique", "own").user("global", "once");
  private final PolycomPhone phone = PolycomPhone.builder(MAC).build();

  PolycomPhoneCredentialTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  /** User names shown, without repetition. */
  private static List<String> users(Round round) {
    return round.exchanges().stream().flatMap(e -> e.user().stream()).distinct().toList();
  }

  private static long shownBy(Round round, String user) {
    return round.exchanges().stream()
        .filter(e -> e.user().filter(user::equals).isPresent())
        .count();
  }

  @Test
  void boot_newCredential_oldOneTillTheRestart() {
    phone.enterManually(provisioner.url(), "global", "once");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.notes()).contains("restart");
    assertThat(users(round)).containsExactly("global", "unique");
    assertThat(shownBy(round, "global")).isEqualTo(13);
    Exchange proof =
        round.exchanges().stream()
            .filter(e -> e.user().filter("unique"::equals).isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(proof.method()).isEqualTo("PUT");
    assertThat(proof.file()).isEqualTo(MAC + "-boot.log");
    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(round.toString()).doesNotContain("once").doesNotContain("own\"");
  }

  @Test
  void boot_sameCredentialAgain_noRestart() {
    phone.enterManually(provisioner.url(), "global", "once");
    phone.boot();

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(round.notes()).doesNotContain("restart");
    assertThat(users(round)).containsExactly("unique");
  }

  @Test
  void boot_soundPoint_twoSweepsWithOldCredentialAndBootLogAtTheEnd() {
    PolycomPhone old = PolycomPhone.builder(MAC).generation(Generation.SOUNDPOINT_UCS4).build();
    old.enterManually(provisioner.url(), "global", "once");

    Round round = old.boot();

    assertThat(round.exchanges())
        .filteredOn(e -> e.file().equals(OWN) && e.status() == 200)
        .extracting(e -> e.user().orElse(""))
        .containsExactly("global", "global", "unique");
    assertThat(round.exchanges())
        .filteredOn(e -> e.file().endsWith("-boot.log"))
        .extracting(Exchange::status)
        .containsExactly(401, 201);
    assertThat(old.boot().exchanges())
        .filteredOn(e -> e.file().equals(OWN))
        .hasSize(2); // nothing changes: one sweep
  }

  @Test
  void boot_twoSweepsOff_oneSweepBeforeRestart() {
    PolycomPhone old =
        PolycomPhone.builder(MAC).generation(Generation.SOUNDPOINT_UCS4).twoSweeps(false).build();
    old.enterManually(provisioner.url(), "global", "once");

    assertThat(old.boot().exchanges())
        .filteredOn(e -> e.file().equals(OWN) && e.status() == 200)
        .hasSize(2);
  }

  @Test
  void boot_eachRequest_firstWithoutCredential() {
    PolycomPhone kept = PolycomPhone.builder(MAC).keepAlive(true).build();
    kept.enterManually(provisioner.url(), "unique", "own");

    Round round = kept.boot();

    assertThat(round.exchanges()).hasSize(26);
    for (int i = 0; i < 26; i++) {
      assertThat(round.exchanges().get(i).authenticated()).isEqualTo(i % 2 == 1);
      assertThat(round.exchanges().get(i).status() == 401).isEqualTo(i % 2 == 0);
    }
    assertThat(provisioner.requests()).allMatch(r -> r.connection() == 1);
    assertThat(provisioner.requests().get(3).header("Authorization").orElseThrow())
        .startsWith("Digest ")
        .contains("qop=auth", "nc=00000001");
  }

  @Test
  void boot_basicOnly_answeredWithBasic() {
    provisioner.challenge = Provisioner.BASIC;
    phone.enterManually(provisioner.url(), "unique", "own");

    Round round = phone.boot();

    assertThat(round.last(OWN).orElseThrow().scheme()).hasValue(AuthScheme.BASIC);
    assertThat(round.last(OWN).orElseThrow().status()).isEqualTo(200);
  }

  @Test
  void boot_onlyAddressTyped_showsFactoryCredential() {
    phone.enterManually(provisioner.url());

    Round round = phone.boot();

    assertThat(users(round)).containsExactly("PlcmSpIp");
    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void boot_refusedTwice_nextFileAndStoredSettings() {
    phone.enterManually(provisioner.url(), "global", "once");
    phone.boot();
    provisioner.users.remove("unique");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.trace())
        .containsSubsequence(
            MAC + ".cfg 401",
            MAC + ".cfg 401",
            "000000000000.cfg 401",
            "000000000000.cfg 401",
            MAC + "-phone.cfg 401")
        .endsWith(MAC + "-app.log 401");
    assertThat(phone.registrations()).hasSize(1);
    assertThat(phone.holds("unique", "own")).isTrue();
  }

  @Test
  void boot_parameterFileRefused_copyOfLastTimeStays() {
    phone.enterManually(provisioner.url(), "global", "once");
    phone.boot();
    byte[] no = ScriptedServer.reply(401, "", Provisioner.BASIC);
    provisioner.next(OWN, no, no);

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.failed()).containsExactly(OWN);
    assertThat(phone.registrations()).hasSize(1);
  }

  @Test
  void boot_credentialTypedAndFileFails_oldCopyDoesNotComeBack() {
    phone.enterManually(provisioner.url(), "global", "once");
    phone.boot();
    phone.enterManually(provisioner.url(), "global", "once");
    byte[] busy = ScriptedServer.reply(503, "");
    provisioner.next(OWN, busy, busy, busy);

    phone.boot();

    assertThat(phone.holds("global", "once")).isTrue();
  }

  @Test
  void boot_newCredentialRefusedAfterRestart_failed() {
    provisioner.unique("unique", "own").user("unique", "other");
    phone.enterManually(provisioner.url(), "global", "once");

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(phone.holds("unique", "own")).isTrue();
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
  void boot_staleNonce_repeatedOnceMore() {
    phone.enterManually(provisioner.url(), "unique", "own");
    provisioner.challenge = Provisioner.DIGEST + ", stale=true";
    byte[] stale = ScriptedServer.reply(401, "", provisioner.challenge.replace("%d", "0"));
    provisioner.next(OWN, stale);

    assertThat(phone.boot().trace()).containsSubsequence(OWN + " 401", OWN + " 401", OWN + " 200");

    provisioner.next(OWN, stale, stale, stale);
    assertThat(phone.boot().failed()).containsExactly(OWN);
  }

  @Test
  void boot_staleNotHonoured_fileFails() {
    PolycomPhone stubborn = PolycomPhone.builder(MAC).honoursStale(false).build();
    stubborn.enterManually(provisioner.url(), "unique", "own");
    provisioner.challenge = Provisioner.DIGEST + ", stale=true";
    byte[] stale = ScriptedServer.reply(401, "", provisioner.challenge.replace("%d", "0"));
    provisioner.next(OWN, stale);

    assertThat(stubborn.boot().failed()).containsExactly(OWN);
  }

  @Test
  void boot_entryWithCredential_usedForThatFileOnly() {
    provisioner.master(provisioner.url().replace("http://", "http://unique:own@") + OWN);
    phone.enterManually(provisioner.url(), "global", "once");

    Round round = phone.boot(new Fault.PowerCutInApply(0));

    assertThat(round.last(OWN).orElseThrow().user()).hasValue("unique");
    assertThat(round.last(MAC + "-web.cfg").orElseThrow().user()).hasValue("global");
    assertThat(phone.boot().applied()).contains(provisioner.url() + OWN);
  }

  @Test
  void boot_entryWithoutCredential_serversOneUsed() {
    provisioner.master(provisioner.url() + OWN);
    phone.enterManually(provisioner.url().replace("http://", "http://global:once@"));

    assertThat(phone.resync().exchanges())
        .filteredOn(e -> e.file().equals(OWN) && e.authenticated())
        .extracting(e -> e.user().orElse(""))
        .containsOnly("global");
  }

  @Test
  void boot_credentialWithoutItsSet_notTaken() {
    provisioner.file(
        OWN, "device.set=\"1\" device.prov.user=\"unique\"", flash("device.prov.password", "own"));
    phone.enterManually(provisioner.url(), "global", "once");

    phone.boot();

    assertThat(phone.storedUser()).hasValue("global");
    assertThat(phone.holds("global", "own")).isTrue();
  }

  @Test
  void boot_credentialWithoutDeviceSet_notTaken() {
    provisioner.file(OWN, flash("device.prov.user", "unique"), flash("device.prov.password", "o"));
    phone.enterManually(provisioner.url(), "global", "once");

    Round round = phone.boot();

    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(round.notes()).doesNotContain("restart");
  }
}
