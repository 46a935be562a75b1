package org.latchkey.testkit.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.cisco.Provisioner.MAC;
import static org.latchkey.testkit.cisco.Provisioner.element;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

/** Section 1.1, 1.2 and 10 of the facts: where the first address comes from. */
class CiscoPhoneWalkTest {
  private static final String SERIES = "/8851-3PCC.xml";
  private static final String DEVICE = "/Cisco/CP-8851-3PCC/" + MAC + ".cfg";

  private final Provisioner provisioner = new Provisioner();
  private final CiscoPhone phone = CiscoPhone.builder(MAC).build();

  CiscoPhoneWalkTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private List<String> targets() {
    return provisioner.requests().stream().map(Request::target).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "CP_8851, /$PSN.xml",
    "CP_8851_11, /$PSN.xml",
    "CP_7841, /$PSN.xml",
    "CP_6841, /$PSN.xml",
    "DP_9851, /$PSN.xml",
    "VP_8875, /$PSN.xml",
    "SPA504G, /spa$PSN.cfg",
    "SPA525G2, /spa$PSN.cfg",
    "SPA942, /spa$PSN.cfg",
    "SPA112, /spa$PSN.cfg",
    "ATA191, /ata$PSN.cfg",
    "ATA192, /ata$PSN.cfg"
  })
  void build_everyModel_factoryRuleOfItsFamily(CiscoModel model, String rule) {
    CiscoPhone fresh = CiscoPhone.builder(MAC).model(model).build();

    assertThat(fresh.config("Profile_Rule")).contains(rule);
    assertThat(fresh.storedUser()).isEmpty();
    assertThat(fresh.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @ParameterizedTest
  @CsvSource({
    "CP_6841, /6841-3PCC.xml, /Cisco/CP-6841-3PCC/" + MAC + ".cfg",
    "DP_9851, /9851.xml, /Cisco/Desk%20Phone%209851/" + MAC + ".cfg"
  })
  void boot_otherModels_theirOwnNames(CiscoModel model, String series, String device) {
    CiscoPhone other = CiscoPhone.builder(MAC).model(model).dhcp(66, provisioner.url("")).build();

    other.boot();

    assertThat(targets()).containsExactly("/", series, device);
  }

  @Test
  void boot_dhcpPath_threeAddressesInOrder() {
    phone.dhcp(66, provisioner.url("/cfg/a"));

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.NOTHING_FOUND);
    assertThat(targets()).containsExactly("/cfg/a", "/cfg/a" + SERIES, "/cfg/a" + DEVICE);
  }

  @Test
  void boot_dhcpBareCfg_secondAndThirdBelowIt() {
    provisioner.file("/cfg" + DEVICE, element("User_ID_1_", "100"));
    phone.dhcp(66, provisioner.url("/cfg"));

    phone.boot();

    assertThat(targets().subList(0, 3)).containsExactly("/cfg", "/cfg" + SERIES, "/cfg" + DEVICE);
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void boot_dhcpFirstAddressWorks_noOther() {
    provisioner.file("/cfg/", element("Station_Name", ""));
    phone.dhcp(66, provisioner.url("/cfg/"));

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(targets()).containsExactly("/cfg/");
  }

  @Test
  void boot_dhcpSlashAtTheEnd_notDoubled() {
    phone.dhcp(66, provisioner.url("/cfg/"));

    phone.boot();

    assertThat(targets()).containsExactly("/cfg/", "/cfg" + SERIES, "/cfg" + DEVICE);
  }

  @Test
  void boot_dhcpHostOnly_rootFirst() {
    phone.dhcp(66, provisioner.url(""));

    phone.boot();

    assertThat(targets()).containsExactly("/", SERIES, DEVICE);
  }

  @Test
  void boot_dhcpBareAddress_tftpThenHttpThenHttps() {
    phone.dhcp(66, provisioner.server.authority());

    Round round = phone.boot();

    assertThat(round.notes()).filteredOn(n -> n.equals("cannot speak tftp")).hasSize(2);
    assertThat(targets()).containsExactly(SERIES, DEVICE);
    assertThat(round.exchanges()).hasSize(4).extracting(e -> e.status()).endsWith(0, 0);
  }

  @Test
  void boot_dhcpTwoValues_allOfTheFirstBeforeTheSecond() {
    phone.dhcp(66, provisioner.url("/a") + ";" + provisioner.url("/b"));

    phone.boot();

    assertThat(targets())
        .containsExactly("/a", "/a" + SERIES, "/a" + DEVICE, "/b", "/b" + SERIES, "/b" + DEVICE);
  }

  @Test
  void boot_severalOptions_inTheOrderOfTheParameter() {
    phone.dhcp(160, provisioner.url("/160"));
    phone.dhcp(66, provisioner.url("/66"));
    phone.dhcp(99, provisioner.url("/99"));

    phone.boot();

    assertThat(targets()).hasSize(6).startsWith("/66").element(3).isEqualTo("/160");
  }

  @Test
  void boot_optionsBlanked_networkNotAsked() {
    phone.changeAtPhone(Map.of("DHCP_Option_To_Use", ""));
    phone.dhcp(66, provisioner.url("/cfg"));

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(targets()).isEmpty();
  }

  @Test
  void boot_ruleWithServer_networkNotAsked() {
    phone.dhcp(66, provisioner.url("/dhcp"));
    phone.enterManually(provisioner.url("/mine"));

    phone.boot();

    assertThat(targets()).containsExactly("/mine");
  }

  @Test
  void boot_dhcpRuleWithBracket_credentialOnEveryAddress() {
    provisioner.user("global", "once");
    phone.dhcp(66, "[--uid global --pwd once] " + provisioner.url("/cfg"));

    Round round = phone.boot();

    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(round.exchanges())
        .filteredOn(e -> e.authenticated())
        .extracting(e -> e.target())
        .containsExactly("/cfg", "/cfg" + SERIES, "/cfg" + DEVICE);
  }

  @Test
  void boot_spaWithWholeAddress_macrosAndOneRequest() {
    CiscoPhone spa =
        CiscoPhone.builder(MAC)
            .model(CiscoModel.SPA504G)
            .dhcp(66, provisioner.url("/spa$PSN.cfg"))
            .build();

    spa.boot();

    assertThat(targets()).containsExactly("/spa504G.cfg");
  }

  @ParameterizedTest
  @CsvSource({"SPA504G, /spa504G.cfg", "ATA191, /ata191.cfg"})
  void boot_spaWithHost_factoryPathBySchemeOfTheParameter(CiscoModel model, String path) {
    CiscoPhone spa =
        CiscoPhone.builder(MAC).model(model).dhcp(66, provisioner.server.authority()).build();
    assertThat(spa.boot().notes()).contains("cannot speak tftp");

    spa.changeAtPhone(Map.of("Transport_Protocol", "http"));
    spa.boot();

    assertThat(targets()).containsExactly(path);
  }

  @Test
  void boot_walkWithErrorAndMissingFiles_theErrorCounts() {
    provisioner.next("/cfg", ScriptedServer.reply(500, ""));
    phone.dhcp(66, provisioner.url("/cfg"));

    Round round = phone.boot();

    assertThat(round.trace()).hasSize(3).endsWith(MAC + ".cfg 404");
    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.notes()).contains("failure C");
  }

  @Test
  void boot_walkAfterRefusalOff_stopsThere() {
    provisioner.user("global", "once");
    CiscoPhone halting =
        CiscoPhone.builder(MAC)
            .walksOnAfterRefusal(false)
            .dhcp(66, provisioner.url("/cfg"))
            .build();

    halting.boot();

    assertThat(targets()).containsExactly("/cfg");
    phone.dhcp(66, provisioner.url("/on"));
    phone.boot();
    assertThat(targets()).hasSize(4);
  }

  @Test
  void redirect_nobodyElse_takenOnce() {
    assertThat(phone.redirect(provisioner.url("/cfg"), "global", "once")).isTrue();
    assertThat(phone.config("Profile_Rule"))
        .contains("[--uid global --pwd once] " + provisioner.url("/cfg"));
    assertThat(phone.redirect(provisioner.url("/x"), "a", "b")).isFalse();

    phone.factoryReset();

    assertThat(phone.redirect(provisioner.url("/x"), "", "")).isTrue();
    assertThat(phone.config("Profile_Rule")).contains(provisioner.url("/x"));
  }

  @Test
  void redirect_dhcpOffers_onlyAfterThatFailed() {
    phone.dhcp(66, provisioner.url("/cfg"));
    assertThat(phone.asksRedirect()).isFalse();

    phone.boot();

    assertThat(phone.asksRedirect()).isTrue();
  }

  @Test
  void redirect_dhcpGaveProfile_notAskedUntilReset() {
    provisioner.file("/cfg", element("Station_Name", "x"));
    phone.dhcp(66, provisioner.url("/cfg"));
    phone.boot();
    phone.dhcpSilent();

    assertThat(phone.redirect("http://x", "a", "b")).isFalse();
    phone.factoryReset();
    assertThat(phone.redirect("http://x", "a", "b")).isTrue();
  }

  @Test
  void redirect_typedByHandOrOlderFamily_notAsked() {
    phone.enterManually("/$PSN.xml");
    assertThat(phone.redirect("http://x", "a", "b")).isFalse();

    for (CiscoModel old : List.of(CiscoModel.SPA504G, CiscoModel.SPA942, CiscoModel.SPA112)) {
      assertThat(CiscoPhone.builder(MAC).model(old).build().asksRedirect()).isFalse();
    }
    assertThat(CiscoPhone.builder(MAC).model(CiscoModel.ATA191).build().asksRedirect()).isTrue();
  }
}
