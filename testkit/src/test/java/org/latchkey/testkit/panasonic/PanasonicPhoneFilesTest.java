package org.latchkey.testkit.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.panasonic.Provisioner.MAC;
import static org.latchkey.testkit.panasonic.Provisioner.OWN;
import static org.latchkey.testkit.panasonic.Provisioner.PCC_LINE;
import static org.latchkey.testkit.panasonic.Provisioner.asked;
import static org.latchkey.testkit.panasonic.Provisioner.path;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

class PanasonicPhoneFilesTest {
  private final Provisioner provisioner = new Provisioner();
  private PanasonicPhone phone = PanasonicPhone.builder(MAC).build();

  PanasonicPhoneFilesTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  /** A bootstrap file x.cfg that names s.cfg, p.cfg and m.cfg, and says some more. */
  private void bootstrap(String... more) {
    List<String> lines = new ArrayList<>(Arrays.asList(more));
    lines.add(path(ConfigUrl.STANDARD, provisioner.url("s.cfg")));
    lines.add(path(ConfigUrl.PRODUCT, provisioner.url("p.cfg")));
    lines.add(path(ConfigUrl.MASTER, provisioner.url("m.cfg")));
    lines.add(path(ConfigUrl.SYSTEM, provisioner.url("y.cfg")));
    provisioner.file("x.cfg", lines.toArray(String[]::new));
    phone.offer(Source.OPTION_66, provisioner.url("x.cfg"));
  }

  @Test
  void boot_threePaths_standardProductMaster() {
    bootstrap();
    assertThat(asked(phone.boot())).containsExactly("x.cfg", "s.cfg", "p.cfg", "m.cfg");
  }

  @Test
  void boot_uds_systemFileToo() {
    phone = PanasonicPhone.builder(MAC).kind(Kind.UDS124).build();
    bootstrap();
    assertThat(asked(phone.boot())).containsExactly("x.cfg", "s.cfg", "p.cfg", "m.cfg", "y.cfg");
  }

  @Test
  void boot_uds_systemBelowMasterAboveBootstrap() {
    phone = PanasonicPhone.builder(MAC).kind(Kind.UDS124).build();
    bootstrap("A=\"x\"", "B=\"x\"");
    provisioner.file("y.cfg", "A=\"y\"", "B=\"y\"").file("m.cfg", "B=\"m\"");
    phone.boot();
    assertThat(phone.config("A")).hasValue("y");
    assertThat(phone.config("B")).hasValue("m");
  }

  @Test
  void boot_samePlaceInAllFiles_priorityDecides() {
    bootstrap("A=\"x\"", "B=\"x\"", "C=\"x\"", "D=\"x\"");
    provisioner
        .file("s.cfg", "A=\"s\"")
        .file("p.cfg", "A=\"p\"", "B=\"p\"")
        .file("m.cfg", "A=\"m\"", "B=\"m\"", "C=\"m\"");
    phone.boot();
    assertThat(phone.config("A")).hasValue("s");
    assertThat(phone.config("B")).hasValue("p");
    assertThat(phone.config("C")).hasValue("m");
    assertThat(phone.config("D")).hasValue("x");
  }

  @Test
  void boot_bootstrapAgain_doesNotReplaceStandardPath() {
    bootstrap();
    provisioner
        .file("s.cfg", path(ConfigUrl.STANDARD, provisioner.url(OWN)))
        .file(OWN, path(ConfigUrl.STANDARD, provisioner.url(OWN)));
    phone.boot();
    assertThat(asked(phone.boot())).containsExactly("x.cfg", OWN, "p.cfg", "m.cfg");
  }

  @Test
  void boot_nameMissingNextTime_keepsValue() {
    bootstrap();
    provisioner.file("s.cfg", "SIP_PASS_1=\"secret\"", "A=\"1\"");
    phone.boot();
    provisioner.file("s.cfg", "A=\"2\"").file("m.cfg", "SIP_PASS_1=\"other\"");
    Round round = phone.boot();
    assertThat(phone.config("SIP_PASS_1")).hasValue("secret");
    assertThat(round.changedKeys()).containsExactly("A");
    assertThat(round.toString()).doesNotContain("secret").doesNotContain("other");
  }

