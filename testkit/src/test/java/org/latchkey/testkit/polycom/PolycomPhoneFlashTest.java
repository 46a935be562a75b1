package org.latchkey.testkit.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.polycom.Provisioner.MAC;
import static org.latchkey.testkit.polycom.Provisioner.OWN;
import static org.latchkey.testkit.polycom.Provisioner.XML;
import static org.latchkey.testkit.polycom.Provisioner.flash;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

class PolycomPhoneFlashTest {
  private final Provisioner provisioner = new Provisioner().master(OWN);
  private final PolycomPhone phone = PolycomPhone.builder(MAC).build();

  PolycomPhoneFlashTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private String urlWithGlobal() {
    return provisioner.url().replace("http://", "http://global:once@");
  }

  @Test
  void boot_dhcpWithCredential_globalAtEveryBoot() {
    provisioner.user("global", "once").unique("unique", "own");
    phone.dhcpCustom(urlWithGlobal());

    phone.boot();
    Round later = phone.boot();

    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(later.exchanges())
        .filteredOn(Exchange::authenticated)
        .extracting(e -> e.user().orElse(""))
        .containsOnly("global");
  }

  @Test
  void boot_dhcpWithCredentialAndStatic_uniqueFromTheRestart() {
    provisioner
        .user("global", "once")
        .user("unique", "own")
        .file(
            OWN,
            "device.set=\"1\"",
            flash("device.prov.serverName", provisioner.url()),
            flash("device.prov.user", "unique"),
            flash("device.prov.password", "own"),
            flash("device.dhcp.bootSrvUseOpt", "Static"));
    phone.dhcpCustom(urlWithGlobal());

    phone.boot();
    Round later = phone.boot();

    assertThat(phone.bootServer()).isEqualTo(BootServer.STATIC);
    assertThat(later.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(later.exchanges())
        .filteredOn(Exchange::authenticated)
        .extracting(e -> e.user().orElse(""))
        .containsOnly("unique");
  }

  @Test
  void boot_dhcpOptions_chosenByFlash() {
    phone.enterManually("http://127.0.0.1:1/");
    phone.dhcp66(provisioner.url());
    assertThat(phone.boot().exchanges()).noneMatch(e -> e.host().equals("127.0.0.1:1"));

    phone.enterManually(BootServer.CUSTOM); // option 160 is not offered: flash
    assertThat(phone.boot().exchanges()).allMatch(e -> e.host().equals("127.0.0.1:1"));

    phone.enterManually(BootServer.OPTION_66);
    assertThat(phone.boot().outcome()).isNotEqualTo(Outcome.FAILED);

    phone.enterManually(BootServer.STATIC);
    assertThat(phone.boot().exchanges()).allMatch(e -> e.host().equals("127.0.0.1:1"));

    phone.enterManually(BootServer.CUSTOM_AND_DEFAULT);
    phone.dhcpSilent();
    assertThat(phone.boot().exchanges()).allMatch(e -> e.host().equals("127.0.0.1:1"));
  }

  @Test
  void boot_bothDhcpOptions_customOneFirst() {
    phone.dhcp66("http://127.0.0.1:1/");
    phone.dhcpCustom(provisioner.url());
    assertThat(phone.boot().exchanges()).noneMatch(e -> e.host().equals("127.0.0.1:1"));

    phone.enterManually(BootServer.OPTION_66);
    assertThat(phone.boot().exchanges()).allMatch(e -> e.host().equals("127.0.0.1:1"));
  }

  @Test
  void bootServer_numberOfOldFirmware_understood() {
    provisioner.file(OWN, "device.set=\"1\"", flash("device.dhcp.bootSrvUseOpt", "2"));
    phone.dhcpCustom(provisioner.url());

    phone.boot();

    assertThat(phone.bootServer()).isEqualTo(BootServer.STATIC);
  }

  @Test
  void userAgent_tagSerialNoDelivered_macFromTheRestart() {
    provisioner.file(OWN, "device.set=\"1\"", flash("device.prov.tagSerialNo", "1"));
    phone.enterManually(provisioner.url());
    assertThat(phone.userAgent()).doesNotContain("SN:");

    phone.boot();

    assertThat(phone.userAgent()).contains("UA/5.9.7.3480 (SN:" + MAC + ") Type/Application");
    assertThat(provisioner.requests().get(12).header("User-Agent").orElse(""))
        .doesNotContain("SN:");
    assertThat(provisioner.requests().get(13).header("User-Agent").orElse(""))
        .contains("(SN:" + MAC + ") Type/Updater");
  }

  @Test
  void webLogin_passwordsDelivered_factoryOnesGone() {
    provisioner.file(
        OWN,
        "device.set=\"1\"",
        flash("device.auth.localAdminPassword", "strong"),
        flash("device.auth.localUserPassword", "other"));
    phone.enterManually(provisioner.url());
    assertThat(phone.webLogin("Polycom", "456")).isTrue();
    assertThat(phone.webLogin("User", "123")).isTrue();

    phone.boot();

    assertThat(phone.webLogin("Polycom", "456")).isFalse();
    assertThat(phone.webLogin("Polycom", "strong")).isTrue();
    assertThat(phone.webLogin("User", "other")).isTrue();
    assertThat(phone.webLogin("root", "strong")).isFalse();
  }

  @Test
  void boot_emptyFlashValue_countsAsDefault() {
    provisioner.file(OWN, "device.set=\"1\"", flash("device.prov.user", ""));
    phone.enterManually(provisioner.url(), "x", "y");

    phone.boot();

    assertThat(phone.storedUser()).hasValue("PlcmSpIp");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_valueEqualToFactorys_noRestart() {
    provisioner.file(OWN, "device.set=\"1\"", flash("device.prov.ztpEnabled", "1"));
    phone.enterManually(provisioner.url());

    assertThat(phone.boot().notes()).doesNotContain("restart");
  }

  @Test
  void boot_serverMoves_nextSweepThere() {
    provisioner.file(
        OWN,
        "device.set=\"1\"",
        flash("device.prov.serverName", provisioner.server.authority() + "/own"),
        flash("device.prov.serverType", "HTTP"));
    phone.enterManually(provisioner.url());

    Round round = phone.boot();

    assertThat(round.exchanges().get(13).target()).isEqualTo("/own/" + MAC + "-boot.log");
  }

  @Test
  void boot_settingsThatNeverRest_givesUp() {
    phone.enterManually(provisioner.url());
    for (int i = 0; i < 6; i++) {
      String user = flash("device.prov.user", "u" + i);
      provisioner.next(OWN, ScriptedServer.reply(200, XML + "<A device.set=\"1\" " + user + "/>"));
    }

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.notes()).contains("gives up after 5 restarts");
  }

  @Test
  void redirect_freshPhone_takenOnce() {
    assertThat(phone.redirect(provisioner.url(), "global", "once")).isTrue();
    assertThat(phone.redirect("http://127.0.0.1:1/", "x", "y")).isFalse();
    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(phone.storedUrl()).hasValue(provisioner.url());
  }

  @Test
  void redirect_switchedOff_notTaken() {
    provisioner.file(OWN, "device.set=\"1\"", flash("device.prov.ztpEnabled", "0"));
    phone.dhcpCustom(provisioner.url());
    phone.boot();
    phone.dhcpSilent();

    assertThat(phone.asksRedirect()).isFalse();
    assertThat(phone.redirect(provisioner.url(), "global", "once")).isFalse();
  }

  @Test
  void factoryReset_everythingButOverridesOnServer() {
    provisioner.unique("unique", "own").users.clear();
    phone.enterManually(provisioner.url(), "global", "once");
    phone.boot();

    phone.factoryReset();

    assertThat(phone.holds("PlcmSpIp", "PlcmSpIp")).isTrue();
    assertThat(phone.storedUrl()).isEmpty();
    assertThat(phone.registrations()).isEmpty();
    assertThat(phone.configuration()).isEmpty();
  }

  @Test
  void nextWakeUp_polling_asConfigured() {
    provisioner.file(OWN, "prov.polling.enabled=\"1\" prov.polling.period=\"7200\"");
    phone.enterManually(provisioner.url());
    assertThat(phone.nextWakeUp()).isEmpty();

    assertThat(phone.boot().nextWakeUp()).hasValue(Duration.ofHours(2));

    provisioner.file(OWN, "prov.polling.enabled=\"1\" prov.polling.period=\"60\"");
    assertThat(phone.resync().nextWakeUp()).hasValue(Duration.ofDays(1));
  }

  @Test
  void registrations_lines_withPhoneWideServer() {
    provisioner.file(
        OWN,
        "reg.2.address=\"200@x\" reg.2.label=\"\" reg.2.displayName=\"Bob\"",
        "reg.2.auth.userId=\"u2\" reg.2.auth.password=\"p2\"",
        "reg.2.server.1.address=\"sip\" reg.2.server.1.port=\"5061\"",
        "reg.2.server.1.transport=\"TLS\"",
        "reg.1.address=\"100\" voIpProt.server.1.address=\"wide\" reg.3.address=\"\"");
    phone.enterManually(provisioner.url());

    phone.boot();

    assertThat(phone.registrations())
        .containsExactly(
            new Registration(1, "100", "100", "", "", "wide", 0, "DNSnaptr"),
            new Registration(2, "200@x", "200", "Bob", "u2", "sip", 5061, "TLS"));
    assertThat(phone.config("reg.2.auth.password")).hasValue("p2");
  }
}
