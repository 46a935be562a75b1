package org.latchkey.testkit.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.snom.Provisioner.MAC;
import static org.latchkey.testkit.snom.Provisioner.OWN;
import static org.latchkey.testkit.snom.Provisioner.TYPE;
import static org.latchkey.testkit.snom.Provisioner.pair;
import static org.latchkey.testkit.snom.Provisioner.setting;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

class SnomPhoneCredentialTest {
  private static final String STATUS = setting("firmware_status", "fw.xml");

  private final Provisioner provisioner =
      new Provisioner().unique("unique", "own", STATUS).user("global", "once");
  private final SnomPhone phone = SnomPhone.builder(MAC).build();

  SnomPhoneCredentialTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  /** User names shown, in order. */
  private static List<String> users(Round round) {
    return round.exchanges().stream().flatMap(e -> e.user().stream()).toList();
  }

  @Test
  void boot_eachFile_firstWithoutCredentialThenOnceWithIt() {
    phone.enterManually(provisioner.url(), "global", "once");

    Round round = phone.boot();

    assertThat(round.trace())
        .containsExactly(
            TYPE + " 401", TYPE + " 404", OWN + " 401", OWN + " 200", "fw.xml 401", "fw.xml 404");
    for (Exchange exchange : round.exchanges()) {
      assertThat(exchange.authenticated()).isEqualTo(exchange.status() != 401);
    }
    assertThat(round.last(OWN).orElseThrow().scheme()).hasValue(AuthScheme.BASIC);
  }

  @Test
  void boot_newPair_usedForLaterRequestsOfTheSameCycle() {
    phone.enterManually(provisioner.url(), "global", "once");

    Round round = phone.boot();

    assertThat(users(round)).containsExactly("global", "global", "unique");
    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(phone.storedUser()).hasValue("unique");
    assertThat(users(phone.boot())).containsOnly("unique");
    assertThat(round + phone.toString()).doesNotContain("once").doesNotContain("own\"");
  }

  @Test
  void boot_appliesAtEnd_oldPairForTheWholeCycle() {
    SnomPhone late = SnomPhone.builder(MAC).appliesAtEnd(true).build();
    late.enterManually(provisioner.url(), "global", "once");

    Round round = late.boot();

    assertThat(users(round)).containsExactly("global", "global", "global");
    assertThat(round.trace()).endsWith("fw.xml 404");
    assertThat(late.holds("unique", "own")).isTrue();
    assertThat(users(late.boot())).containsOnly("unique");
  }

  @Test
  void boot_pairInFirstFile_usedForTheSecond() {
    provisioner.desk(TYPE, pair("unique", "own"));
    phone.enterManually(provisioner.url(), "global", "once");

    assertThat(users(phone.boot())).startsWith("global", "unique");
  }

