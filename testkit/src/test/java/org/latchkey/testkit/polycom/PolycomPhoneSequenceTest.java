package org.latchkey.testkit.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.polycom.Provisioner.MAC;
import static org.latchkey.testkit.polycom.Provisioner.OWN;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

class PolycomPhoneSequenceTest {
  private final Provisioner provisioner =
      new Provisioner()
          .master("phone[PHONE_MAC_ADDRESS].cfg, site.cfg")
          .file(OWN, "a=\"own\"", "reg.1.address=\"100\"")
          .file("site.cfg", "a=\"site\"", "b=\"site\"");

  PolycomPhoneSequenceTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private PolycomPhone phone(PolycomPhoneBuilder builder) {
    PolycomPhone phone = builder.build();
    phone.enterManually(provisioner.url());
    return phone;
  }

  private PolycomPhone phone(Generation generation) {
    return phone(PolycomPhone.builder(MAC).generation(generation));
  }

  private static List<String> asked(Round round) {
    return round.exchanges().stream().map(e -> e.method() + " " + e.file()).toList();
  }

  private List<String> agents() {
    return provisioner.requests().stream()
        .map(r -> r.header("User-Agent").orElse("").replaceFirst("FileTransport ", ""))
        .toList();
  }

  @Test
  void boot_vvx_bootLogFirstWholeSweep() {
    PolycomPhone phone = phone(Generation.VVX);

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(asked(round))
        .containsExactly(
            "PUT " + MAC + "-boot.log",
            "GET " + MAC + ".cfg",
            "GET 000000000000.cfg",
            "GET " + OWN,
            "GET site.cfg",
            "GET " + MAC + "-phone.cfg",
            "GET " + MAC + "-web.cfg",
            "GET 000000000000-license.cfg",
            "GET " + MAC + "-license.cfg",
            "GET " + MAC + "-calls.xml",
            "GET " + MAC + "-directory.xml",
            "GET 000000000000-directory.xml",
            "HEAD " + MAC + "-app.log",
            "PUT " + MAC + "-app.log");
    assertThat(phone.configuration()).containsEntry("a", "own").containsEntry("b", "site");
    assertThat(phone.registrations()).extracting(Registration::address).containsExactly("100");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_vvx_typeTellsStage() {
    phone(Generation.VVX).boot();

    assertThat(agents().subList(0, 3)).allMatch(a -> a.endsWith(" Type/Updater"));
    assertThat(agents().subList(3, 14))
        .containsOnly("PolycomVVX-VVX_500-UA/5.9.7.3480 Type/Application");
  }

  @Test
  void resync_vvx_applicationAloneWithoutBootLog() {
    PolycomPhone phone = phone(Generation.VVX);

    Round round = phone.resync();

    assertThat(asked(round)).startsWith("GET " + MAC + ".cfg").hasSize(13);
    assertThat(agents()).allMatch(a -> a.endsWith(" Type/Application"));
  }

  @Test
  void boot_soundPointUcs4_noBootLogNoCalls() {
    Round round = phone(Generation.SOUNDPOINT_UCS4).boot();

    assertThat(asked(round))
        .startsWith("GET " + MAC + ".cfg")
        .contains("GET " + MAC + "-phone.cfg")
        .doesNotContain("GET " + MAC + "-calls.xml", "PUT " + MAC + "-boot.log")
        .endsWith("GET 000000000000-directory.xml", "PUT " + MAC + "-app.log");
    assertThat(agents()).allMatch(a -> a.startsWith("PolycomSoundPointIP-SPIP_670-UA/"));
  }

  @Test
  void boot_soundPointSip3_bootRomAsksAndNoTypeNoOverrides() {
    Round round = phone(Generation.SOUNDPOINT_SIP3).boot();

    assertThat(asked(round))
        .startsWith(
            "GET 2345-12600-001.bootrom.ld",
            "GET bootrom.ld",
            "GET bootrom.ver",
            "GET " + MAC + ".cfg")
        .doesNotContain("GET " + MAC + "-phone.cfg", "GET " + MAC + "-license.cfg");
    assertThat(agents()).noneMatch(a -> a.contains("Type/"));
    assertThat(agents().get(0)).endsWith("UA/4.2.2.0710");
    assertThat(agents().get(8)).endsWith("UA/3.2.3.1734");
  }

  @Test
  void boot_soundPointSip3_imagesForAllModelsAndDictionary() {
    provisioner.files.computeIfPresent(
        "000000000000.cfg", (n, text) -> text.replace("PATH=\"\"", "PATH=\"sip.ld\""));
    provisioner.file("site.cfg", "lcl.ml.lang=\"German_Germany\"");
    PolycomPhone phone = phone(Generation.SOUNDPOINT_SIP3);
    phone.boot();

    assertThat(asked(phone.boot()))
        .containsSubsequence(
            "GET 2345-12600-001.sip.ld", "GET sip.ld", "GET sip.ver", "GET " + OWN);
    assertThat(provisioner.requests())
        .extracting(Request::target)
        .contains("/cfg/SoundPointIPLocalization/German_Germany/SoundPointIP-dictionary.xml");
  }

  @ParameterizedTest
  @CsvSource({
    "TRIO, PolycomRealPresenceTrio-Trio_8800-UA/5.9.5.3182 Type/Application",
    "CCX, PolyCCX-CCX_600-UA/8.0.2.3267",
    "EDGE, PolyEdge-Edge_E450-UA/8.0.0.15602 Type/Application"
  })
  void userAgent_generation_asObserved(Generation generation, String expected) {
    assertThat(phone(generation).userAgent()).isEqualTo("FileTransport " + expected);
  }

  @Test
  void boot_ccx_masterFirst() {
    assertThat(asked(phone(Generation.CCX).boot())).startsWith("GET " + MAC + ".cfg");
  }

  @Test
  void boot_upperCaseMac_ownNamesOnly() {
    Round round = phone(PolycomPhone.builder(MAC).upperCaseMac(true)).boot();

    assertThat(asked(round)).contains("GET 0004F2AABBCC.cfg", "GET " + OWN);
  }

  @Test
  void boot_masterTwice_bothStagesAsk() {
    Round round = phone(PolycomPhone.builder(MAC).asksMasterTwice(true)).boot();

    assertThat(asked(round).stream().filter(("GET " + MAC + ".cfg")::equals)).hasSize(2);
    assertThat(agents().get(1)).endsWith("Type/Updater");
    assertThat(agents().get(3)).endsWith("Type/Application");
  }

  @Test
  void boot_putsRefused_goesOn() {
    provisioner.keepsUploads = false;

    Round round = phone(Generation.VVX).boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.failed()).isEmpty();
    assertThat(round.trace()).startsWith(MAC + "-boot.log 405").endsWith(MAC + "-app.log 405");
  }

