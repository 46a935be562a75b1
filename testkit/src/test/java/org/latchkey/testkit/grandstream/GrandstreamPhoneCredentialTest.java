package org.latchkey.testkit.grandstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.grandstream.Provisioner.BASIC;
import static org.latchkey.testkit.grandstream.Provisioner.BINARY;
import static org.latchkey.testkit.grandstream.Provisioner.DIGEST;
import static org.latchkey.testkit.grandstream.Provisioner.MAC;
import static org.latchkey.testkit.grandstream.Provisioner.OWN;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

class GrandstreamPhoneCredentialTest {
  private final Provisioner provisioner =
      new Provisioner().unique("unique", "own").user("global", "once");

  GrandstreamPhoneCredentialTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private GrandstreamPhone phone(GrandstreamPhoneBuilder builder) {
    GrandstreamPhone phone = builder.build();
    phone.enterManually(provisioner.url(), "global", "once");
    return phone;
  }

  private static GrandstreamPhoneBuilder of(GrandstreamKind kind) {
    return GrandstreamPhone.builder(MAC).kind(kind);
  }

  /** Each request with who it was for, such as {@code cfg.xml 404 global}. */
  private static List<String> shown(Round round) {
    return round.exchanges().stream()
        .map(e -> e.file() + " " + e.status() + " " + e.user().orElse("-"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(GrandstreamKind.class)
  void boot_globalCredential_uniqueOneStoredAndUsedFromThenOn(GrandstreamKind kind) {
    GrandstreamPhone phone = phone(of(kind));

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(shown(round)).containsSubsequence(OWN + " 401 -", OWN + " 200 global");
    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(phone.storedUser()).hasValue("unique");
    assertThat(shown(phone.boot()))
        .containsSubsequence(OWN + " 401 -", OWN + " 200 unique")
        .noneMatch(s -> s.endsWith("global"));
    assertThat(round.toString()).doesNotContain("once");
    assertThat(phone.toString()).doesNotContain("own");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void boot_bothSchemes_digestInAnyOrder(boolean digestFirst) {
    provisioner.challenge =
        digestFirst ? new String[] {DIGEST, BASIC} : new String[] {BASIC, DIGEST};

    Round round = phone(of(GrandstreamKind.HT802)).boot();

    assertThat(round.exchanges().stream().flatMap(e -> e.scheme().stream()))
        .containsExactly(AuthScheme.DIGEST);
    assertThat(round.defects()).isEmpty();
  }

  @Test
  void boot_basicOnly_basic() {
    provisioner.challenge = new String[] {BASIC};

    Round round = phone(of(GrandstreamKind.GHP6XX)).boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.exchanges().stream().flatMap(e -> e.scheme().stream()))
        .containsExactly(AuthScheme.BASIC);
  }

  @Test
  void boot_sha256Only_noUsableChallenge() {
    provisioner.challenge =
        new String[] {
          "WWW-Authenticate: Digest realm=\"t\", nonce=\"n\", qop=\"auth\", algorithm=SHA-256"
        };

    Round round = phone(of(GrandstreamKind.HT802)).boot();

    assertThat(round.failed()).containsExactly(OWN);
    assertThat(round.defects()).extracting(Defect::kind).contains(Defect.Kind.NO_USABLE_CHALLENGE);
  }

  @Test
  void boot_staleNonce_repeatedOnceMore() {
    byte[] stale = ScriptedServer.reply(401, "", DIGEST.replace("%d", "0") + ", stale=true");
    provisioner.next(OWN, ScriptedServer.reply(401, "", DIGEST.replace("%d", "9")), stale);

    assertThat(phone(of(GrandstreamKind.HT802)).boot().trace())
        .containsExactly(BINARY + " 404", OWN + " 401", OWN + " 401", OWN + " 200");
  }

  @Test
  void boot_staleNotHonoured_nextAttempt() {
    byte[] stale = ScriptedServer.reply(401, "", DIGEST.replace("%d", "0") + ", stale=true");
    provisioner.next(OWN, ScriptedServer.reply(401, "", DIGEST.replace("%d", "9")), stale);

    assertThat(phone(of(GrandstreamKind.HT802).honoursStale(false)).boot().trace())
        .containsExactly(BINARY + " 404", OWN + " 401", OWN + " 401", OWN + " 401", OWN + " 200");
  }

  @Test
  void boot_everyFileChallenged_eachFileAnewWithFirstCount() {
    provisioner.guardsAll = true;
    provisioner.files.clear();

    Round round = phone(of(GrandstreamKind.HT802)).boot();

    assertThat(shown(round))
        .containsExactly(
            BINARY + " 401 -",
            BINARY + " 404 global",
            OWN + " 401 -",
            OWN + " 404 global",
            "cfg.xml 401 -",
            "cfg.xml 404 global",
            "cfght802.xml 401 -",
            "cfght802.xml 404 global");
  }

  @Test
  void boot_wrongPassword_sixRequestsForEachFile() {
    provisioner.guardsAll = true;
    provisioner.user("global", "other");

    Round round = phone(of(GrandstreamKind.HT802)).boot();

    assertThat(round.exchanges()).hasSize(24).allMatch(e -> e.status() == 401);
    assertThat(round.exchanges().stream().filter(Exchange::authenticated)).hasSize(12);
    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void boot_preEmptive_basicBeforeAnyChallenge() {
    GrandstreamPhone phone = phone(of(GrandstreamKind.GRP26XX));
    provisioner.named(
        OWN,
        "provisioning.config.username=unique",
        "provisioning.config.password=own",
        "provisioning.alwaysAuthenticateBeforeChallenge=Yes");
    phone.boot();

    Round round = phone.boot();

    assertThat(shown(round)).containsExactly("cfg" + MAC + ".bin 404 unique", OWN + " 200 unique");
    assertThat(round.exchanges())
        .extracting(e -> e.scheme().orElseThrow())
        .containsOnly(AuthScheme.BASIC);
  }

  @Test
  void boot_preEmptiveRefused_challengeAnsweredOnce() {
    provisioner.numbered(OWN, "P20713=1");
    GrandstreamPhone phone = phone(of(GrandstreamKind.GRP26XX));
    phone.boot();
    provisioner.next(OWN, ScriptedServer.reply(401, "", DIGEST.replace("%d", "0")));
    provisioner.challenge = new String[] {DIGEST};

    // the scripted refusal names nonce 0, which the server does not know
    Round round = phone.boot();

    assertThat(round.exchanges().stream().skip(1).limit(2).map(e -> e.scheme().orElseThrow()))
        .containsExactly(AuthScheme.BASIC, AuthScheme.DIGEST);
  }

  @Test
  void boot_preEmptiveOnOldKind_withoutEffect() {
    provisioner.numbered(OWN, "P20713=1");
    GrandstreamPhone phone = phone(of(GrandstreamKind.HT802));
    phone.boot();

    assertThat(shown(phone.boot())).contains(OWN + " 401 -");
  }

  @Test
  void boot_allFiles_nextFileWithNewCredential() {
    provisioner.numbered(OWN, "P1360=unique", "P1361=own", "P8467=1");
    provisioner.guardsAll = true;

    assertThat(shown(phone(of(GrandstreamKind.HT802)).boot()))
        .containsSubsequence(
            OWN + " 200 global", "cfg.xml 401 -", "cfg.xml 404 unique", "cfght802.xml 404 unique");
  }

  @Test
  void boot_lateCredential_oldOneTillTheEndOfThePass() {
    provisioner.numbered(OWN, "P1360=unique", "P1361=own", "P8467=1");
    provisioner.guardsAll = true;
    GrandstreamPhone phone = phone(of(GrandstreamKind.GXP21XX).lateCredential(true));

    assertThat(shown(phone.boot()))
        .containsSubsequence(OWN + " 200 global", "cfg.xml 404 global")
        .noneMatch(s -> s.endsWith("unique"));
    assertThat(shown(phone.boot())).contains(OWN + " 200 unique");
  }

  @Test
  void boot_xmlFirst_binaryWithNewCredential() {
    provisioner.guardsAll = true;

    assertThat(shown(phone(of(GrandstreamKind.GXP_XML_FIRST)).boot()))
        .endsWith(OWN + " 200 global", BINARY + " 401 -", BINARY + " 404 unique");
  }

  @Test
  void boot_pathChanged_xmlPartAgainAtOnceWithNewCredential() {
    provisioner.numbered(
        OWN, "P1360=unique", "P1361=own", "P237=" + provisioner.server.authority() + "/new");

    Round round = phone(of(GrandstreamKind.HT802)).boot();

    assertThat(shown(round))
        .containsExactly(
            BINARY + " 404 -",
            OWN + " 401 -",
            OWN + " 200 global",
            OWN + " 401 -",
            OWN + " 200 unique");
    assertThat(provisioner.targets()).endsWith("/cfg/" + OWN, "/new/" + OWN, "/new/" + OWN);
  }

  @Test
  void boot_pathTheSame_noSecondRun() {
    provisioner.numbered(OWN, "P1360=unique", "P1361=own", "P237=" + provisioner.path());

    assertThat(shown(phone(of(GrandstreamKind.HT802)).boot())).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = "HT802", mode = EnumSource.Mode.EXCLUDE)
  void boot_pathChangedOnOtherKinds_nextBootOnly(GrandstreamKind kind) {
    provisioner.numbered(OWN, "P237=" + provisioner.server.authority() + "/new", "P212=1");
    GrandstreamPhone phone = phone(of(kind));

    phone.boot();
    assertThat(provisioner.targets()).noneMatch(t -> t.startsWith("/new/"));

    phone.boot();
    assertThat(provisioner.targets()).contains("/new/" + OWN);
  }

  @Test
  void boot_pathChangedWithOption_atOnce() {
    provisioner.numbered(OWN, "P237=" + provisioner.server.authority() + "/new");

    phone(of(GrandstreamKind.GXP21XX).asksNewPathAtOnce(true)).boot();

    assertThat(provisioner.targets()).contains("/new/" + OWN);
  }

  @Test
  void boot_pathSwaysForEver_givesUp() {
    String host = provisioner.server.authority();
    String a = Provisioner.gs("<config version=\"1\"><P237>" + host + "/a</P237></config>");
    String b = Provisioner.gs("<config version=\"1\"><P237>" + host + "/b</P237></config>");
    for (int i = 0; i < 10; i++) {
      provisioner.next(OWN, ScriptedServer.reply(200, a), ScriptedServer.reply(200, b));
    }

    Round round = phone(of(GrandstreamKind.HT802)).boot();

    assertThat(round.notes()).contains("gives up after 5 new server paths");
    assertThat(round.exchanges()).filteredOn(e -> e.file().equals(OWN)).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({"'', own", "unique, ''"})
  void boot_onlyOneOfBoth_nothingSent(String user, String password) {
    GrandstreamPhone phone = of(GrandstreamKind.HT802).build();
    phone.enterManually(provisioner.url(), user, password);

    Round round = phone.boot();

    assertThat(phone.storedUser()).isEmpty();
    assertThat(round.exchanges()).noneMatch(Exchange::authenticated);
    assertThat(round.trace()).containsSubsequence(OWN + " 401", OWN + " 401", OWN + " 401");
  }

  @Test
  void boot_credentialBeyondLimits_oldOneStays() {
    String tooLong = "x".repeat(41);
    provisioner.numbered(OWN, "P1360=" + tooLong, "P1361=pass word", "P30=a");
    GrandstreamPhone phone = phone(of(GrandstreamKind.HT802));

    Round round = phone.boot();

    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(phone.config("P30")).hasValue("a");
    assertThat(round.notes()).hasSize(2).noneMatch(n -> n.contains(tooLong));
    provisioner.numbered(OWN, "P1360=" + "x".repeat(40), "P1361=~!");
    phone.boot();
    assertThat(phone.holds("x".repeat(40), "~!")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"a b, once", "global, pässword", "12345678901234567890123456789012345678901, once"})
  void enterManually_beyondLimits_refusedAndNothingStored(String user, String password) {
    GrandstreamPhone phone = of(GrandstreamKind.HT802).build();

    assertThatThrownBy(() -> phone.enterManually(provisioner.url(), user, password))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(password);
    assertThat(phone.storedUser()).isEmpty();
    assertThat(phone.asksRedirect()).isTrue();
  }

  @Test
  void boot_colonInUser_fallsApart() {
    GrandstreamPhone phone = of(GrandstreamKind.HT802).build();
    phone.enterManually(provisioner.url(), "glo:bal", "once");

    assertThat(shown(phone.boot())).contains(OWN + " 401 glo");
  }

  @Test
  void boot_credentialInPath_beatsStoredOne() {
    GrandstreamPhone phone = of(GrandstreamKind.HT802).build();
    phone.enterManually(provisioner.url().replace("//", "//global:once@"), "x", "y");

    Round round = phone.boot();

    assertThat(shown(round)).contains(OWN + " 200 global");
    assertThat(round.toString()).doesNotContain("once");
  }
}