  @Test
  void boot_wrongPair_givesUpAfterSecond401() {
    phone.enterManually(provisioner.url(), "global", "wrong");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.trace()).containsExactly(TYPE + " 401", TYPE + " 401");
    phone.enterManually(provisioner.url(), "global", "once");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED); // it never locks
  }

  @Test
  void boot_noPair_givesUpAfterFirst401() {
    phone.enterManually(provisioner.url());

    assertThat(phone.boot().trace()).containsExactly(TYPE + " 401");
    assertThat(phone.storedUser()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong"})
  void boot_prompting_stopsAndAsks(String password) {
    SnomPhone asking = SnomPhone.builder(MAC).prompts(true).build();
    asking.enterManually(provisioner.url(), password.isEmpty() ? "" : "global", password);

    assertThat(asking.boot().outcome()).isEqualTo(Outcome.PROMPT);
  }

  @Test
  void boot_refusedAfterCommonFile_failedAndNothingMore() {
    provisioner.common.add(TYPE);
    provisioner.desk(TYPE, setting("language", "Deutsch"));
    phone.enterManually(provisioner.url(), "global", "wrong");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.trace()).containsExactly(TYPE + " 200", OWN + " 401", OWN + " 401");
  }

  @Test
  void boot_digestOnly_notByDefault() {
    provisioner.challenge = Provisioner.DIGEST;
    phone.enterManually(provisioner.url(), "global", "once");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.defects())
        .extracting(Defect::kind)
        .containsExactly(Defect.Kind.NO_USABLE_CHALLENGE);
  }

  @Test
  void boot_digestAble_answersDigest() {
    provisioner.challenge = Provisioner.DIGEST;
    SnomPhone able = SnomPhone.builder(MAC).schemes(AuthScheme.DIGEST, AuthScheme.BASIC).build();
    able.enterManually(provisioner.url(), "global", "once");

    assertThat(able.boot().last(OWN).orElseThrow().scheme()).hasValue(AuthScheme.DIGEST);
  }

  @Test
  void boot_staleNonce_repeatedOnceMoreIfHonoured() {
    provisioner.challenge = Provisioner.DIGEST;
    byte[] stale = ScriptedServer.reply(401, "", Provisioner.DIGEST + ", stale=true");
    for (boolean honours : new boolean[] {true, false}) {
      SnomPhone able =
          SnomPhone.builder(MAC).schemes(AuthScheme.DIGEST).honoursStale(honours).build();
      able.enterManually(provisioner.url(), "global", "once");
      provisioner.next(TYPE, stale, stale);

      assertThat(able.boot().trace())
          .startsWith(TYPE + " 401", TYPE + " 401")
          .satisfies(t -> assertThat(t.contains(TYPE + " 404")).isEqualTo(honours));
    }
  }

  @Test
  void boot_pairInAddress_used() {
    phone.enterManually(provisioner.url("global", "once"));

    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(users(phone.boot())).containsExactly("global", "global", "unique");
    assertThat(provisioner.targets()).noneMatch(t -> t.contains("once"));
    assertThat(phone.storedUser()).hasValue("unique"); // the new address has none
  }

  @Test
  void boot_pairInAddressAndInSettings_asChosen() {
    provisioner.unique("unique", "own").desk(OWN, pair("unique", "own"), STATUS);
    for (PairChoice choice : PairChoice.values()) {
      SnomPhone torn = SnomPhone.builder(MAC).pairChoice(choice).build();
      torn.enterManually(provisioner.url("global", "once"));
      String winner = choice == PairChoice.URL_FIRST ? "global" : "unique";

      assertThat(users(torn.boot())).containsExactly("global", "global", winner);
      assertThat(torn.storedUser()).hasValue(winner);
    }
  }

  @Test
  void boot_pairInAddress_notShownToAnotherServer() throws IOException {
    try (Provisioner other = new Provisioner().user("global", "once")) {
      provisioner.manifest(OWN, other.url() + "x.xml");
      phone.enterManually(provisioner.url("global", "once"));

      Round round = phone.boot();

      assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(other.requests()).hasSize(1);
    }
  }

  @Test
  void boot_pairInReference_beatsAllOthers() {
    provisioner.manifest(OWN, provisioner.url("unique", "own") + "x.xml", "y.xml");
    phone.enterManually(provisioner.url(), "global", "once");

    assertThat(users(phone.boot())).containsExactly("global", "global", "unique", "global");
  }

  @ParameterizedTest
  @ValueSource(strings = {"R", "&amp;", " "})
  void enterManually_readOnly_refusedAndNothingChanged(String permission) {
    provisioner.desk(OWN, pair("unique", "own"), setting("http_client_pass", "own", permission));
    phone.enterManually(provisioner.url(), "global", "once");
    phone.boot();

    assertThatThrownBy(() -> phone.enterManually("http://x/", "global", "once"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("http_client_pass");
    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(phone.storedUrl()).hasValue(provisioner.url());
    phone.factoryReset();
    phone.enterManually("http://x/", "global", "once");
    assertThat(phone.holds("global", "once")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$", "RW", "!"})
  void enterManually_leftToPerson_taken(String permission) {
    provisioner.desk(OWN, setting("http_client_pass", "own", permission));
    phone.enterManually(provisioner.url(), "global", "once");
    phone.boot();

    phone.enterManually("http://x/", "someone", "else");

    assertThat(phone.holds("someone", "else")).isTrue();
  }

  @Test
  void boot_factoryReset_pairAndSettingsGone() {
    phone.enterManually(provisioner.url(), "global", "once");
    phone.boot();

    phone.factoryReset();

    assertThat(phone.storedUser()).isEmpty();
    assertThat(phone.storedUrl()).isEmpty();
    assertThat(phone.sipUsers()).isEmpty();
    assertThat(phone.configuration()).isEmpty();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void boot_keepAlive_oneConnectionAndStillFirstWithout() {
    SnomPhone kept = SnomPhone.builder(MAC).keepAlive(true).build();
    kept.enterManually(provisioner.url(), "unique", "own");

    Round round = kept.boot();

    assertThat(provisioner.requests()).allMatch(r -> r.connection() == 1);
    assertThat(round.exchanges()).filteredOn(e -> !e.authenticated()).hasSize(3);
  }
}
