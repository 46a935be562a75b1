package org.latchkey.testkit.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.snom.Provisioner.MAC;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class ConferencePhoneTest {
  private static final String GENERAL = "C520-WiMi.cfg";
  private static final String OWN = "C520-WiMi_" + MAC + ".cfg";
  private static final String LINE =
      "<sip_account><idx id=\"1\"><sip_account_enable>1</sip_account_enable>"
          + "<user_id>100</user_id><codec_priority><idx id=\"1\">g722</idx></codec_priority>"
          + "</idx></sip_account>";

  private final Provisioner provisioner = new Provisioner();
  private final List<Duration> waits = new ArrayList<>();
  private final SnomPhone phone = builder().build();

  ConferencePhoneTest() throws IOException {
    provisioner.user("global", "once").user("unique", "own").raw(OWN, file(pair("") + LINE));
    phone.enterManually(provisioner.url(), "global", "once");
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private SnomPhoneBuilder builder() {
    return SnomPhone.builder(MAC).generation(Generation.C_SERIES).waiter(waits::add);
  }

  private static String file(String content) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<settings>" + content + "</settings>";
  }

  private String pair(String more) {
    return "<provisioning><server_address>"
        + provisioner.url()
        + "</server_address><server_username>unique</server_username>"
        + "<server_access_password>own</server_access_password>"
        + more
        + "</provisioning>";
  }

  private static List<String> users(Round round) {
    return round.exchanges().stream().flatMap(e -> e.user().stream()).toList();
  }

  @Test
  void boot_folder_generalThenOwnThenRestartWithNewPair() {
    Round round = phone.boot();

    assertThat(round.trace())
        .containsExactly(
            GENERAL + " 401",
            GENERAL + " 404",
            OWN + " 401",
            OWN + " 200",
            GENERAL + " 401",
            GENERAL + " 404",
            OWN + " 401",
            OWN + " 200");
    assertThat(users(round)).containsExactly("global", "global", "unique", "unique");
    assertThat(round.notes()).containsOnlyOnce("restart");
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.sipUsers()).containsExactly("100");
    assertThat(phone.config("sip_account.1.codec_priority.1")).hasValue("g722");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(waits).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/a/one.cfg", "/a/x?m=1", "/?x"})
  void boot_fileAddress_thatFileOnly(String path) {
    phone.enterManually(provisioner.server.url(path));

    phone.boot();

    assertThat(provisioner.targets()).containsOnly(path);
  }

  @Test
  void boot_lowerCaseMacAndC620_inFileName() {
    SnomPhone other = builder().model("C620", "1.2.3").upperCaseMac(false).build();
    other.enterManually(provisioner.url(), "global", "once");

    other.boot();

    assertThat(provisioner.targets())
        .contains("/cfg/C620.cfg", "/cfg/C620_00041396d9b4.cfg")
        .hasSize(4);
  }

  @Test
  void boot_ownFile_beatsGeneral() {
    provisioner.raw(GENERAL, file("<log><syslog_level>1</syslog_level></log>"));
    provisioner.raw(OWN, file("<log><syslog_level>5</syslog_level></log>"));

    phone.boot();

    assertThat(phone.config("log.syslog_level")).hasValue("5");
  }

  @Test
  void boot_unknownSetting_restOfItsModuleSkipped() {
    provisioner.raw(OWN, file(pair("<no_such>1</no_such>") + LINE));

    Round round = phone.boot();

    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(phone.sipUsers()).containsExactly("100");
    assertThat(round.notes()).contains(OWN + ": skips provisioning, unknown provisioning.no_such");
    assertThat(users(phone.boot())).containsOnly("global");
  }

  @Test
  void boot_unknownModule_skippedAlone() {
    provisioner.raw(OWN, file("<other><a>1</a></other>" + LINE));

    phone.boot();

    assertThat(phone.config("other.a")).isEmpty();
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void boot_settingOfC620_knownToIt() {
    String only = "<pwd_export_enable>0</pwd_export_enable>";
    provisioner.raw(OWN, file(pair(only)));
    provisioner.raw("C620_" + MAC + ".cfg", file(pair(only)));
    SnomPhone other = builder().model("C620", "1.2.3").build();
    other.enterManually(provisioner.url(), "global", "once");

    phone.boot();
    other.boot();

    assertThat(phone.holds("unique", "own")).isFalse();
    assertThat(other.holds("unique", "own")).isTrue();
  }

  @Test
  void boot_elementsBesideSettings_taken() {
    provisioner.raw(
        OWN, file(LINE) + "<profile><admin><access_password>x</access_password></admin></profile>");

    phone.boot();

    assertThat(phone.config("profile.admin.access_password")).hasValue("x");
  }

  @Test
  void boot_textForm_taken() {
    provisioner.raw(
        OWN,
        """
        # Model Number = C520
        # no setting

        sip_account.1.user_id = 1=2
        nonsense
        sip_account.1.sip_account_enable = 1
        """);

    Round round = phone.boot();

    assertThat(phone.sipUsers()).containsExactly("1=2");
    assertThat(round.defects())
        .filteredOn(d -> d.kind() == Defect.Kind.BAD_LINE)
        .containsOnly(new Defect(Defect.Kind.BAD_LINE, OWN + " line 5"));
  }

  @Test
  void boot_malformed_fileUseless() {
    provisioner.raw(OWN, "<settings><log></settings>");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_XML);
  }

  @Test
  void boot_notAtBoot_asksNothingButResyncDoes() {
    provisioner.raw(OWN, file(pair("<bootup_check_enable>0</bootup_check_enable>")));

    Round first = phone.boot();

    assertThat(first.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(users(first)).containsOnly("global"); // the restart asks nothing
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(users(phone.resync())).containsOnly("unique");
  }

  @Test
  void resync_changed_idleMinuteBeforeAndAfter() {
    phone.boot();
    provisioner.raw(OWN, file(pair("") + LINE.replace("100", "200")));

    Round round = phone.resync();

    assertThat(waits).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(1));
    assertThat(round.notes()).contains("restart");
    assertThat(phone.sipUsers()).containsExactly("200");
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(waits).hasSize(3);
  }

  @Test
  void checkSync_onlyIfEnabled() {
    assertThat(phone.checkSync(true).outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(provisioner.requests()).isEmpty();

    phone.changeAtPhone("provisioning.remote_check_sync_enable", "1");

    assertThat(phone.checkSync(false).outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void nextPoll_minutes() {
    assertThat(phone.nextPoll()).isEmpty();
    provisioner.raw(OWN, file(pair("<resync_time>1440</resync_time>")));

    assertThat(phone.boot().nextWakeUp()).hasValue(Duration.ofDays(1));
  }

  @Test
  void boot_directory_withThePairInItsAddressOnly() {
    provisioner.raw(OWN, file(pair("") + directory(provisioner.url("global", "once"))));
    assertThat(phone.boot().last("directory.xml").flatMap(Exchange::user)).hasValue("global");

    provisioner.raw(OWN, file(pair("") + directory(provisioner.url())));
    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace())
        .containsOnlyOnce("directory.xml 401")
        .doesNotContain("directory.xml 404")
        .endsWith(OWN + " 200");
  }

  private static String directory(String url) {
    return "<file><contact><directory><overwrite>"
        + url
        + "directory.xml</overwrite></directory></contact></file>";
  }

  @Test
  void boot_firmware_withItsOwnPair() {
    provisioner.user("fw", "pw").raw("C520-base-2.0.0.img", "x");
    provisioner.raw(
        OWN,
        file(
            pair(
                "<firmware_url>C520-base-2.0.0.img</firmware_url>"
                    + "<fw_server_username>fw</fw_server_username>"
                    + "<fw_server_access_password>pw</fw_server_access_password>")));

    Round round = phone.boot();

    assertThat(round.last("C520-base-2.0.0.img").flatMap(Exchange::user)).hasValue("fw");
    assertThat(phone.firmware()).isEqualTo("2.0.0");
    assertThat(waits).containsExactly(Duration.ofMinutes(4));
    Round next = phone.boot();
    assertThat(next.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(next.last("C520-base-2.0.0.img")).isEmpty();
  }

  @Test
  void boot_refused_givesUp() {
    phone.enterManually(provisioner.url(), "global", "wrong");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.trace()).containsExactly(GENERAL + " 401", GENERAL + " 401");
  }

  @Test
  void boot_digestAble_answersDigest() {
    provisioner.challenge = Provisioner.DIGEST;
    SnomPhone able = builder().schemes(AuthScheme.DIGEST).build();
    able.enterManually(provisioner.url(), "global", "once");

    assertThat(able.boot().last(OWN).orElseThrow().scheme()).hasValue(AuthScheme.DIGEST);
  }

  @ParameterizedTest
  @EnumSource(PairChoice.class)
  void boot_pairInAddressAndInSettings_asChosen(PairChoice choice) {
    SnomPhone torn = builder().pairChoice(choice).build();
    torn.enterManually(provisioner.url("global", "once"), "unique", "own");
    String winner = choice == PairChoice.URL_FIRST ? "global" : "unique";

    assertThat(users(torn.boot())).startsWith(winner, winner);
  }

  @Test
  void redirect_untilConfigSetsServer_atEveryBoot() {
    provisioner.raw(OWN, file(LINE));
    SnomPhone fresh = builder().build();

    assertThat(fresh.redirect(provisioner.url(), "global", "once")).isTrue();
    assertThat(fresh.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(fresh.asksRedirect()).isTrue();
    provisioner.raw(OWN, file(pair("")));
    fresh.boot();
    assertThat(fresh.asksRedirect()).isFalse();
    fresh.factoryReset();
    assertThat(fresh.asksRedirect()).isTrue();
  }

  @Test
  void dhcp_switchedOff_notUsed() {
    SnomPhone fresh = builder().build();
    fresh.dhcp(provisioner.url());
    fresh.pnp(provisioner.url());
    assertThat(fresh.boot().outcome()).isEqualTo(Outcome.FAILED); // asks without credential
    fresh.changeAtPhone("provisioning.dhcp_option_enable", "0");
    fresh.changeAtPhone("provisioning.pnp_enable", "0");

    assertThat(fresh.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void boot_powerCutAfterAnswer_nothingWrittenAndNextBootWorks(int request) {
    assertThat(phone.boot(new Fault.PowerCutAfterAnswer(request)).outcome())
        .isEqualTo(Outcome.POWER_CUT);

    assertThat(phone.holds("global", "once")).isTrue();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.holds("unique", "own")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, false, false", "1, true, false", "2, true, true"})
  void boot_powerCutWhileApplying_modulesBeforeAreKept(int steps, boolean pair, boolean line) {
    phone.boot(new Fault.PowerCutInApply(steps));

    assertThat(phone.holds("unique", "own")).isEqualTo(pair);
    assertThat(phone.sipUsers().contains("100")).isEqualTo(line);
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void boot_answerLost_nextFileAndNoRetry() {
    Round round = phone.boot(new Fault.AnswerLost(4));

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_firmwareReboot_whatWasReadIsLost() {
    Round round = phone.boot(new Fault.FirmwareReboot(4));

    assertThat(users(round))
        .containsExactly("global", "global", "global", "global", "unique", "unique");
  }
}
