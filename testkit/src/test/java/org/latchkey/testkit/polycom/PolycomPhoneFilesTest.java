package org.latchkey.testkit.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.polycom.Provisioner.MAC;
import static org.latchkey.testkit.polycom.Provisioner.OWN;
import static org.latchkey.testkit.polycom.Provisioner.XML;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer.Request;

class PolycomPhoneFilesTest {
  private final Provisioner provisioner =
      new Provisioner()
          .master("phone[PHONE_MAC_ADDRESS].cfg, site.cfg")
          .file(OWN, "a=\"own\"", "reg.1.address=\"100\"")
          .file("site.cfg", "a=\"site\"", "b=\"site\"");

  PolycomPhoneFilesTest() throws IOException {}

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

  @Test
  void boot_ownMaster_sharedNotAsked() {
    provisioner.files.put(
        MAC + ".cfg", XML + "<APPLICATION APP_FILE_PATH=\"\" CONFIG_FILES=\"site.cfg\"/>");
    PolycomPhone phone = phone(Generation.VVX);

    assertThat(asked(phone.boot())).doesNotContain("GET 000000000000.cfg", "GET " + OWN);
    assertThat(phone.config("a")).hasValue("site");
  }

  @Test
  void boot_addressEndsWithCfg_thatIsTheMaster() {
    provisioner.files.put("my.cfg", XML + "<A APP_FILE_PATH=\"\" CONFIG_FILES=\"site.cfg\"/>");
    PolycomPhone phone = phone(Generation.VVX);
    phone.enterManually(provisioner.url() + "my.cfg");

    assertThat(asked(phone.boot()))
        .contains("GET my.cfg", "GET site.cfg")
        .doesNotContain("GET " + MAC + ".cfg");
  }

  @Test
  void boot_masterHoldsParameters_taken() {
    provisioner.file(MAC + ".cfg", "a=\"direct\"");
    PolycomPhone phone = phone(Generation.VVX);

    phone.boot();

    assertThat(phone.config("a")).hasValue("direct");
  }

  @Test
  void boot_modelsOwnAttributes_beatGeneralOnes() {
    provisioner.master(OWN, "CONFIG_FILES_VVX500=\"[PHONE_MODEL]-[PHONE_PART_NUMBER].cfg\"");

    assertThat(asked(phone(Generation.VVX).boot()))
        .contains("GET VVX500-3111-44500-001.cfg")
        .doesNotContain("GET " + OWN);
  }

  @Test
  void boot_directories_usedForUploadsAndDownloads() {
    provisioner.master(
        OWN,
        "LOG_FILE_DIRECTORY=\"logs\" OVERRIDES_DIRECTORY=\"over/\" CONTACTS_DIRECTORY=\"/c\"",
        "CALL_LISTS_DIRECTORY=\"http://0.0.0.0\" LICENSE_DIRECTORY=\"ftp://x/\"");

    Round round = phone(Generation.VVX).boot();

    assertThat(provisioner.requests())
        .extracting(Request::target)
        .contains(
            "/cfg/logs/" + MAC + "-app.log",
            "/cfg/over/" + MAC + "-web.cfg",
            "/c/" + MAC + "-directory.xml")
        .noneMatch(t -> t.endsWith("-calls.xml") || t.endsWith("-license.cfg"));
    assertThat(round.defects()).extracting(Defect::kind).containsOnly(Defect.Kind.BAD_URL);
  }

  @Test
  void boot_malformedFile_rejectedAndReported() {
    provisioner.files.put(OWN, XML + "<A a=\"1\" a=\"2\"/>");
    PolycomPhone phone = phone(Generation.VVX);

    Round round = phone.boot();

    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_XML);
    assertThat(round.failed()).containsExactly(OWN);
    assertThat(phone.config("a")).hasValue("site");
  }

  @Test
  void boot_malformedFileLater_copyOfLastTimeStays() {
    PolycomPhone phone = phone(Generation.VVX);
    phone.boot();
    provisioner.files.put(OWN, XML + "<A a=\"1\" a=\"2\"/>");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(phone.config("a")).hasValue("own");
  }

  @Test
  void boot_listWithBlanksOrTooLong_entriesLeftOut() {
    provisioner.master("a b.cfg, " + "x".repeat(256) + ".cfg, site.cfg");

    Round round = phone(Generation.VVX).boot();

    assertThat(round.defects()).hasSize(2);
    assertThat(asked(round).get(3)).isEqualTo("GET site.cfg");

    provisioner.master("site.cfg" + ",".repeat(2040));
    assertThat(phone(Generation.VVX).boot().defects())
        .extracting(Defect::kind)
        .containsExactly(Defect.Kind.TOO_LARGE);
  }

  @Test
  void boot_fileNotThere_parametersOfTheOthers() {
    provisioner.files.remove(OWN);
    PolycomPhone phone = phone(Generation.VVX);

    Round round = phone.boot();

    assertThat(round.failed()).isEmpty();
    assertThat(round.notes()).contains(OWN + " is not there");
    assertThat(phone.config("a")).hasValue("site");
  }

  @Test
  void boot_miscFiles_fetched() {
    provisioner.master("site.cfg", "MISC_FILES=\"logo.jpg\"");

    assertThat(asked(phone(Generation.VVX).boot())).contains("GET logo.jpg");
  }

  @Test
  void boot_directory_ownBeatsSeed() {
    provisioner.files.put("000000000000-directory.xml", "<seed/>");
    PolycomPhone phone = phone(Generation.VVX);
    phone.boot();
    assertThat(phone.contacts()).isEqualTo("<seed/>");

    assertThat(phone.putContacts("<own/>").outcome()).isEqualTo(Outcome.UPLOADED);
    assertThat(asked(phone.boot())).doesNotContain("GET 000000000000-directory.xml");
    assertThat(phone.contacts()).isEqualTo("<own/>");
  }
}
