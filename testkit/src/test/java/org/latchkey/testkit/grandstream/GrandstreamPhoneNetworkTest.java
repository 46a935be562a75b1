package org.latchkey.testkit.grandstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.grandstream.Provisioner.BINARY;
import static org.latchkey.testkit.grandstream.Provisioner.MAC;
import static org.latchkey.testkit.grandstream.Provisioner.OWN;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class GrandstreamPhoneNetworkTest {
  private final Provisioner provisioner =
      new Provisioner().unique("unique", "own").user("global", "once");
  private final Provisioner rogue = new Provisioner();

  GrandstreamPhoneNetworkTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
    rogue.close();
  }

  private static GrandstreamPhone factory(GrandstreamKind kind) {
    return GrandstreamPhone.builder(MAC).kind(kind).build();
  }

  private GrandstreamPhone entered(GrandstreamKind kind) {
    GrandstreamPhone phone = factory(kind);
    phone.enterManually(provisioner.url(), "global", "once");
    return phone;
  }

  @ParameterizedTest
  @EnumSource(GrandstreamKind.class)
  void boot_fromTheFactory_asksRedirectServiceAtEveryBoot(GrandstreamKind kind) {
    GrandstreamPhone phone = factory(kind);

    for (int boot = 0; boot < 2; boot++) {
      Round round = phone.boot();
      assertThat(round.outcome()).isEqualTo(Outcome.NOT_DUE);
      assertThat(round.notes()).containsExactly("asks the vendor's redirect service");
      assertThat(phone.asksRedirect()).isTrue();
    }
    assertThat(phone.redirect(provisioner.url(), "global", "once")).isTrue();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.holds("unique", "own")).isTrue();
  }

  @Test
  void redirect_afterAnotherPath_notAsked() {
    GrandstreamPhone phone = entered(GrandstreamKind.GXP21XX);

    assertThat(phone.redirect(rogue.url(), "x", "y")).isFalse();
    assertThat(phone.storedUrl()).isEqualTo("http://" + provisioner.path());
    assertThat(phone.holds("global", "once")).isTrue();
  }

  @Test
  void redirect_afterFactoryReset_askedAgain() {
    GrandstreamPhone phone = entered(GrandstreamKind.HT802);
    phone.boot();

    phone.factoryReset();

    assertThat(phone.storedUser()).isEmpty();
    assertThat(phone.sipUsers()).isEmpty();
    assertThat(phone.storedUrl()).isEqualTo("https://fm.grandstream.com/gs");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(phone.redirect(provisioner.url(), "global", "once")).isTrue();
  }

  @Test
  void factoryReset_promptOpen_gone() {
    GrandstreamPhone phone = factory(GrandstreamKind.GXP21XX);
    phone.enterManually(provisioner.url(), "", "");
    phone.boot();

    phone.factoryReset();

    assertThat(phone.promptOpen()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://h.example.net/cfg/, 1, h.example.net/cfg",
    "https://h.example.net:8443/cfg, 2, h.example.net:8443/cfg",
    "HTTPS://h.example.net, 2, h.example.net"
  })
  void enterManually_url_pathAndProtocolApart(String url, String protocol, String path) {
    GrandstreamPhone phone = factory(GrandstreamKind.GXP21XX);

    phone.enterManually(url, "global", "once");

    assertThat(phone.config("P212")).hasValue(protocol);
    assertThat(phone.config("P237")).hasValue(path);
  }

  @Test
  void enterManually_notHttp_refused() {
    assertThatThrownBy(
            () -> factory(GrandstreamKind.HT802).enterManually("tftp://h/x", "global", "once"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void boot_pathWithScheme_onlyAdaptersUseIt() {
    provisioner.numbered(OWN, "P237=" + provisioner.url() + "sub");
    GrandstreamPhone adapter = entered(GrandstreamKind.HT80X_V2);
    GrandstreamPhone desk = entered(GrandstreamKind.GXP21XX);
    adapter.boot();
    desk.boot();
    int before = provisioner.requests().size();

    Round failed = desk.boot();

    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_URL);
    assertThat(provisioner.requests()).hasSize(before);
    assertThat(adapter.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(provisioner.targets()).contains("/cfg/sub/" + OWN);
  }

  @Test
  void boot_pathWithSlashAtItsEnd_twoSlashes() {
    provisioner.numbered(OWN, "P237=" + provisioner.path() + "/");
    GrandstreamPhone phone = entered(GrandstreamKind.GXP21XX);
    phone.boot();

    phone.boot();

    assertThat(provisioner.targets()).endsWith("/cfg//" + BINARY, "/cfg//" + OWN, "/cfg//" + OWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "4"})
  void boot_protocolNotHttp_failedWithoutRequest(String protocol) {
    provisioner.numbered(OWN, "P212=" + protocol);
    GrandstreamPhone phone = entered(GrandstreamKind.GXP21XX);
    phone.boot();
    int before = provisioner.requests().size();

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(provisioner.requests()).hasSize(before);
  }

  @Test
  void boot_dhcpOffer_beatsFactoryAndStoredPath() {
    GrandstreamPhone phone = factory(GrandstreamKind.HT802);
    phone.dhcp(rogue.url());
    assertThat(phone.asksRedirect()).isFalse();
    assertThat(phone.redirect(provisioner.url(), "global", "once")).isFalse();
    phone.enterManually(provisioner.url(), "global", "once");

    phone.boot();

    assertThat(rogue.requests()).hasSize(4);
    assertThat(provisioner.requests()).isEmpty();
    phone.networkSilent();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_dhcpSwitchedOff_storedPath() {
    provisioner.numbered(OWN, "P145=0");
    GrandstreamPhone phone = entered(GrandstreamKind.GXP21XX);
    phone.boot();
    phone.dhcp(rogue.url());

    phone.boot();

    assertThat(phone.asksDhcp()).isFalse();
    assertThat(rogue.requests()).isEmpty();
  }

  @Test
  void boot_dhcpPreferred_storedPathIfNothingThere() {
    provisioner.numbered(OWN, "P145=2", "P30=a");
    GrandstreamPhone phone = entered(GrandstreamKind.HT802);
    phone.boot();
    phone.dhcp(rogue.url());

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(rogue.requests()).hasSize(4);

    rogue.numbered(OWN, "P30=b");
    int before = provisioner.requests().size();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.config("P30")).hasValue("b");
    assertThat(provisioner.requests()).hasSize(before);
  }

  @Test
  void boot_dhcpPreferredFromTheFactory_noFileOfTheRedirectService() {
    rogue.numbered(OWN, "P145=2");
    GrandstreamPhone phone = factory(GrandstreamKind.HT802);
    phone.dhcp(rogue.url());
    phone.boot();
    rogue.files.clear();

    assertThat(phone.boot().exchanges()).hasSize(4).allMatch(e -> e.status() == 404);
  }

  @Test
  void boot_dhcpWithCredentialAndFolder_shown() {
    GrandstreamPhone phone =
        GrandstreamPhone.builder(MAC).kind(GrandstreamKind.HT802).appendsFolderToDhcp(true).build();
    phone.dhcp(provisioner.url().replace("//", "//global:once@"));

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(provisioner.targets()).contains("/cfg/Grandstream/" + OWN);
  }

  @Test
  void boot_pnpOffer_takenWithSlashOnly() {
    GrandstreamPhone phone = entered(GrandstreamKind.GXP21XX);
    phone.pnp(rogue.server.url("/cfg"));
    phone.boot();
    assertThat(rogue.requests()).isEmpty();

    phone.pnp(rogue.url());
    phone.boot();
    assertThat(rogue.targets()).contains("/cfg/" + OWN);
  }

  @Test
  void boot_pnpSwitchedOff_storedPath() {
    provisioner.numbered(OWN, "P1414=0");
    GrandstreamPhone phone = entered(GrandstreamKind.GXP21XX);
    phone.boot();
    phone.pnp(rogue.url());

    phone.boot();

    assertThat(phone.asksPnp()).isFalse();
    assertThat(rogue.requests()).isEmpty();
  }

  @Test
  void boot_dhcpAndPnp_dhcpWins() throws IOException {
    try (Provisioner other = new Provisioner()) {
      GrandstreamPhone phone = factory(GrandstreamKind.HT802);
      phone.pnp(other.url());
      phone.dhcp(rogue.url());

      phone.boot();

      assertThat(rogue.requests()).hasSize(4);
      assertThat(other.requests()).isEmpty();
    }
  }
}
