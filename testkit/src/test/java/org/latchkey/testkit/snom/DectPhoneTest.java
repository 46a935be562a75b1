package org.latchkey.testkit.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.snom.Provisioner.MAC;
import static org.latchkey.testkit.snom.Provisioner.pair;
import static org.latchkey.testkit.snom.Provisioner.setting;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class DectPhoneTest {
  private final Provisioner provisioner = new Provisioner();
  private final SnomPhone base = phone(MAC);

  DectPhoneTest() throws IOException {
    base.enterManually(provisioner.url(), "global", "once");
    provisioner
        .manifest("snomM900.htm", "snomM900-firmware.xml")
        .manifest("snomM900-" + MAC + ".htm", "snom-general.xml", "snomM900.xml", "{mac}.xml")
        .desk("snom-general.xml", setting("language", "English"))
        .desk("snomM900.xml", "<user_host idx=\"1\">sip.example</user_host>")
        .desk(
            MAC + ".xml",
            "<user_name idx=\"1\">100</user_name><user_name idx=\"2\">200</user_name>",
            pair("unique", "own"))
        .raw("snomM900-firmware.xml", "<firmware-settings/>");
  }

  private static SnomPhone phone(String mac) {
    return SnomPhone.builder(mac).generation(Generation.M_SERIES).build();
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  @Test
  void boot_folder_itsOwnFiles() {
    Round round = base.boot();

    assertThat(round.trace())
        .containsExactly(
            "snomM900.htm 200",
            "snomM900-firmware.xml 200",
            "snomM900-" + MAC + ".htm 200",
            "snom-general.xml 200",
            "snomM900.xml 200",
            MAC + ".xml 200");
    assertThat(base.sipUsers()).containsExactlyInAnyOrder("100", "200");
    assertThat(base.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void boot_severalBases_eachItsOwnMac() {
    SnomPhone other = phone("000413b60680");
    other.enterManually(provisioner.url());

    other.boot();

    assertThat(provisioner.targets()).contains("/cfg/snomM900-000413B60680.htm");
  }

  @Test
  void boot_newPair_afterTheCycle() {
    provisioner
        .user("global", "once")
        .user("unique", "own")
        .raw(
            "snomM900-firmware.xml",
            "<firmware-settings><firmware-status>s.xml</firmware-status></firmware-settings>");

    Round round = base.boot();

    assertThat(round.last("s.xml").flatMap(Exchange::user)).hasValue("global");
    assertThat(base.holds("unique", "own")).isTrue();
  }

  @Test
  void boot_newFirmware_portOfServerIsLost() {
    firmware("520", "2");

    Round round = base.boot();

    Exchange image = round.last("M900_v0520_b0002.fwu").orElseThrow();
    assertThat(image.target()).isEqualTo("/fw/M900/M900_v0520_b0002.fwu");
    assertThat(image.host()).isEqualTo("127.0.0.1");
  }

  @Test
  void boot_runningFirmwareNamed_notAsked() {
    firmware("520", "1");

    assertThat(base.boot().last("M900_v0520_b0001.fwu")).isEmpty();
  }

  private void firmware(String software, String branch) {
    provisioner.raw(
        "snomM900-firmware.xml",
        "<firmware-settings><firmware>"
            + provisioner.server.url("/fw/")
            + "</firmware><fp_fwu_sw_version>"
            + software
            + "</fp_fwu_sw_version><fp_fwu_branch_version>"
            + branch
            + "</fp_fwu_branch_version></firmware-settings>");
  }
}
