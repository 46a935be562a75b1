package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.cisco.Provisioner.MAC;
import static org.latchkey.testkit.cisco.Provisioner.OWN;
import static org.latchkey.testkit.cisco.Provisioner.element;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer.Request;

/** Section 1.3 and 1.6 of the facts: one pass, and what follows it. */
class CiscoPhonePassTest {
  private final Provisioner provisioner = new Provisioner();
  private final List<Duration> waits = new ArrayList<>();
  private final CiscoPhone phone = CiscoPhone.builder(MAC).waiter(waits::add).build();

  CiscoPhonePassTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private List<String> targets() {
    return provisioner.requests().stream().map(Request::target).toList();
  }

  private String rules(String... paths) {
    StringBuilder elements = new StringBuilder();
    for (int i = 0; i < paths.length; i++) {
      elements.append(element("Profile_Rule_" + "BCD".charAt(i), provisioner.url(paths[i])));
    }
    return elements.toString();
  }

  @Test
  void boot_firstContact_orderOfTheSheet() {
    provisioner.user("global", "once").unique("/cfg", "unique", "own");
    provisioner.files.put(OWN, provisioner.files.get("/cfg"));
    phone.enterManually(provisioner.url("/cfg"), "global", "once");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.exchanges())
        .extracting(e -> e.file() + " " + e.user().orElse("-") + " " + e.status())
        .containsExactly(
            "cfg - 401", "cfg global 200", MAC + ".xml - 401", MAC + ".xml unique 200");
    assertThat(round.notes()).contains("restart");
    assertThat(phone.holds("unique", "own")).isTrue();
    assertThat(phone.sipUsers()).containsExactly("100");
    assertThat(round.toString()).doesNotContain("once").doesNotContain("own");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_everyPowerUp_randomDelayFirst() {
    provisioner.file("/cfg", element("Station_Name", "x"));
    phone.enterManually(provisioner.url("/cfg"));

    phone.boot();

    assertThat(waits).hasSize(2); // power-up and restart
    assertThat(waits).allMatch(w -> w.toSeconds() > 0 && w.toSeconds() <= 40);
    phone.resync();
    assertThat(waits).hasSize(2);
    phone.changeAtPhone(Map.of("Resync_Random_Delay", "0"));
    phone.boot();
    assertThat(waits).hasSize(2);
  }

  @Test
  void boot_noChange_noRestart() {
    provisioner.file("/cfg", element("Station_Name", "x"));
    phone.enterManually(provisioner.url("/cfg"));
    phone.boot();

    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(round.unchanged()).containsExactly("cfg");
    assertThat(round.exchanges()).hasSize(1);
    assertThat(round.notes()).doesNotContain("restart");
  }

  @Test
  void boot_restartOff_newCredentialAtTheNextPass() {
    provisioner.user("global", "once").unique("/cfg", "unique", "own");
    provisioner.files.put(OWN, provisioner.files.get("/cfg"));
    CiscoPhone calm = CiscoPhone.builder(MAC).restartsAfterChange(false).build();
    calm.enterManually(provisioner.url("/cfg"), "global", "once");

    assertThat(calm.boot().exchanges()).hasSize(2);
    assertThat(calm.resync().exchanges())
        .filteredOn(Exchange::authenticated)
        .extracting(e -> e.user().orElse(""))
        .containsExactly("unique");
  }

  @Test
  void boot_resyncOnResetOrProvisioningOff_asksNothing() {
    phone.enterManually(provisioner.url("/cfg"));
    phone.changeAtPhone(Map.of("Resync_On_Reset", "No"));
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.NOTHING_FOUND);

