package org.latchkey.testkit.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.polycom.Provisioner.MAC;
import static org.latchkey.testkit.polycom.Provisioner.OWN;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

class PolycomPhoneOverridesTest {
  private static final String PHONE = MAC + "-phone.cfg";
  private static final String WEB = MAC + "-web.cfg";

  private final Provisioner provisioner =
      new Provisioner().master(OWN).file(OWN, "a=\"server\"", "b=\"server\"");
  private final PolycomPhone phone = PolycomPhone.builder(MAC).build();

  PolycomPhoneOverridesTest() throws IOException {
    phone.enterManually(provisioner.url());
    phone.boot();
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  @Test
  void boot_overridesOnServer_phoneBeatsWebBeatsProvisioned() {
    provisioner.file(PHONE, "a=\"phone\"").file(WEB, "a=\"web\"", "b=\"web\"");

    phone.resync();

    assertThat(phone.configuration()).containsEntry("a", "phone").containsEntry("b", "web");
  }

  @Test
  void changeAtPhone_uploadedAndKept() {
    Round round = phone.changeAtPhone(Map.of("a", "x<y"));

    assertThat(round.outcome()).isEqualTo(Outcome.UPLOADED);
    assertThat(round.trace()).containsExactly(PHONE + " 201");
    assertThat(phone.config("a")).hasValue("x<y");
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(phone.config("a")).hasValue("x<y");
  }

  @Test
  void changeInWeb_twice_allChangesInItsFile() {
    phone.changeInWeb(Map.of("a", "1"));
    phone.changeInWeb(Map.of("b", "2"));

    assertThat(provisioner.uploads.get(WEB)).contains("a=\"1\"", "b=\"2\"");
  }

  @Test
  void changeAtPhone_uploadRefused_lostAtNextBootOnly() {
    provisioner.keepsUploads = false;

    assertThat(phone.changeAtPhone(Map.of("a", "local")).outcome()).isEqualTo(Outcome.FAILED);

    phone.resync();
    assertThat(phone.config("a")).hasValue("local");
    phone.boot();
    assertThat(phone.config("a")).hasValue("server");
  }

  @Test
  void boot_overridesCannotBeHad_changesStay() {
    phone.changeAtPhone(Map.of("a", "local"));
    byte[] busy = ScriptedServer.reply(500, "");
    provisioner.next(PHONE, busy, busy, busy);

    phone.boot();

    assertThat(phone.config("a")).hasValue("local");
  }

  @Test
  void factoryReset_overridesOnServer_comeBackWithTypedCredential() {
    phone.changeAtPhone(Map.of("device.prov.user", "stale", "device.prov.password", "typed"));
    phone.factoryReset();
    assertThat(phone.holds("stale", "typed")).isFalse();
    phone.enterManually(provisioner.url(), "global", "once");

    phone.boot();

    assertThat(phone.holds("stale", "typed")).isTrue();
  }

  @Test
  void changeAtPhone_folderNamedByMaster_used() {
    provisioner.master(OWN, "OVERRIDES_DIRECTORY=\"over\"");
    phone.boot();

    assertThat(phone.changeAtPhone(Map.of("a", "1")).exchanges().get(0).target())
        .isEqualTo("/cfg/over/" + PHONE);
  }

  @Test
  void changeAtPhone_beforeUcs33_staysInPhone() {
    PolycomPhone old = PolycomPhone.builder(MAC).generation(Generation.SOUNDPOINT_SIP3).build();
    old.enterManually(provisioner.url());

    assertThat(old.changeAtPhone(Map.of("a", "1")).outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(provisioner.uploads).doesNotContainKey(PHONE);
    assertThat(old.config("a")).hasValue("1");
  }

  @Test
  void putLog_timer_oneUploadOnly() {
    assertThat(phone.putLog("lines").trace()).containsExactly(MAC + "-app.log 201");
    assertThat(provisioner.uploads).containsEntry(MAC + "-app.log", "lines");
  }

  @Test
  void resync_changedParameter_appliedWithoutRestart() {
    provisioner.file(OWN, "a=\"new\"");

    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(round.changedKeys()).containsExactly("a", "b");
    assertThat(round.applied()).containsExactly(OWN);
    assertThat(round.notes()).doesNotContain("restart");
    assertThat(phone.config("b")).isEmpty();
  }

  @Test
  void checkSync_changedParameter_restarts() {
    assertThat(phone.checkSync().notes()).doesNotContain("restart");
    provisioner.file(OWN, "a=\"new\"");

    Round round = phone.checkSync();

    assertThat(round.notes()).contains("restart");
    assertThat(round.last(MAC + "-boot.log")).isPresent();
  }

  @Test
  void checkSync_alwaysReboot_restartsWithoutChange() {
    provisioner.file(OWN, "voIpProt.SIP.specialEvent.checkSync.alwaysReboot=\"1\"");
    phone.boot();

    Round round = phone.checkSync();

    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(round.notes()).containsOnlyOnce("restart");
  }
}
