package org.latchkey.testkit.grandstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.grandstream.Provisioner.BINARY;
import static org.latchkey.testkit.grandstream.Provisioner.MAC;
import static org.latchkey.testkit.grandstream.Provisioner.OWN;

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
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

/** What comes after the configuration files: restarts, firmware, phone book, the next time. */
class GrandstreamPhoneRestartTest {
  private final Provisioner provisioner = new Provisioner();
  private final List<Duration> waits = new ArrayList<>();

  GrandstreamPhoneRestartTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private GrandstreamPhone phone(GrandstreamKind kind) {
    GrandstreamPhone phone = GrandstreamPhone.builder(MAC).kind(kind).waiter(waits::add).build();
    phone.enterManually(provisioner.url(), "global", "once");
    return phone;
  }

  @ParameterizedTest
  @ValueSource(strings = {"P145=0", "P1414=0", "P8463=1", "P64=TZN+0", "P51=100", "P148=x"})
  void boot_valueThatNeedsRestart_wholePassAgainOnce(String value) {
    provisioner.numbered(OWN, value);
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.notes()).containsExactly("restart");
    assertThat(round.trace())
        .containsExactly(BINARY + " 404", OWN + " 200", BINARY + " 404", OWN + " 200");
    assertThat(phone.boot().trace()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P212=1", "P1360=u", "P1361=p", "P1359=k", "P30=x", "P145=1", "P1414=1"})
  void boot_otherValueOrDefaultAgain_noRestart(String value) {
    provisioner.numbered(OWN, value);

    assertThat(phone(GrandstreamKind.HT802).boot().trace()).hasSize(2);
  }

  @Test
  void resync_valueThatNeedsRestart_wholePassAgain() {
    provisioner.numbered(OWN, "P51=7");

    assertThat(phone(GrandstreamKind.GXP21XX).resync().trace()).hasSize(4);
  }

  @Test
  void boot_valueSwaysForEver_givesUp() {
    byte[] a =
        ScriptedServer.reply(200, Provisioner.gs("<config version=\"1\"><P51>1</P51></config>"));
    byte[] b =
        ScriptedServer.reply(200, Provisioner.gs("<config version=\"1\"><P51>2</P51></config>"));
    provisioner.next(OWN, a, b, a, b, a, b, a, b);

    Round round = phone(GrandstreamKind.HT802).boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.notes()).contains("gives up after 5 restarts");
  }

