package org.latchkey.testkit.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.yealink.Provisioner.FIRST_LINE;
import static org.latchkey.testkit.yealink.Provisioner.MAC;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

/** Firmware, local changes, contacts and uploads. */
class YealinkPhoneExtrasTest {
  private final Provisioner provisioner = new Provisioner();
  private final List<Duration> waits = new ArrayList<>();
  private final YealinkPhone phone =
      YealinkPhone.builder(MAC)
          .waiter(waits::add)
          .firmwareUpdate(10, Duration.ofSeconds(210))
          .build();

  YealinkPhoneExtrasTest() throws IOException {
    provisioner.user("global", "once");
    phone.enterManually(provisioner.url(), "global", "once");
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private void firmware(String path) {
    provisioner.file(
        "y000000000066.cfg", "static.firmware.url = " + provisioner.server.url(path), "a = 1");
    provisioner.file(
        MAC + ".cfg",
        "static.auto_provision.server.username = own",
        "static.auto_provision.server.password = new");
  }

  @Test
  void boot_otherFirmware_flashedAndWholeRoundAgainWithOldCredential() {
    firmware("/rom/T46S-66.86.0.160.rom");
    provisioner.files.put("T46S-66.86.0.160.rom", "0123456789abcdefghijABCDE");

    Round round = phone.boot();

    assertThat(round.trace())
        .containsExactly(
            MAC + ".boot 404",
            "y000000000000.boot 404",
            "y000000000066.cfg 401",
            "y000000000066.cfg 200",
            "T46S-66.86.0.160.rom 401",
            "T46S-66.86.0.160.rom 206",
            "T46S-66.86.0.160.rom 401",
            "T46S-66.86.0.160.rom 206",
            "T46S-66.86.0.160.rom 401",
            "T46S-66.86.0.160.rom 206",
            MAC + ".boot 404",
            "y000000000000.boot 404",
            "y000000000066.cfg 401",
            "y000000000066.cfg 200",
            MAC + ".cfg 401",
            MAC + ".cfg 200");
    assertThat(provisioner.requests().get(9).header("Range")).hasValue("bytes=20-29");
    assertThat(waits).containsExactly(Duration.ofSeconds(210));
    assertThat(phone.firmware()).isEqualTo("66.86.0.160");
    assertThat(phone.userAgent()).contains("66.86.0.160");
    assertThat(round.exchanges().stream().flatMap(e -> e.user().stream())).containsOnly("global");
    assertThat(phone.holds("own", "new")).isTrue();
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_sameFirmware_imageNotAsked() {
    firmware("/rom/T46S-66.86.0.15.rom");

    assertThat(phone.boot().exchanges()).noneMatch(e -> e.file().endsWith(".rom"));
  }

  @Test
  void boot_firmwareWithoutVersionInName_headOnly() {
    firmware("/rom/latest.rom");
    provisioner.files.put("latest.rom", "0123456789abcdefghij");

    Round round = phone.boot();

    assertThat(round.trace()).containsOnlyOnce("latest.rom 206");
    assertThat(phone.firmware()).isEqualTo("66.86.0.15");
  }

  @Test
  void boot_firmwareMissing_roundGoesOn() {
    firmware("/rom/T46S-66.86.0.160.rom");

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.firmware()).isEqualTo("66.86.0.15");
  }

  @Test
  void boot_serverWithoutRanges_wholeImageTaken() {
    firmware("/rom/T46S-66.86.0.160.rom");
    provisioner.next("T46S-66.86.0.160.rom", ScriptedServer.reply(200, "0123456789abcdef"));

    phone.boot();

    assertThat(phone.firmware()).isEqualTo("66.86.0.160");
  }

  @Test
  void boot_productNameInFirmwareUrl_filledIn() {
    provisioner.file(
        MAC + ".cfg",
        "static.auto_provision.url_wildcard.pn = T46S",
        "static.firmware.url = " + provisioner.server.url("/$PN-66.86.0.99.rom"));

    assertThat(phone.boot().exchanges()).anyMatch(e -> e.target().equals("/T46S-66.86.0.99.rom"));
  }

  @Test
  void boot_upgradeFromOldGeneration_addressAndCredentialSurvive() {
    YealinkPhone old = YealinkPhone.builder(MAC).model("SIP-T46G", "28.80.0.10", 28).build();
    old.enterManually(provisioner.url(), "global", "once");
    provisioner.file(
        "y000000000028.cfg",
        "firmware.url = " + provisioner.server.url("/T46G-28.83.0.120.rom"),
        "static.firmware.url = " + provisioner.server.url("/T46G-28.83.0.120.rom"));
    provisioner.files.put("T46G-28.83.0.120.rom", "image");

    Round round = old.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.exchanges()).anyMatch(e -> e.file().equals(MAC + ".boot"));
    assertThat(old.firmware()).isEqualTo("28.83.0.120");
    assertThat(old.holds("global", "once")).isTrue();
    assertThat(old.config("static.auto_provision.server.url")).hasValue(provisioner.url());
  }

