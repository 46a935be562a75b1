package org.latchkey.brand.panasonic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
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

class PanasonicRecogniserTest {
  private static final String NONE = "none";

  private final Recogniser recogniser = Samples.BRAND.recogniser();
  private final RecogniserLaws laws = new RecogniserLaws(recogniser);

  @ParameterizedTest
  @CsvSource({
    "Panasonic_KX-UT113/01.133 (0080f0c8c381), KX-UT113, 01.133, 0080f0c8c381",
    "Panasonic_KX-UT670/01.022 (0080f000000), KX-UT670, 01.022, none",
    "Panasonic_KX-TGP500B09/22.90 (<MAC>), KX-TGP500, 22.90, none",
    "Panasonic-KX-TGP600RU/01.061 (080023e21a52), KX-TGP600, 01.061, 080023e21a52",
    "Panasonic_KX-HDV230/01.103 (bcc342000000), KX-HDV230, 01.103, bcc342000000",
    "Panasonic_KX-HDV330N/01.103 (BCC342000001), KX-HDV330, 01.103, bcc342000001",
    "Panasonic_KX-UTG200B/03.210 (080023000000), KX-UTG200B, 03.210, 080023000000",
    "Panasonic_KX-UTG200/03.210, KX-UTG200, 03.210, none",
    "Panasonic_KX-TGP550T04/{/22.90 (0080f0c8c381), KX-TGP550, 22.90, 0080f0c8c381",
    "Panasonic_KX-NT999X1/1.0 (0080f0c8c381), KX-NT999X1, 1.0, 0080f0c8c381",
    "Panasonic_KX-HDV230/01.103(0080f0c8c381), KX-HDV230, 01.103, none",
    "Panasonic_KX-HDV230/01.103 (0080f0c8c381, KX-HDV230, 01.103, none",
    "Panasonic_KX-HDV230/01.103 (010000000000), KX-HDV230, 01.103, none",
    "Panasonic_KX-HDV230/01.103 more, KX-HDV230, 01.103, none",
  })
  void product_header_isRead(String header, String model, String firmware, String mac) {
    Optional<MacAddress> named =
        mac.equals(NONE) ? Optional.empty() : Optional.of(MacAddress.of(mac));
    assertThat(laws.header(header)).contains(new Product(model, firmware, named, true));
    assertThat(Pattern.matches(recogniser.headerPatterns().get(0), header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Panasonic",
        "Panasonic_",
        "Panasonic_KX-",
        "Panasonic_KX-/01.133",
        "Panasonic_KX-UT113",
        "Panasonic_KX-UT113/",
        "Panasonic_KX-UT113/ 01.133",
        "Panasonic_KX-UT113/{01.133",
        "Panasonic_KX-UT113/{/",
        "Panasonic KX-UT113/01.133",
        "Panasonic_UT113/01.133",
        "panasonic_KX-UT113/01.133",
        "xPanasonic_KX-UT113/01.133",
        "Panasonic_KX-UT_113/01.133",
        "Panasonic_KX-UT1130123456789012345678901234567890/01.133",
        "Panasonic_KX-UT113/0123456789012345678901234567890123456789012345678901234567890",
        "Yealink SIP-T46S 66.86.0.15 00:15:65:aa:bb:cc",
        "Mozilla/5.0 (X11; Linux x86_64)"
      })
  void product_anythingElse_isUnknown(String header) {
    assertThat(laws.header(header)).isEmpty();
    assertThat(Pattern.matches(recogniser.headerPatterns().get(0), header)).isFalse();
  }

  @Test
  void product_anyText_isWhatThePatternSays() {
    String[] pieces = {
      "Panasonic",
      "_",
      "-",
      "KX-",
      "KX-UT113",
      "UTG200B",
      "/",
      "{/",
      "01.133",
      " ",
      "\t",
      "(0080f0c8c381)",
      "(",
      ")",
      "{",
      "}",
      "\n",
      "\u00e4",
      "x"
    };
    Pattern pattern = Pattern.compile(recogniser.headerPatterns().get(0));
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder header = new StringBuilder(random.nextInt(4) == 0 ? "" : "Panasonic_KX-UT113/");
      for (int j = random.nextInt(6); j > 0; j--) {
        header.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(laws.header(header.toString()).isPresent())
          .as(header.toString())
          .isEqualTo(pattern.matcher(header).matches());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KX-HDV230.cfg, BOOTSTRAP, none",
    "KX-TGP500B04.cfg, BOOTSTRAP, none",
    "KX-TGP600RU.cfg, BOOTSTRAP, none",
    "kx-hdv330n.cfg, BOOTSTRAP, none",
    "KX-UTG200B.cfg, BOOTSTRAP, none",
    "KX-UTG300.xml, BOOTSTRAP, none",
    "KX-UDS124.cfg, BOOTSTRAP, none",
    "Config0080F0C8C381.cfg, DEVICE, 0080f0c8c381",
    "config0080f0c8c381.CFG, DEVICE, 0080f0c8c381",
    "Config00-80-F0-C8-C3-81.cfg, DEVICE, 0080f0c8c381",
    "Config0080F0C8C381.xml, DEVICE, 0080f0c8c381",
    "0080f0c8c381.cfg, DEVICE, 0080f0c8c381",
    "0080F0C8C381.xml, DEVICE, 0080f0c8c381",
    "ConfigKX-HDV230.cfg, COMMON, none",
    "Config-KX-HDV330N.cfg, COMMON, none",
    "ConfigKX-UTG200B.xml, COMMON, none",
    "ConfigCommon.cfg, COMMON, none",
    "configcommon.xml, COMMON, none",
    "UT11x12x-01.133_HW1.fw, FIRMWARE, none",
    "TGP5xx-USA-22.90_HW1.fw, FIRMWARE, none",
    "Config0080F0C8C381.e1c, PROBE, none",
    "ConfigCommon.e2c, PROBE, none",
    "KX-HDV230.e3c, PROBE, none",
    "Config0080F0C8C381.enc, PROBE, 0080f0c8c381",
    "KX-UTG200B.enc, PROBE, none",
  })
  void file_ofThePhones_hasItsRole(String name, FileRole role, String mac) {
    assertThat(laws.file(name))
        .contains(
            new FileClaim(
                role, mac.equals(NONE) ? Optional.empty() : Optional.of(MacAddress.of(mac))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".cfg",
        "Config.cfg",
        "Config{MAC}.cfg",
        "ConfigCommon",
        "ConfigCommons.cfg",
        "Configs/ConfigCommon.txt",
        "Config0080F0C8C38.cfg",
        "Config000000000000.cfg",
        "000000000000.cfg",
        "KX-.cfg",
        "KX-NT543.cfg",
        "KX-UT.cfg",
        "KX-UT11.cfg",
        "KX-UT113-1.cfg",
        "KX-UT113ABCDEFGHI.cfg",
        "KX-UT113.txt",
        "y000000000066.cfg",
        "001565aabbcc_Security.enc",
        "0080f0c8c381.boot"
      })
  void file_ofNobody_isNotClaimed(String name) {
    assertThat(laws.file(name)).isEmpty();
  }
}
