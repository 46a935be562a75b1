package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.cisco.Provisioner.MAC;
import static org.latchkey.testkit.cisco.Provisioner.element;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

/** Firmware: step 6 of section 1.3. */
class CiscoPhoneUpgradeTest {
  private static final String LOADS = "/fw/sip88xx.12-0-5MPP0001-77.loads";

  private final Provisioner provisioner = new Provisioner();
  private final CiscoPhone phone = CiscoPhone.builder(MAC).flashTime(Duration.ofMinutes(7)).build();

  CiscoPhoneUpgradeTest() throws IOException {
    provisioner.user("u", "p").file("/cfg", element("User_ID_1_", "100"));
    provisioner.files.put(LOADS, "kern.sbn\n\nroot.sbn\n".getBytes(UTF_8));
    provisioner.files.put("/fw/kern.sbn", "k".getBytes(UTF_8));
    provisioner.files.put("/fw/root.sbn", "r".getBytes(UTF_8));
    provisioner.open.addAll(List.of(LOADS, "/fw/kern.sbn", "/fw/root.sbn"));
    phone.enterManually(provisioner.url("/cfg"), "u", "p");
    phone.boot();
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private Round upgrade(String rule) {
    phone.changeAtPhone(Map.of("Upgrade_Rule", rule));
    return phone.resync();
  }

  @Test
  void resync_otherLoad_fetchedWithItsFilesFlashedAndResynced() {
    Round round = upgrade(provisioner.url(LOADS));

    assertThat(round.trace())
        .containsExactly(
            "cfg 401",
            "cfg 200",
            "sip88xx.12-0-5MPP0001-77.loads 200",
            "kern.sbn 200",
            "root.sbn 200",
            "cfg 401",
            "cfg 200");
    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(round.waited()).isGreaterThanOrEqualTo(Duration.ofMinutes(7));
    assertThat(phone.firmware()).isEqualTo("sip88xx.12-0-5MPP0001-77");
    assertThat(phone.userAgent()).isEqualTo("Cisco-CP-8851-3PCC/12.0.5 (" + MAC + ")");
    assertThat(phone.resync().exchanges()).hasSize(2);
  }

  @Test
  void resync_firmwareWantsCredential_failsWithoutShowingOne() {
    provisioner.open.remove(LOADS);

    Round round = upgrade(provisioner.url(LOADS));

    assertThat(round.exchanges())
        .filteredOn(e -> e.target().equals(LOADS))
        .hasSize(1)
        .noneMatch(Exchange::authenticated);
    assertThat(round.notes()).anyMatch(n -> n.endsWith("could not be loaded"));
    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(phone.asksForAccount()).isFalse();
  }

  @Test
  void resync_bracketInUpgradeRule_notAccepted() {
    Round round = upgrade("[--uid u --pwd p] " + provisioner.url(LOADS));

    assertThat(round.exchanges()).hasSize(2);
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_URL);
  }

  @Test
  void resync_pieceMissing_notFlashed() {
    provisioner.files.remove("/fw/root.sbn");

    Round round = upgrade(provisioner.url(LOADS));

    assertThat(round.notes()).anyMatch(n -> n.endsWith("could not be loaded"));
    assertThat(phone.firmware()).isEqualTo("sip88xx.12-0-3MPP0001-609");
  }

  @Test
  void resync_sameLoadNoVersionSwitchedOffOrCondition_notAsked() {
    String other = provisioner.url(LOADS);
    assertThat(upgrade(provisioner.url("/fw/sip88xx.12-0-3MPP0001-609.loads")).exchanges())
        .hasSize(2);
    assertThat(upgrade(provisioner.url("/fw/image.loads")).exchanges()).hasSize(2);
    assertThat(upgrade("($SWVER eq x)? " + other).exchanges()).hasSize(2);
    phone.changeAtPhone(Map.of("Upgrade_Enable", "No"));
    assertThat(upgrade(other).exchanges()).hasSize(2);
  }

  @Test
  void boot_changedConfiguration_firmwareOnlyAfterTheRestart() {
    provisioner.file(
        "/cfg", element("Upgrade_Rule", provisioner.url(LOADS)), element("User_ID_1_", "200"));

    Round round = phone.resync();

    assertThat(round.trace().subList(2, 4)).containsExactly("cfg 401", "cfg 200");
    assertThat(round.trace().get(4)).startsWith("sip88xx");
    assertThat(round.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @ParameterizedTest
  @CsvSource({
    "SPA504G, spa50x-30x-7-6-3b.bin, 7.6.3b, 'Cisco/SPA504G-7.6.3b (00562B043615)(CBT14193615)'",
    "ATA191, ATA19x.11-2-5MSR2-9.img, 11-2-5MSR2-9, 'Cisco/ATA191-MPP-11-2-5MSR2-9 (CBT14193615)'"
  })
  void resync_olderFamilies_oneFileAndTheirSpelling(
      CiscoModel model, String file, String load, String agent) {
    provisioner.files.put("/fw/" + file, "x".getBytes(UTF_8));
    provisioner.open.add("/fw/" + file);
    CiscoPhone old = CiscoPhone.builder(MAC).model(model).build();
    old.enterManually(provisioner.url("/cfg"), "u", "p");
    old.changeAtPhone(Map.of("Upgrade_Rule", provisioner.url("/fw/" + file)));

    old.boot();

    assertThat(old.firmware()).isEqualTo(load);
    assertThat(old.userAgent()).isEqualTo(agent);
  }
}