    phone.changeAtPhone(Map.of("Provision_Enable", "No"));
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(targets()).hasSize(1);
  }

  @Test
  void boot_profileSwitchesResyncOnResetOff_noPassAfterRestart() {
    provisioner.file("/cfg", element("Resync_On_Reset", "No"));
    phone.enterManually(provisioner.url("/cfg"));

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(targets()).containsExactly("/cfg");
  }

  @Test
  void resync_fourRules_inOrderAndLastWins() {
    provisioner
        .file("/a", rules("/b", "/c", "/d"), element("Station_Name", "a"))
        .file("/b", element("Station_Name", "b"))
        .file("/c", element("Station_Name", "c"))
        .file("/d", element("User_ID_1_", "100"));
    phone.enterManually(provisioner.url("/a"));
    phone.resync();

    int before = targets().size();
    phone.resync();

    assertThat(targets().subList(before, before + 4)).containsExactly("/a", "/b", "/c", "/d");
    assertThat(phone.config("Station_Name")).contains("c");
  }

  @Test
  void resync_aRuleFails_restIsLeftOutAndNextPassBeginsAnew() {
    provisioner.file("/a", rules("/gone", "/c")).file("/c", element("Station_Name", "c"));
    phone.enterManually(provisioner.url("/a"));

    Round first = phone.resync();

    assertThat(targets()).containsExactly("/a", "/gone");
    assertThat(first.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(first.failed()).containsExactly("gone");
    assertThat(first.nextWakeUp()).contains(Duration.ofSeconds(60));
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.NOTHING_FOUND);
    assertThat(targets()).containsExactly("/a", "/gone", "/a", "/gone");
  }

  @Test
  void resync_firstRuleFails_laterRulesNotAsked() {
    phone.changeAtPhone(Map.of("Profile_Rule_B", provisioner.url("/b")));
    phone.enterManually(provisioner.url("/gone"));

    phone.resync();

    assertThat(targets()).containsExactly("/gone");
  }

  @Test
  void resync_firstRuleEmpty_laterRulesAskedAllTheSame() {
    provisioner.file("/b", element("User_ID_1_", "100"));
    phone.changeAtPhone(Map.of("Profile_Rule_B", provisioner.url("/b")));
    phone.enterManually("");

    phone.resync();

    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void resync_rulesJustDelivered_inTheSamePassOrAfterTheRestart() {
    provisioner.file("/a", rules("/b")).file("/b", element("Station_Name", "b"));
    CiscoPhone late = CiscoPhone.builder(MAC).laterRulesAtOnce(false).build();
    late.enterManually(provisioner.url("/a"));
    late.resync();
    assertThat(targets()).containsExactly("/a", "/a", "/b", "/a", "/b");

    phone.enterManually(provisioner.url("/a"));
    phone.resync();
    assertThat(targets().subList(5, 9)).containsExactly("/a", "/b", "/a", "/b");
  }

  @Test
  void resync_laterRuleFailsAfterNewCredential_nextPassShowsIt() {
    provisioner.user("global", "once").unique("/cfg", "unique", "own");
    provisioner.files.put(OWN, provisioner.files.get("/cfg"));
    phone.changeAtPhone(Map.of("Profile_Rule_B", provisioner.url("/gone")));
    phone.enterManually(provisioner.url("/cfg"), "global", "once");

    phone.resync();

    assertThat(phone.resync().exchanges())
        .filteredOn(Exchange::authenticated)
        .extracting(e -> e.user().orElse(""))
        .containsExactly("unique");
  }

  @Test
  void resyncTo_anotherRule_notStored() {
    provisioner.file("/once", element("Station_Name", "x"));
    phone.enterManually(provisioner.url("/mine"));

    Round round = phone.resyncTo(provisioner.url("/once"));

    assertThat(targets()).containsExactly("/once", "/mine"); // it changed something: restart
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.config("Profile_Rule")).contains(provisioner.url("/mine"));
    phone.changeAtPhone(Map.of("Resync_From_SIP", "No"));
    assertThat(phone.resyncTo(provisioner.url("/once")).outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void boot_profileNeverSettles_givesUp() {
    for (int i = 0; i < 20; i++) {
      byte[] other = Provisioner.profile(element("Station_Name", "x" + i)).getBytes(UTF_8);
      provisioner.next("/cfg", Provisioner.reply(200, other));
    }
    phone.enterManually(provisioner.url("/cfg"));

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.exchanges()).hasSize(6);
  }

  @Test
  void bootstrapAtEveryBoot_withPass_shownBeforeTheOwnRule() {
    provisioner.user("global", "once").unique("/cfg", "unique", "own");
    provisioner.files.put(OWN, provisioner.files.get("/cfg"));
    CiscoPhone loyal =
        CiscoPhone.builder(MAC)
            .bootstrapAtEveryBoot("[--uid global --pwd once] " + provisioner.url("/cfg"))
            .build();
    loyal.boot();
    provisioner.users.remove("global");

    Round round = loyal.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(round.exchanges())
        .filteredOn(Exchange::authenticated)
        .extracting(e -> e.user().orElse(""))
        .contains("global")
        .endsWith("unique");
    assertThat(loyal.resync().exchanges())
        .noneMatch(e -> e.user().filter("global"::equals).isPresent());
  }

  @Test
  void bootstrapAtEveryBoot_optionsBlanked_notAskedAnyMore() {
    provisioner.unique("/cfg", "unique", "own").open.add("/cfg");
    provisioner.file(OWN, element("DHCP_Option_To_Use", ""), element("User_ID_1_", "100"));
    CiscoPhone loyal =
        CiscoPhone.builder(MAC).bootstrapAtEveryBoot(provisioner.url("/cfg")).build();
    loyal.boot();
    int before = targets().size();

    loyal.boot();

    assertThat(targets().subList(before, targets().size())).containsExactly(OWN, OWN);
  }

  @Test
  void bootstrapAtEveryBoot_withoutPassAndRefused_ownRuleAllTheSame() {
    provisioner.unique("/cfg", "unique", "own");
    provisioner.files.put(OWN, provisioner.files.get("/cfg"));
    CiscoPhone loyal =
        CiscoPhone.builder(MAC).bootstrapAtEveryBoot(provisioner.url("/cfg")).build();
    loyal.enterManually(provisioner.url(OWN), "unique", "own");
    loyal.boot();

    Round round = loyal.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(round.trace()).startsWith("cfg 401");
    assertThat(loyal.asksForAccount()).isFalse();
  }
}