  @Test
  void boot_localFilesWanted_askedLastAndApplied() {
    provisioner
        .file(
            MAC + ".cfg",
            "static.auto_provision.custom.protect = 1",
            "static.auto_provision.custom.sync = 1",
            "static.auto_provision.local_contact.backup.enable = 1",
            "a = server")
        .file(MAC + "-local.cfg", "a = user");
    provisioner.files.put(MAC + "-contact.xml", "<contacts/>");

    Round round = phone.boot();

    assertThat(round.trace())
        .endsWith(
            MAC + "-local.cfg 401",
            MAC + "-local.cfg 200",
            MAC + "-contact.xml 401",
            MAC + "-contact.xml 200");
    assertThat(phone.config("a")).hasValue("user");
    assertThat(phone.contacts()).isEqualTo("<contacts/>");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_syncWithoutProtect_localConfigNotAsked() {
    provisioner.file(MAC + ".cfg", "static.auto_provision.custom.sync = 1");

    assertThat(phone.boot().exchanges()).noneMatch(e -> e.file().endsWith("-local.cfg"));
  }

  @Test
  void putLocalConfig_afterChallenge_bodySentTwice() {
    Round round = phone.putLocalConfig(FIRST_LINE + "a = 1\n");

    assertThat(round.outcome()).isEqualTo(Outcome.UPLOADED);
    assertThat(round.trace()).containsExactly(MAC + "-local.cfg 401", MAC + "-local.cfg 201");
    assertThat(provisioner.uploads)
        .containsEntry("PUT " + MAC + "-local.cfg", FIRST_LINE + "a = 1\n");
  }

  @Test
  void putContacts_postAndOwnPath_honoured() {
    provisioner.file(
        MAC + ".cfg",
        "static.auto_provision.custom.upload_method = 1",
        "static.auto_provision.local_contact.backup.path = " + provisioner.server.url("/contacts"));
    phone.boot();

    Round round = phone.putContacts("<x>ü</x>");

    assertThat(round.exchanges())
        .allSatisfy(e -> assertThat(e.target()).isEqualTo("/contacts/" + MAC + "-contact.xml"));
    assertThat(provisioner.uploads).containsEntry("POST " + MAC + "-contact.xml", "<x>ü</x>");
  }

  @Test
  void putContacts_refused_promptThenSent() {
    phone.enterManually(provisioner.url(), "global", "wrong");

    assertThat(phone.putContacts("<x/>").outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(phone.answerPrompt("global", "once").outcome()).isEqualTo(Outcome.UPLOADED);
  }

  @Test
  void putContacts_withoutAddress_notDue() {
    assertThat(YealinkPhone.builder(MAC).build().putContacts("<x/>").outcome())
        .isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void boot_fileTooLarge_ignored() {
    provisioner.files.put(MAC + ".cfg", FIRST_LINE + "a = " + "x".repeat(8 << 20));

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.failed()).containsExactly(MAC + ".cfg");
  }
}
