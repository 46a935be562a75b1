package org.latchkey.testkit.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.snom.Provisioner.MAC;
import static org.latchkey.testkit.snom.Provisioner.OWN;
import static org.latchkey.testkit.snom.Provisioner.pair;
import static org.latchkey.testkit.snom.Provisioner.setting;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class SnomPhoneSourcesTest {
  private final Provisioner provisioner =
      new Provisioner().unique("unique", "own").user("global", "once");
  private final SnomPhone phone = SnomPhone.builder(MAC).build();

  SnomPhoneSourcesTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private static String userAtOwn(Round round) {
    return round.last(OWN).flatMap(Exchange::user).orElse("");
  }

  @Test
  void redirect_freshPhone_addressAndPairTakenAtBoot() {
    assertThat(phone.redirect(provisioner.url(), "global", "once")).isTrue();
    assertThat(phone.holds("global", "once")).isFalse();

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(userAtOwn(round)).isEqualTo("global");
    assertThat(phone.holds("unique", "own")).isTrue();
  }

  @Test
  void redirect_configSetsServer_neverAskedAgain() {
    phone.redirect(provisioner.url(), "global", "once");
    phone.boot();

    assertThat(phone.asksRedirect()).isFalse();
    assertThat(phone.redirect(provisioner.url(), "global", "once")).isFalse();
    assertThat(userAtOwn(phone.boot())).isEqualTo("unique");
  }

  @Test
  void redirect_configLeavesServer_oldPairAtEveryBoot() {
    provisioner.desk(OWN, pair("unique", "own"));
    phone.redirect(provisioner.url(), "global", "once");
    phone.boot();

    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(userAtOwn(phone.resync())).isEqualTo("unique"); // no boot, not asked
    assertThat(userAtOwn(phone.boot())).isEqualTo("global");
    assertThat(phone.storedUrl()).isEmpty();
    assertThat(phone.redirect(provisioner.url(), "global", "once")).isTrue();
  }

  @Test
  void redirect_pairInUrl_usedUntilServerIsSet() {
    SnomPhone inUrl = SnomPhone.builder(MAC).redirectsPairInUrl(true).build();
    inUrl.redirect(provisioner.url(), "global", "once");

    assertThat(userAtOwn(inUrl.boot())).isEqualTo("global");
    assertThat(inUrl.holds("unique", "own")).isTrue();
    assertThat(userAtOwn(inUrl.boot())).isEqualTo("unique");
  }

  @Test
  void redirect_pairInUrlAndServerNotSet_ownPairNeverShown() {
    provisioner.desk(OWN, pair("unique", "own"));
    SnomPhone inUrl = SnomPhone.builder(MAC).redirectsPairInUrl(true).build();
    inUrl.redirect(provisioner.url(), "global", "once");
    inUrl.boot();

    assertThat(userAtOwn(inUrl.resync())).isEqualTo("global");
    assertThat(inUrl.config("http_client_user")).hasValue("unique");
  }

  @Test
  void redirect_afterFactoryReset_comesBack() {
    phone.redirect(provisioner.url(), "global", "once");
    phone.boot();

    phone.factoryReset();

    assertThat(phone.asksRedirect()).isTrue();
    assertThat(userAtOwn(phone.boot())).isEqualTo("global");
  }

  @Test
  void redirect_orderWithoutIt_neverAsked() {
    provisioner.desk(OWN, setting("provisioning_order", "dhcp:stop pnp:stop"));
    phone.redirect(provisioner.url(), "global", "once");
    phone.boot();

    assertThat(phone.asksRedirect()).isFalse();
    assertThat(phone.redirect("http://x/", "global", "once")).isFalse();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void dhcp_configLeavesServer_usedButNotStored() {
    provisioner.desk(OWN, setting("language", "English"));
    phone.dhcp(provisioner.url("global", "once"));

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.storedUrl()).isEmpty();
    assertThat(phone.storedUser()).hasValue("global");
    phone.networkSilent();
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void factoryReset_addressFromNetwork_forgotten() {
    provisioner.desk(OWN, setting("language", "English"));
    phone.dhcp(provisioner.url("global", "once"));
    phone.boot();

    phone.factoryReset();

    assertThat(phone.storedUser()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', /r/", // from the factory redirection is first
    "pnp:stop redirection:stop, /p/",
    "dhcp:stop pnp:stop, /d/",
    "tr69:stop dhcp:stop, /d/"
  })
  void boot_severalSources_firstOfOrder(String order, String first) {
    if (!order.isEmpty()) {
      phone.changeAtPhone("provisioning_order", order);
    }
    phone.redirect(provisioner.server.url("/r/"), "global", "once");
    phone.pnp(provisioner.server.url("/p/"));
    phone.dhcp(provisioner.server.url("/d/"));

    phone.boot();

    assertThat(provisioner.targets().get(0)).startsWith(first);
    assertThat(provisioner.targets()).allMatch(t -> t.startsWith(first) || t.startsWith("/cfg"));
  }

  @Test
  void pnp_switchedOff_notUsed() {
    phone.changeAtPhone("pnp_config", "off");
    phone.pnp(provisioner.url());

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void boot_serverTyped_sourcesNotAsked() {
    phone.redirect("http://127.0.0.1:1/", "global", "once");
    phone.enterManually(provisioner.url(), "unique", "own");

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.holds("unique", "own")).isTrue();
  }
}