  @Test
  void boot_emptyValue_clears() {
    bootstrap();
    provisioner.file("s.cfg", "A=\"1\"").file("m.cfg", "A=\"m\"");
    phone.boot();
    provisioner.file("s.cfg", "A=\"\"");
    phone.boot();
    assertThat(phone.config("A")).isEmpty();
    assertThat(phone.configuration()).containsEntry("A", "");
  }

  @Test
  void boot_emptyPath_fileAskedNoMore() {
    bootstrap();
    provisioner.file("s.cfg", path(ConfigUrl.MASTER, ""));
    assertThat(asked(phone.boot())).containsExactly("x.cfg", "s.cfg", "p.cfg");
    assertThat(phone.storedUrl(ConfigUrl.MASTER)).isEmpty();
  }

  @Test
  void boot_sameFilesAgain_unchanged() {
    bootstrap();
    provisioner.file("s.cfg", "A=\"1\"");
    assertThat(phone.boot().applied()).containsExactly("x.cfg", "s.cfg");

    Round again = phone.boot();

    assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(again.unchanged()).containsExactly("x.cfg", "s.cfg");
    assertThat(again.applied()).isEmpty();
    assertThat(again.changedKeys()).isEmpty();
  }

  @Test
  void boot_validFileWithoutParameter_nothingFound() {
    provisioner.file("x.cfg");
    phone.offer(Source.OPTION_66, provisioner.url("x.cfg"));
    Round round = phone.boot();
    assertThat(round.outcome()).isEqualTo(Outcome.NOTHING_FOUND);
    assertThat(round.notes()).containsExactly("x.cfg says nothing");
  }

  @Test
  void boot_newPathInStandard_askedAtOnce() {
    bootstrap();
    provisioner.file("s.cfg", path(ConfigUrl.STANDARD, provisioner.url(OWN))).file(OWN, "A=\"1\"");
    assertThat(asked(phone.boot())).containsExactly("x.cfg", "s.cfg", OWN, "p.cfg", "m.cfg");
  }

  @Test
  void boot_newPathWaits_askedNextTime() {
    phone = PanasonicPhone.builder(MAC).newPathWaits(true).build();
    bootstrap();
    provisioner.file("s.cfg", path(ConfigUrl.STANDARD, provisioner.url(OWN))).file(OWN, "A=\"1\"");

    assertThat(asked(phone.boot())).containsExactly("x.cfg");
    assertThat(asked(phone.resync())).containsExactly("s.cfg", "p.cfg", "m.cfg");
    assertThat(asked(phone.resync())).containsExactly(OWN, "p.cfg", "m.cfg");
  }

  @Test
  void boot_newPathEachTime_givesUp() {
    ScriptedServer[] endless = new ScriptedServer[1];
    int[] count = {0};
    try (ScriptedServer server =
        ScriptedServer.plain(
            request -> {
              count[0]++;
              String next = endless[0].url("/" + count[0] + ".cfg");
              return ScriptedServer.reply(200, Provisioner.flat(path(ConfigUrl.STANDARD, next)));
            })) {
      endless[0] = server;
      phone.offer(Source.OPTION_66, server.url("/0.cfg"));
      assertThat(phone.boot().exchanges()).hasSize(13);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 500, 503})
  void boot_oneFileRefused_othersStillAskedAndOldValuesStay(int status) {
    bootstrap();
    provisioner.file("s.cfg", "A=\"1\"").file("m.cfg", "B=\"1\"");
    phone.boot();
    provisioner.next("s.cfg", ScriptedServer.reply(status, "no")).file("m.cfg", "B=\"2\"");

    Round round = phone.boot();

    assertThat(asked(round)).containsExactly("x.cfg", "s.cfg", "p.cfg", "m.cfg");
    assertThat(phone.config("A")).hasValue("1");
    assertThat(phone.config("B")).hasValue("2");
  }

  @Test
  void boot_malformedFile_nothingOfItTaken() {
    bootstrap();
    provisioner.file("s.cfg", "A=\"1\"", "B = \"2\"");

    Round round = phone.boot();

    assertThat(phone.config("A")).isEmpty();
    assertThat(round.failed()).containsExactly("s.cfg");
    assertThat(round.defects()).containsExactly(new Defect(Defect.Kind.BAD_LINE, "s.cfg line 3"));
  }

