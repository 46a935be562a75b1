package org.latchkey.brand.grandstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.device.MacAddress;
import org.latchkey.testkit.contract.RecogniserLaws;

class GrandstreamRecogniserTest {
  private final Recogniser recogniser = Samples.BRAND.recogniser();
  private final RecogniserLaws laws = new RecogniserLaws(recogniser);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Grandstream Model HW GXP1405 SW 1.0.4.23 DevId 000b8240d55c;GXP1405;1.0.4.23;000b8240d55c",
        "Grandstream Model HW GXV3350  V1.3A SW 1.0.1.8 DevId c074ad150b88;GXV3350;1.0.1.8;c074ad150b88",
        "Grandstream Model HW HT801 V1.1A SW 1.0.17.5 DevId c074ad273a10;HT801;1.0.17.5;c074ad273a10",
        "Grandstream Model HW HT802 V1.1A SW 1.0.10.6 DevId c074ad273a10 ;HT802;1.0.10.6;c074ad273a10",
        "Grandstream Model HW HT802 unknown SW 1.0.10.6 DevId c074ad273a10;HT802;1.0.10.6;c074ad273a10",
        "Grandstream Model HW HT802 SW 1.0.10.6 DevId c074ad273a10 any suffix;HT802;1.0.10.6;c074ad273a10",
        "Grandstream Model HW GRP2601W SW 1.0.7.32 DevId EC:74:D7:89:1A:76;GRP2601W;1.0.7.32;ec74d7891a76",
        "Grandstream Model HW GRP2601W SW 1.0.7.32 DevId EC-74-D7-89-1A-76;GRP2601W;1.0.7.32;ec74d7891a76",
        "grandstream model hw gxp2170 sw 1.0.11.79 devid 000B82AABBCC;GXP2170;1.0.11.79;000b82aabbcc",
        "Grandstream Model HW HT-802 SW 1.0.10.6 DevId c074ad273a10;HT802;1.0.10.6;c074ad273a10",
        "Grandstream Model HW HT-502 SW 1.0.16.2 DevId c074ad273a10;HT-502;1.0.16.2;c074ad273a10",
        "Grandstream Model HW GXP2200 V2.2A SW 1.0.1.33 DevId 000b82462d97;GXP2200;1.0.1.33;000b82462d97",
        "Grandstream GXP2000 (gxp2000e.bin:1.2.5.3/boot55e.bin:1.1.6.9) DevId 000b822726c8;GXP2000;1.2.5.3;000b822726c8",
        "Grandstream GXP2000 (gxp2000e.bin:1.2.5.3/boot55e.bin:1.1.6.9);GXP2000;1.2.5.3;",
        "Grandstream BT110 1.0.8.33;BT110;1.0.8.33;",
        "Grandstream GXP2170 1.0.11.6 000B82AABBCC;GXP2170;1.0.11.6;000b82aabbcc",
        "Grandstream GXW4216 (DevId c074ad18429a);GXW4216;;c074ad18429a",
      })
  void header_ofEachForm_isRead(String header, String model, String firmware, String mac) {
    assertThat(laws.header(header))
        .contains(
            new Product(
                model,
                firmware == null ? "" : firmware,
                Optional.ofNullable(mac).flatMap(MacAddress::parse),
                true));
  }

  @Test
  void header_ofAGatewayWithTwoMacs_namesBoth() {
    Product product =
        laws.header("Grandstream GXW4248 (DevId c074ad18429a / c074ad18429b)").orElseThrow();
    assertThat(product.model()).isEqualTo("GXW4248");
    assertThat(product.mac()).contains(MacAddress.of("c074ad18429a"));
    assertThat(product.moreMacs()).containsExactly(MacAddress.of("c074ad18429b"));
    Optional<MacAddress> second = MacAddress.parse("c074ad18429b");
    assertThat(product.macFor(second)).isEqualTo(second);
  }

  @Test
  void header_withWhatIsNoMac_namesNone() {
    assertThat(laws.header("Grandstream Model HW HT802 SW 1.0.4.23 DevId 000b8240d55c5"))
        .contains(new Product("HT802", "1.0.4.23", Optional.empty(), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Grandstream",
        "Grandstream ",
        "Grandstream Model HW",
        "Grandstream Model HW GXP1405",
        "Grandstream Model HW GXP1405 SW 1.0.4.23",
        "Grandstream Model HW GXP1405 SW 1.0.4.23 DevId",
        "Grandstream Model HW GXP1405 SW 1.0.4.23 DevId 000b8240d55",
        "Grandstream Model HW -GXP SW 1.0.4.23 DevId 000b8240d55c",
        "Grandstream Model HW A B C SW 1.0.4.23 DevId 000b8240d55c",
        "Grandstream GXP2000",
        "Grandstream GXP2000 (",
        "Grandstream GXP2000 (gxp2000e.bin)",
        "Grandstream GXP2000 (gxp2000e.bin:1/boot55e.bin:1)",
        "Grandstream BT110 1.0",
        "Grandstream BT110 1.0.8.33 (X11)",
        " Grandstream BT110 1.0.8.33",
        "Mozilla/5.0 Grandstream BT110 1.0.8.33",
        "Grand\u017ftream BT110 1.0.8.33",
        "Yealink SIP-T46S 66.86.0.15 00:15:65:aa:bb:cc",
        "FileTransport PolycomVVX-VVX_450-UA/5.9.1.0615"
      })
  void header_ofNoForm_isNobodys(String header) {
    assertThat(laws.header(header)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cfg000b82aabbcc.xml,              DEVICE",
    "CFG000B82AABBCC.XML,              DEVICE",
    "cfg00:0b:82:aa:bb:cc.xml,         DEVICE",
    "cfg00-0B-82-AA-BB-CC.xml,         DEVICE",
    "owncfg000b82aabbcc.xml,           DEVICE",
    "acme-cfg000b82aabbcc.xml,         DEVICE",
    "cfg000b82aabbcc,                  PROBE",
    "cfg00-0b-82-aa-bb-cc,             PROBE",
    "owncfg000b82aabbcc,               PROBE",
    "cfg000b82aabbcc.bin,              PROBE",
    "dev000b82aabbcc.cfg,              PROBE"
  })
  void file_ofOnePhone_hasItsRoleAndMac(String name, FileRole role) {
    assertThat(laws.file(name)).contains(new FileClaim(role, Optional.of(Samples.MAC)));
  }

  @ParameterizedTest
  @CsvSource({
    "cfg.xml,               PROBE",
    "cfggxp2130.xml,        PROBE",
    "cfggrp2612w.xml,       PROBE",
    "cfght-802.xml,         PROBE",
    "ht802fw.bin,           FIRMWARE",
    "gxp2140fw.bin,         FIRMWARE",
    "ring1.bin,             FIRMWARE",
    "ring10.bin,            FIRMWARE",
    "language.txt,          FIRMWARE",
    "phonebook.xml,         FIRMWARE",
    "gs_phonebook.xml,      FIRMWARE"
  })
  void file_ofAllPhones_hasItsRole(String name, FileRole role) {
    assertThat(laws.file(name)).contains(new FileClaim(role, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cfg000b82aabbc.xml",
        "cfg000b82aabbccc.xml",
        "cfg000b82aabbcc.cfg",
        "cfg000b82aabbcc.xml.gz",
        "000b82aabbcc.xml",
        "000b82aabbcc.cfg",
        "cfg-802.xml",
        "cfg802.xml",
        "config.xml",
        "fw.bin",
        "1fw.bin",
        "ring.bin",
        "ring100.bin",
        "ringx.bin",
        "languages.txt",
        "my_phonebook.xml"
      })
  void file_ofAnotherName_isNotOfThisBrand(String name) {
    assertThat(laws.file(name)).isEmpty();
  }

  @Test
  void file_behindALongPrefix_isNotOfThisBrand() {
    assertThat(laws.file("p".repeat(32) + "cfg000b82aabbcc.xml")).isPresent();
    assertThat(laws.file("p".repeat(33) + "cfg000b82aabbcc.xml")).isEmpty();
  }

  @Test
  void patterns_areOfThisBrandAlone() {
    assertThat(recogniser.headerPatterns()).hasSize(4).doesNotHaveDuplicates();
    assertThat(List.copyOf(recogniser.headerPatterns())).allMatch(p -> p.contains("Grandstream"));
  }
}