  @Test
  void boot_noFirmwarePath_noImageAsked() {
    provisioner.numbered(OWN, "P238=0");

    assertThat(phone(GrandstreamKind.HT802).boot().trace())
        .noneMatch(t -> t.startsWith("ht802fw.bin"));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "2, 0"})
  void boot_firmwareCheck_imageAskedOnlyIfAlways(String check, int requests) {
    provisioner.numbered(OWN, "P192=" + provisioner.path(), "P238=" + check);

    Round round = phone(GrandstreamKind.HT802).boot();

    assertThat(round.exchanges()).filteredOn(e -> e.file().equals("ht802fw.bin")).hasSize(requests);
  }

  @Test
  void boot_firmware_headerAfterConfigFilesWithConfigPair() {
    provisioner.guardsAll = true;
    provisioner
        .user("global", "once")
        .unique("unique", "own")
        .numbered(OWN, "P1360=unique", "P1361=own", "P192=" + provisioner.server.authority());
    provisioner.file("ht802fw.bin", "1.0.10.6" + "x".repeat(2000));
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);

    Round round = phone.boot();

    assertThat(round.trace()).endsWith("ht802fw.bin 401", "ht802fw.bin 206");
    assertThat(round.last("ht802fw.bin").orElseThrow().user()).hasValue("unique");
    assertThat(round.last("ht802fw.bin").orElseThrow().bytes()).isEqualTo(648);
    assertThat(provisioner.targets()).endsWith("/ht802fw.bin");
    Request last = provisioner.requests().get(provisioner.requests().size() - 1);
    assertThat(last.header("Range")).hasValue("bytes=0-647");
    assertThat(round.notes()).contains("firmware 1.0.10.6 is running already");
    assertThat(waits).isEmpty();
  }

  @Test
  void boot_firmwareOnDeskPhone_ownPairAndProtocol() {
    provisioner.guardsAll = true;
    provisioner
        .user("global", "once")
        .user("image", "key")
        .numbered(
            OWN, "P192=" + provisioner.path(), "P6767=1", "P6768=image", "P6769=key", "P212=2");

    Round round = phone(GrandstreamKind.GXP21XX).boot();

    assertThat(round.last("gxp2170fw.bin").orElseThrow().user()).hasValue("image");
    assertThat(round.last("gxp2170fw.bin").orElseThrow().status()).isEqualTo(404);
  }

  @Test
  void boot_firmwareRefused_noPrompt() {
    provisioner.guardsAll = true;
    provisioner.user("global", "once").numbered(OWN, "P192=" + provisioner.path());
    GrandstreamPhone phone = phone(GrandstreamKind.GXP21XX);

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.trace()).endsWith("gxp2170fw.bin 401");
    assertThat(phone.promptOpen()).isFalse();
  }

  @Test
  void boot_newFirmware_restOfImageThenWholePassAgain() {
    provisioner.numbered(OWN, "P192=" + provisioner.path());
    provisioner.file("ht802fw.bin", "1.0.17.5" + "x".repeat(2000));
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.firmware()).isEqualTo("1.0.17.5");
    assertThat(phone.userAgent()).contains("SW 1.0.17.5");
    assertThat(waits).containsExactly(Duration.ofMinutes(5));
    assertThat(round.trace())
        .containsExactly(
            BINARY + " 404",
            OWN + " 200",
            "ht802fw.bin 206",
            "ht802fw.bin 206",
            BINARY + " 404",
            OWN + " 200",
            "ht802fw.bin 206");
    assertThat(round.exchanges().get(3).bytes()).isEqualTo(2008 - 648);
  }

  @Test
  void boot_serverWithoutRanges_wholeImageAtOnce() {
    provisioner
        .numbered(OWN, "P192=" + provisioner.path())
        .next("ht802fw.bin", ScriptedServer.reply(200, "1.0.17.5" + "x".repeat(2000)));
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);

    assertThat(phone.boot().trace())
        .containsSubsequence("ht802fw.bin 200", BINARY + " 404", OWN + " 200");
    assertThat(phone.firmware()).isEqualTo("1.0.17.5");
  }

  @Test
  void boot_restOfImageMissing_notFlashed() {
    provisioner.numbered(OWN, "P192=" + provisioner.path());
    byte[] busy = ScriptedServer.reply(503, "");
    provisioner.next(
        "ht802fw.bin",
        ScriptedServer.reply(206, "1.0.17.5", "Content-Range: bytes 0-7/2000"),
        busy,
        busy,
        busy);
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);

    phone.boot();

    assertThat(phone.firmware()).isEqualTo("1.0.10.6");
  }

  @Test
  void boot_firmwareWithoutVersionOrPath_notFlashed() {
    provisioner.numbered(OWN, "P192=" + provisioner.path()).file("ht802fw.bin", "noise");
    GrandstreamPhone phone = phone(GrandstreamKind.HT802);
    phone.boot();
    assertThat(phone.firmware()).isEqualTo("1.0.10.6");

    provisioner.numbered(OWN, "P192=a b");
    assertThat(phone.boot().defects())
        .extracting(Defect::kind)
        .containsExactly(Defect.Kind.BAD_URL);
  }

  @Test
  void boot_phonebook_ownPairAndAtBootOnly() {
    provisioner.guardsAll = true;
    provisioner
        .user("global", "once")
        .user("book", "key")
        .numbered(OWN, "P330=1", "P331=" + provisioner.path(), "P6713=book", "P6714=key")
        .file("phonebook.xml", "<AddressBook/>");
    GrandstreamPhone phone = phone(GrandstreamKind.GRP26XX);

    Round round = phone.boot();

    assertThat(round.trace()).endsWith("phonebook.xml 401", "phonebook.xml 200");
    assertThat(round.last("phonebook.xml").orElseThrow().user()).hasValue("book");
    assertThat(phone.contacts()).isEqualTo("<AddressBook/>");
    assertThat(phone.resync().trace()).noneMatch(t -> t.startsWith("phonebook"));
    assertThat(phone.phonebook().outcome()).isEqualTo(Outcome.UNCHANGED);
    provisioner.file("phonebook.xml", "<AddressBook><Contact/></AddressBook>");
    assertThat(phone.phonebook().outcome()).isEqualTo(Outcome.APPLIED);
    provisioner.files.remove("phonebook.xml");
    assertThat(phone.phonebook().outcome()).isEqualTo(Outcome.NOTHING_FOUND);
    assertThat(phone.contacts()).contains("Contact");
    phone.factoryReset();
    assertThat(phone.contacts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GXP21XX, 0", "GXP21XX, 2", "HT802, 1"})
  void boot_phonebookOffOrByTftpOrOnAdapter_notAsked(GrandstreamKind kind, String mode) {
    provisioner.numbered(OWN, "P330=" + mode, "P331=" + provisioner.path());
    GrandstreamPhone phone = phone(kind);

    assertThat(phone.boot().trace()).hasSize(2);
    assertThat(phone.phonebook().outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void boot_phonebookOfOldFirmware_otherName() {
    provisioner.numbered(OWN, "P330=1", "P331=" + provisioner.path());

    assertThat(phone(GrandstreamKind.GXP_XML_FIRST).boot().trace())
        .endsWith("gs_phonebook.xml 404");
  }

  @Test
  void boot_phonebookRefused_noPrompt() {
    provisioner.guardsAll = true;
    provisioner.user("global", "once").numbered(OWN, "P330=1", "P331=" + provisioner.path());
    GrandstreamPhone phone = phone(GrandstreamKind.GXP21XX);

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(phone.promptOpen()).isFalse();
    assertThat(phone.phonebook().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void nextWakeUp_schedule_asTheKindCounts() {
    provisioner.numbered(OWN, "P194=1", "P193=60", "P22296=2");

    assertThat(phone(GrandstreamKind.GXP21XX).boot().nextWakeUp()).hasValue(Duration.ofHours(1));
    assertThat(phone(GrandstreamKind.HT802).boot().nextWakeUp()).hasValue(Duration.ofDays(1));
    assertThat(phone(GrandstreamKind.HT80X_V2).boot().nextWakeUp()).hasValue(Duration.ofDays(1));
    provisioner.named(OWN, "provisioning.auto.mode=YesUpgradeMin", "provisioning.auto.minute=90");
    assertThat(phone(GrandstreamKind.GRP26XX).boot().nextWakeUp()).hasValue(Duration.ofMinutes(90));
  }

  @Test
  void flashTime_negative_refused() {
    assertThatThrownBy(() -> GrandstreamPhone.builder(MAC).flashTime(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
