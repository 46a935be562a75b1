package org.latchkey.brand.snom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Product;
import org.latchkey.device.MacAddress;
import org.latchkey.testkit.contract.RecogniserLaws;

/** Headers that phones were seen to send, and the names of their files. */
class SnomRecogniserTest {
  private static final RecogniserLaws LAWS = new RecogniserLaws(Samples.BRAND.recogniser());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/4.0 (compatible; snom320-SIP 6.5.20; snom320 jffs2 v3.36; snom320 linux 3.38)"
            + " | 320 | 6.5.20 |",
        "Mozilla/4.0 (compatible; snom710-SIP 8.7.5.35 1.1.5-IFX-05.01.12 000413741767)"
            + " | 710 | 8.7.5.35 | 000413741767",
        "Mozilla/4.0 (compatible; snom821-SIP 8.7.3.25 SPEAr300 SNOM 1.4) | 821 | 8.7.3.25 |",
        "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 2010.12-00004-g9ba52f5 000413922D24"
            + " SXM:0 UXM:0) | D785 | 10.1.33.33 | 000413922d24",
        "Mozilla/4.0 (compatible; snomD785-SIP 10.1.169.16 2010.12-00001-gd311851f1 (Feb 25 2019 -"
            + " 14:19:43) 00041396D9B4 SXM:0 UXM:0 UXMC:0) | D785 | 10.1.169.16 | 00041396d9b4",
        "Mozilla/4.0 (compatible; Snom M900 05.20.0001 000413b60680)"
            + " | M900 | 05.20.0001 | 000413b60680",
        "Mozilla/4.0 (compatible; Snom M700 05.20.0001 00087B0D1234)"
            + " | M700 | 05.20.0001 | 00087b0d1234",
        "Mozilla/4.0 (compatible; snom m9 9.1.43) | m9 | 9.1.43 |",
        "Mozilla/4.0 (compatible; snom-m3-SIP/02.11) | m3 | 02.11 |",
        "Mozilla/4.0 (compatible; snomD999-SIP 10.2.1.0) | D999 | 10.2.1.0 |",
        // what looks like a MAC and is of another vendor, or a part of a longer word
        "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 9ba52f5a1b2c) | D785 | 10.1.33.33 |",
        "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 a000413922d24) | D785 | 10.1.33.33 |"
      })
  void header_asItWasSeen_isRead(String header, String model, String firmware, String mac) {
    assertThat(LAWS.header(header))
        .contains(
            new Product(
                model, firmware, Optional.ofNullable(mac).flatMap(MacAddress::parse), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/4.0 (compatible; snom lid 3605)",
        "Mozilla/4.0 (compatible; monsnomD785-SIP 10.1)",
        "Mozilla/4.0 (compatible; snomD785-SIP 10)",
        "Mozilla/4.0 (compatible; snom-SIP 10.1)",
        "Mozilla/4.0 (compatible; Snom M900 05.20.0001)",
        "Mozilla/4.0 (compatible; Snom M90 05.20.0001 000413b60680)",
        "Mozilla/4.0 (compatible; Snom M900 05.20.0001 000413b6068)",
        "snomD345/10.1.39.11",
        "snomM700/03.23.0005 (MAC=000413B60680; SER= 00000; HW=255)",
        "snom"
      })
  void header_thatNamesNoModelAndVersion_isNobodys(String header) {
    assertThat(LAWS.header(header)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "snomD345.htm, COMMON",
    "snom720.htm, COMMON",
    "snomM900.htm, COMMON",
    "snom-general.xml, COMMON",
    "gui_lang.xml, COMMON",
    "web_lang.xml, COMMON",
    "snomD785-firmware.xml, PROBE",
    "snomD785-10.1.215.13-SIP-r.bin, FIRMWARE",
    "snomD862-10.1.226.13-SIP-r.swu, FIRMWARE",
    "snomD7C-1.0-r.bin, FIRMWARE",
    "M900_v0520_b0001.fwu, FIRMWARE",
    "C620-base-1.0.img, FIRMWARE",
    "C520-WiMi.cfg, PROBE",
    "c620.cfg, PROBE",
    "M100KLE.cfg, PROBE"
  })
  void file_ofNoPhoneAlone_hasItsRole(String name, FileRole role) {
    assertThat(LAWS.file(name)).contains(new FileClaim(role, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "snom-000413AABBCC.htm, DEVICE",
    "snom-00:04:13:AA:BB:CC.htm, DEVICE",
    "snomD345-000413AABBCC, DEVICE",
    "snomD345-000413AABBCC.xml, DEVICE",
    "snom-000413AABBCC-firmware.xml, PERSONAL",
    "000413aabbcc.xml, DEVICE",
    "00-04-13-AA-BB-CC.htm, DEVICE",
    "cfg-000413aabbcc.htm, DEVICE",
    "C520-WiMi_000413AABBCC.cfg, DEVICE"
  })
  void file_ofOnePhone_hasItsRoleAndMac(String name, FileRole role) {
    assertThat(LAWS.file(name)).contains(new FileClaim(role, Optional.of(Samples.MAC)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000413aabbcc.cfg",
        "000413aabbcc",
        "001565aabbcc-directory.xml",
        "cfg000413aabbcc.xml",
        "directory-001565aabbcc.xml",
        "snom.htm",
        "snom-.htm",
        "snom-firmware.xml",
        "snomD345-0004.htm",
        "snom..htm",
        "D785.cfg",
        "image.bin",
        "_000413aabbcc.cfg",
        "a b_000413aabbcc.cfg",
        "\u017fnomD345.htm",
        "C520-W\u0131Mi.cfg"
      })
  void file_ofOtherBrandsOrNobody_isNotClaimed(String name) {
    assertThat(LAWS.file(name)).isEmpty();
  }

  @Test
  void mac_inPathAndHeaderThatDisagree_openNothing() {
    SnomGate gate = new SnomGate();
    gate.arm();
    String other = "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 000413922D24)";
    assertThat(gate.ask("GET", SnomGate.FILE, SnomGate.PASS, other).status()).isEqualTo(404);
    assertThat(gate.state()).isEqualTo("armed");
  }
}