  @Test
  void boot_wrongFirstLine_reported() {
    phone = PanasonicPhone.builder(MAC).kind(Kind.TGP500).build();
    provisioner.file("KX-TGP500B04.cfg", "A=\"1\"");
    phone.offer(Source.OPTION_66, provisioner.url(""));
    Round round = phone.boot();
    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.defects())
        .containsExactly(new Defect(Defect.Kind.BAD_FIRST_LINE, "KX-TGP500B04.cfg"));

    provisioner.files.put("KX-TGP500B04.cfg", PCC_LINE + "\r\nA=\"1\"\r\n\r\n");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_ut_longLineIgnoredAndReported() {
    phone = PanasonicPhone.builder(MAC).kind(Kind.UT123).build();
    provisioner.file("x.cfg", "A=\"" + "a".repeat(600) + "\"", "B=\"1\"");
    phone.offer(Source.OPTION_66, provisioner.url("x.cfg"));
    Round round = phone.boot();
    assertThat(phone.config("A")).isEmpty();
    assertThat(phone.config("B")).hasValue("1");
    assertThat(round.defects())
        .containsExactly(new Defect(Defect.Kind.BAD_LINE, "x.cfg line 2: too long"));
  }

  @Test
  void boot_ut_allFilesTogetherLargerThan120Kilobytes_lastIgnored() {
    phone = PanasonicPhone.builder(MAC).kind(Kind.UT123).build();
    bootstrap();
    String comment = "# " + "c".repeat(500);
    String[] many = new String[118];
    Arrays.fill(many, comment);
    many[0] = "A=\"1\"";
    provisioner.file("s.cfg", many);
    many[0] = "B=\"1\"";
    provisioner.file("p.cfg", many);
    many[0] = "C=\"1\"";
    provisioner.file("m.cfg", many);

    Round round = phone.boot();

    assertThat(phone.config("B")).hasValue("1");
    assertThat(phone.config("C")).isEmpty();
    assertThat(round.failed()).containsExactly("m.cfg");
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void boot_redirect_notFollowedAndReported(int status) {
    phone.offer(Source.OPTION_66, provisioner.url("x.cfg"));
    provisioner
        .file("y.cfg", "A=\"1\"")
        .next("x.cfg", ScriptedServer.reply(status, "", "Location: " + provisioner.url("y.cfg")));

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(asked(round)).containsExactly("x.cfg");
    assertThat(round.defects())
        .containsExactly(new Defect(Defect.Kind.REDIRECTED, status + " for x.cfg"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s.e1c", "s.e2c", "s.E3C", "s.enc"})
  void boot_encryptedFile_notTaken(String name) {
    provisioner
        .file("x.cfg", path(ConfigUrl.STANDARD, provisioner.url(name)))
        .file(name, "A=\"1\"");
    phone.offer(Source.OPTION_66, provisioner.url("x.cfg"));
    assertThat(phone.boot().failed()).containsExactly(name);
    assertThat(phone.config("A")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://u:secret@h/x.cfg", "http://u:secret@h:99999/x.cfg", "x.cfg"})
  void boot_pathItCannotUse_reportedWithoutSecret(String address) {
    provisioner.file("x.cfg", path(ConfigUrl.PRODUCT, address));
    phone.offer(Source.OPTION_66, provisioner.url("x.cfg"));
    Round round = phone.boot();
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_URL);
    assertThat(round.failed()).containsExactly("CFG_PRODUCT_FILE_PATH");
    assertThat(round.toString()).contains("CFG_PRODUCT_FILE_PATH").doesNotContain("secret");
  }

  @Test
  void factoryReset_everythingForgottenButFirmwareAndOffers() {
    bootstrap("A=\"1\"", "PHONE_NUMBER_1=\"100\"");
    phone.boot();
    phone.factoryReset();
    assertThat(phone.config("A")).isEmpty();
    assertThat(phone.sipUsers()).isEmpty();
    assertThat(phone.storedUrl(ConfigUrl.STANDARD)).isEmpty();
    assertThat(phone.firmware()).isEqualTo("01.103");
    assertThat(asked(phone.boot())).startsWith("x.cfg");
  }
}
