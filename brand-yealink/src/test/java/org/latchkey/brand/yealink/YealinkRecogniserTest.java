package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
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

class YealinkRecogniserTest {
  private static final String NONE = "none";

  private final Recogniser recogniser = Samples.BRAND.recogniser();

  @ParameterizedTest
  @CsvSource({
    "Yealink SIP-T48G 35.83.0.120 00:15:65:5c:60:82, T48G, 35.83.0.120, 0015655c6082",
    "yealink SIP-T18 18.0.0.80 00:15:65:27:3e:05, T18, 18.0.0.80, 001565273e05",
    "Yealink SIP-T38G  38.70.0.125 00:15:65:2f:c3:5e, T38G, 38.70.0.125, 0015652fc35e",
    "Yealink W60B 77.81.0.35 80:5e:c0:09:ab:dc, W60B, 77.81.0.35, 805ec009abdc",
    "W52P 25.30.0.2 00:15:65:44:b3:7c, W52P, 25.30.0.2, 00156544b37c",
    "Yealink SIP VP-T49G 51.80.0.10 00:15:65:9b:5a:44, T49G, 51.80.0.10, 0015659b5a44",
    "Yealink SIP-T56A  58.80.0.25 001565f429a4, T56A, 58.80.0.25, 001565f429a4",
    "Yealink SIP-T46S 66.86.0.15, T46S, 66.86.0.15, none",
    "Yealink-T46G 28.71.0.81 28.1.0.128.0.0.0, T46G, 28.71.0.81, none",
    "Yealink SIP-T19P_E2 53.80.0.3 00:15:65:4c:4c:26, T19P_E2, 53.80.0.3, 0015654c4c26",
    "yealink sip-t21p_e2 52.80.0.3 00:15:65:4C:4C:26, T21P_E2, 52.80.0.3, 0015654c4c26",
    "Yealink CP960 73.80.0.35 80:5e:c0:00:00:01, CP960, 73.80.0.35, 805ec0000001",
    "Yealink SIP-CP920 78.84.0.15 80:5e:c0:00:00:01, CP920, 78.84.0.15, 805ec0000001",
    "Yealink SIP-W52P 25.73.0.20 00:15:65:40:ae:35, W52P, 25.73.0.20, 00156540ae35",
    "VP530P 23.70.0.40 00:15:65:31:4b:c0, VP530P, 23.70.0.40, 001565314bc0",
    "VP530 23.70.0.41 00:15:65:3d:58:e3, VP530, 23.70.0.41, 0015653d58e3",
    "Yealink AX83H 180.85.0.5 24:9a:d8:00:00:01, AX83H, 180.85.0.5, 249ad8000001",
    "Yealink SIP-T33G 124.85.257.55 80:5e:c0:bd:ea:ef, T33G, 124.85.257.55, 805ec0bdeaef",
    "Yealink SIP-T99X 200.99.0.1 00:15:65:aa:bb:cc extra words, T99X, 200.99.0.1, 001565aabbcc",
    "Yealink SIP-T46S 66.86.0.15 00:00:00:00:00:00, T46S, 66.86.0.15, none",
  })
  void product_yealinkHeader_isRead(String header, String model, String firmware, String mac) {
    assertThat(recogniser.product(header))
        .contains(
            new Product(
                model,
                firmware,
                mac.equals(NONE) ? Optional.empty() : Optional.of(MacAddress.of(mac)),
                true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Yealink",
        "Yealink SIP-T46S",
        "Yealink SIP-T46S 66.86.0",
        "Yealink SIP-T46S 66.86.0.15.1",
        "Yealink SIP-T46S 66.86.0.x",
        "NotYealink SIP-T46S 66.86.0.15",
        " Yealink SIP-T46S 66.86.0.15",
        "YealinkSIP-T46S 66.86.0.15",
        "Yealink SIP-\u0130T46S 66.86.0.15",
        "Yealink SIP-T46S \u0666\u0666.86.0.15",
        "Yealink SIP-T46S 1234567890.86.0.15",
        "Mozilla/5.0 (snom370-SIP 8.7.5.35)",
        "Grandstream Model HW GXP2170 SW 1.0.11.16 DevId 000b82aabbcc",
        "FileTransport PolycomVVX-VVX_500-UA/5.9.5.0614 Type/Application",
        "Panasonic_KX-HDV230/01.00 (0080f0aabbcc)",
        "Cisco/SPA504G-7.6.2c (00000c123456)(CCQ00000000)",
        "Cisco-CP-8861-3PCC/11.0 (00562b043615)",
        "curl/7.88.1",
      })
  void product_otherHeader_isNotClaimed(String header) {
    assertThat(recogniser.product(header)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yealink ", "SIP-", " ", "T1", "1.", "T46S ", "Yealink SIP-T46S 1.2.3.4 "})
  void product_longRepetition_isGivenUpQuickly(String part) {
    String header = part.repeat(512 / part.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 1_000; i++) {
            recogniser.product(header);
            recogniser.product("Yealink SIP-T46S " + header);
          }
        });
  }

  @Test
  void product_longestVersion_fitsWhatIsKept() {
    Product product =
        recogniser
            .product("Yealink SIP-T123456789ABCDEF_E2 123456789.123456789.123456789.123456789")
            .orElseThrow();
    assertThat(product.firmware().length()).isLessThanOrEqualTo(64);
    assertThat(product.model().length()).isLessThanOrEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({
    "001565aabbcc.boot, PROBE, 001565aabbcc",
    "y000000000000.boot, PROBE, none",
    "Y000000000000.BOOT, PROBE, none",
    "y000000000066.cfg, COMMON, none",
    "Y000000000108.CFG, COMMON, none",
    "y000000000000.cfg, COMMON, none",
    "001565aabbcc.cfg, DEVICE, 001565aabbcc",
    "001565AABBCC.CFG, DEVICE, 001565aabbcc",
    "00-15-65-aa-bb-cc.cfg, DEVICE, 001565aabbcc",
    "00:15:65:AA:BB:CC.cfg, DEVICE, 001565aabbcc",
    "001565aabbcc-local.cfg, PERSONAL, 001565aabbcc",
    "00-15-65-aa-bb-cc-local.cfg, PERSONAL, 001565aabbcc",
    "001565aabbcc-contact.xml, PERSONAL, 001565aabbcc",
    "001565aabbcc-calllog.xml, UPLOAD, 001565aabbcc",
    "001565aabbcc-boot.log, UPLOAD, 001565aabbcc",
    "001565aabbcc-sys.log, UPLOAD, 001565aabbcc",
    "001565aabbcc_Security.enc, PROBE, 001565aabbcc",
    "001565AABBCC_SECURITY.ENC, PROBE, 001565aabbcc",
    "y000000000066_Security.enc, PROBE, none",
    "anything_Security.enc, PROBE, none",
    "T46S-66.86.0.160.rom, FIRMWARE, none",
    "'T46S(T48S,T42S,T41S)-66.86.0.160.ROM', FIRMWARE, none",
  })
  void file_nameOfTheGuides_hasItsRole(String name, FileRole role, String mac) {
    assertThat(recogniser.file(name))
        .contains(
            new FileClaim(
                role, mac.equals(NONE) ? Optional.empty() : Optional.of(MacAddress.of(mac))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        ".cfg",
        ".boot",
        ".rom",
        "_Security.enc",
        "000000000000.cfg",
        "ffffffffffff.cfg",
        "000000000000.boot",
        "y000000000001.boot",
        "y00000000066.cfg",
        "y0000000000066.cfg",
        "y00000000006x.cfg",
        "y\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660.cfg",
        "x000000000066.cfg",
        "9000000000066.cfg",
        "001565aabbc.cfg",
        "001565aabbccd.cfg",
        "001565aabbcg.cfg",
        "00-15:65-aa:bb-cc.cfg",
        "001565aabbcc",
        "001565aabbcc.cfg.",
        "001565aabbcc.cfg\u0000",
        "001565aabbcc.cfg ",
        " 001565aabbcc.cfg",
        "001565aabbcc-phone.cfg",
        "001565aabbcc-local.xml",
        "\uff1001565aabbcc.cfg",
        "cfg001565aabbcc",
        "cfg001565aabbcc.xml",
        "../001565aabbcc.cfg",
      })
  void file_otherName_isNotClaimed(String name) {
    assertThat(recogniser.file(name)).isEmpty();
  }

  @Test
  void file_anyLength_isAnswered() {
    for (int length = 0; length <= 255; length++) {
      assertThat(recogniser.file("y".repeat(length))).isEmpty();
      assertThat(recogniser.file("0".repeat(length) + ".cfg")).isEmpty();
    }
  }
}