  @Test
  void boot_phoneWithoutLogs_neitherHeadNorPut() {
    Round round = phone(PolycomPhone.builder(MAC).uploadsLogs(false)).boot();

    assertThat(asked(round)).allMatch(a -> a.startsWith("GET ")).hasSize(11);
  }

  @Test
  void boot_noMaster_restAskedAndNothingApplied() {
    provisioner.files.clear();

    Round round = phone(Generation.VVX).boot();

    assertThat(round.outcome()).isEqualTo(Outcome.NOTHING_FOUND);
    assertThat(asked(round)).contains("GET " + MAC + "-phone.cfg");
  }

  @Test
  void boot_noServer_givesUpOnStoredSettings() throws IOException {
    PolycomPhone phone = phone(Generation.VVX);
    phone.boot();
    provisioner.close();

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.exchanges()).hasSize(6); // boot log and master file, three attempts each
    assertThat(phone.config("a")).hasValue("own");
  }

  @Test
  void boot_serverErrors_threeAttemptsEach() {
    byte[] busy = ScriptedServer.reply(503, "");
    provisioner.next(OWN, busy, busy);

    assertThat(phone(Generation.VVX).boot().trace())
        .containsSubsequence(OWN + " 503", OWN + " 503", OWN + " 200");

    provisioner.next(OWN, busy, busy, busy);
    Round given = phone(Generation.VVX).boot();
    assertThat(given.failed()).containsExactly(OWN);
    assertThat(given.waited().toSeconds()).isEqualTo(2);
  }

  @Test
  void boot_attemptsInFlash_counted() {
    byte[] busy = ScriptedServer.reply(503, "");
    provisioner.file(
        OWN,
        "device.set=\"1\"",
        Provisioner.flash("device.prov.redunAttemptLimit", "2"),
        Provisioner.flash("device.prov.redunInterAttemptDelay", "9"));
    PolycomPhone phone = phone(Generation.VVX);
    phone.boot();
    provisioner.next(OWN, busy, busy, busy);

    Round round = phone.boot();

    assertThat(round.failed()).containsExactly(OWN);
    assertThat(round.waited().toSeconds()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({"302", "403"})
  void boot_undocumentedStatus_nextFile(int status) {
    provisioner.next(OWN, ScriptedServer.reply(status, "", "Location: /elsewhere.cfg"));

    Round round = phone(Generation.VVX).boot();

    assertThat(round.failed()).containsExactly(OWN);
    assertThat(round.trace()).contains("site.cfg 200").doesNotContain("elsewhere.cfg 404");
  }

  @Test
  void boot_noAddress_notDue() {
    Round round = PolycomPhone.builder(MAC).build().boot();

    assertThat(round.outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void boot_addressWithoutScheme_serverTypeCounts() {
    PolycomPhone phone = phone(Generation.VVX);
    phone.enterManually(provisioner.url().replace("http://", ""));

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.FAILED); // FTP from the factory
    assertThat(provisioner.requests()).isEmpty();
  }
}
