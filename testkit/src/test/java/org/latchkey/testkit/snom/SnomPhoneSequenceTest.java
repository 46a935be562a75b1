package org.latchkey.testkit.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.snom.Provisioner.MAC;
import static org.latchkey.testkit.snom.Provisioner.OWN;
import static org.latchkey.testkit.snom.Provisioner.TYPE;
import static org.latchkey.testkit.snom.Provisioner.setting;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class SnomPhoneSequenceTest {
  private final Provisioner provisioner = new Provisioner();
  private final List<Duration> waits = new ArrayList<>();
  private final SnomPhone phone = SnomPhone.builder(MAC).waiter(waits::add).build();

  SnomPhoneSequenceTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private Round bootAt(String path) {
    phone.enterManually(provisioner.server.url(path));
    return phone.boot();
  }

  @Test
  void boot_noAddress_asksNothing() {
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void boot_folder_typeThenTypeAndMac() {
    Round round = bootAt("/cfg/");

    assertThat(round.outcome()).isEqualTo(Outcome.NOTHING_FOUND);
    assertThat(provisioner.targets()).containsExactly("/cfg/" + TYPE, "/cfg/" + OWN);
    assertThat(provisioner.requests()).allMatch(r -> r.method().equals("GET"));
  }

  @Test
  void boot_folderWithoutSlash_lastPartLost() {
    bootAt("/a/cfg");

    assertThat(provisioner.targets()).containsExactly("/a/" + TYPE, "/a/" + OWN);
  }

  @Test
  void boot_folderWithoutSlashThatIsTakenForAFile_isAskedAndWhatIsMadeOfIt() {
    SnomPhone other = SnomPhone.builder(MAC).folderNeedsSlash(true).build();
    other.enterManually(provisioner.server.url("/a/cfg"));
    other.boot();
    other.enterManually(provisioner.url());
    other.boot();

    assertThat(provisioner.targets())
        .containsExactly("/a/cfg", "/a/cfg-00041396D9B4", "/cfg/" + TYPE, "/cfg/" + OWN);
  }

  @Test
  void boot_lowerCaseMac_inFileName() {
    SnomPhone lower = SnomPhone.builder(MAC).upperCaseMac(false).build();
    lower.enterManually(provisioner.server.url("/{mac}.x"));
    lower.boot();
    lower.enterManually(provisioner.url());
    lower.boot();

    assertThat(provisioner.targets())
        .containsExactly("/" + MAC + ".x", "/cfg/" + TYPE, "/cfg/snomD785-00041396d9b4.htm");
  }

  @ParameterizedTest
  @CsvSource({
    "/cfg/{mac}.xml, /cfg/00041396D9B4.xml",
    "/cfg/p.php?m={mac}&t={phone_type}, /cfg/p.php?m=00041396D9B4&t=snomD785",
    "/{mac}/, /00041396D9B4/"
  })
  void boot_macInAddress_exactlyThatFile(String path, String target) {
    bootAt(path);

    assertThat(provisioner.targets()).containsExactly(target);
  }

  @ParameterizedTest
  @CsvSource({
    "/cfg/settings.xml, /cfg/settings-00041396D9B4.xml",
    "/cfg/s.php?a=b/c.d, /cfg/s-00041396D9B4.php?a=b/c.d"
  })
  void boot_fileAddress_fileThenOneWithMac(String path, String own) {
    bootAt(path);

    assertThat(provisioner.targets()).containsExactly(path, own);
  }

  @Test
  void boot_fileAddressNothingDerived_thatFileOnly() {
    SnomPhone plain = SnomPhone.builder(MAC).derivesMacFile(false).build();
    plain.enterManually(provisioner.server.url("/cfg/settings.xml"));
    plain.boot();

    assertThat(provisioner.targets()).containsExactly("/cfg/settings.xml");
  }

  @Test
  void boot_wholeLayout_inTheOrderObserved() {
    provisioner
        .manifest(TYPE, "snom-general.xml", "snomD785.xml", "gui_lang.xml", "web_lang.xml")
        .desk("snom-general.xml", setting("language", "Deutsch"))
        .desk("snomD785.xml", setting("firmware_status", "snomD785-firmware.xml"))
        .raw(
            "gui_lang.xml",
            "<gui-languages><language url=\"lang/gui_DE.xml\" name=\"Deutsch\"/>"
                + "<language url=\"lang/gui_FR.xml\" name=\"Français\"/></gui-languages>")
        .raw(
            "web_lang.xml",
            "<web-languages><language url=\"lang/web_DE.xml\" name=\"Deutsch\"/></web-languages>")
        .manifest(OWN, "{mac}.xml")
        .desk(MAC + ".xml", setting("web_language", "English"))
        .raw(
            "snomD785-firmware.xml",
            "<firmware-settings><firmware>fw/snomD785-10.1.169.16-SIP-r.bin</firmware>"
                + "</firmware-settings>")
        .raw("gui_DE.xml", "x");

    Round round = bootAt("/cfg/");

    assertThat(round.trace())
        .containsExactly(
            TYPE + " 200",
            "snom-general.xml 200",
            "snomD785.xml 200",
            "gui_lang.xml 200",
            "web_lang.xml 200",
            OWN + " 200",
            MAC + ".xml 200",
            "snomD785-firmware.xml 200",
            "gui_DE.xml 200");
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.firmware()).isEqualTo("10.1.169.16");
    assertThat(phone.boot().trace()).hasSize(8).doesNotContain("gui_DE.xml 200");
  }

  @Test
  void boot_laterValue_wins() {
    provisioner.desk(TYPE, setting("language", "Deutsch")).desk(OWN, setting("language", "Suomi"));

    bootAt("/cfg/");

    assertThat(phone.config("language")).hasValue("Suomi");
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_languageMissing_askedAgainNextTime() {
    provisioner
        .desk(TYPE, setting("web_language", "Deutsch"))
        .raw(OWN, "<web-languages><language url=\"de.xml\" name=\"Deutsch\"/></web-languages>");

    assertThat(bootAt("/cfg/").trace()).endsWith("de.xml 404");
    assertThat(phone.boot().trace()).endsWith("de.xml 404");
  }

  @Test
  void boot_manifestWithAbsoluteAddress_followed() {
    provisioner.manifest(OWN, provisioner.server.url("/elsewhere/x.xml"), "/top.xml");

    bootAt("/cfg/");

    assertThat(provisioner.targets()).endsWith("/elsewhere/x.xml", "/top.xml");
  }

  @Test
  void boot_manifestOfItself_ends() {
    provisioner.manifest(OWN, OWN);

    assertThat(bootAt("/cfg/").exchanges()).hasSize(6);
  }

  @Test
  void boot_badAddressInManifest_defectAndNextFile() {
    provisioner.manifest(OWN, "ftp://x/y", "b.xml");

    Round round = bootAt("/cfg/");

    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_URL);
    assertThat(round.trace()).endsWith("b.xml 404");
  }

  @Test
  void boot_badAddress_failed() {
    phone.enterManually("tftp://x/");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_URL);
  }

  @Test
  void boot_newFirmware_loadedAndRestarted() {
    provisioner
        .desk(OWN, setting("firmware", "fw/snomD785-10.1.215.13-SIP-r.bin?mac={mac}"))
        .raw("snomD785-10.1.215.13-SIP-r.bin", "image");

    Round round = bootAt("/cfg/");

    assertThat(provisioner.targets())
        .contains("/cfg/fw/snomD785-10.1.215.13-SIP-r.bin?mac=" + MAC)
        .hasSize(5);
    assertThat(phone.firmware()).isEqualTo("10.1.215.13");
    assertThat(waits).containsExactly(Duration.ofMinutes(4));
    assertThat(round.notes()).contains("restart: firmware 10.1.215.13");
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_firmwareWithoutVersionInName_versionOfImage() {
    provisioner.desk(OWN, setting("firmware", "image.swu")).raw("image.swu", "is 10.1.215.13");

    bootAt("/cfg/");

    assertThat(phone.firmware()).isEqualTo("10.1.215.13");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings_only", "never_update", "ask_for_update"})
  void boot_policyForbids_noFirmware(String policy) {
    provisioner.desk(
        OWN,
        setting("firmware", "snomD785-10.1.215.13-SIP-r.bin"),
        setting("update_policy", policy));

    Round round = bootAt("/cfg/");

    assertThat(round.exchanges()).hasSize(2);
    assertThat(round.notes().contains("firmware waits for a person"))
        .isEqualTo(policy.equals("ask_for_update"));
  }

  @Test
  void boot_firmwareMissing_oldPhoneWaitsForPerson() {
    provisioner.desk("snom720-" + MAC + ".htm", setting("firmware", "snom720-8.9.3.80-SIP-f.bin"));
    provisioner.desk(OWN, setting("firmware", "snomD785-10.1.215.13-SIP-r.bin"));
    SnomPhone old = SnomPhone.builder(MAC).generation(Generation.SNOM_7XX_OLD).build();
    old.enterManually(provisioner.url());

    assertThat(old.boot().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(bootAt("/cfg/").outcome()).isEqualTo(Outcome.APPLIED);
  }
}
