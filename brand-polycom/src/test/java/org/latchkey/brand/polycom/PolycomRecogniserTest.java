package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
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

class PolycomRecogniserTest {
  private static final String NONE = "none";

  private final Recogniser recogniser = Samples.BRAND.recogniser();
  private final RecogniserLaws laws = new RecogniserLaws(recogniser);

  @ParameterizedTest
  @CsvSource({
    "FileTransport PolycomSoundPointIP-SPIP_450-UA/3.2.3.1734, SPIP450, 3.2.3.1734, none, false",
    "FileTransport PolycomSoundStationIP-SSIP_6000-UA/5.0.3.1667 Type/Updater, SSIP6000, 5.0.3.1667, none, false",
    "FileTransport PolycomVVX-VVX_101-UA/5.4.3.1014 Type/Application, VVX101, 5.4.3.1014, none, true",
    "FileTransport PolycomVVX-VVX_450-UA/5.9.1.0615 Type/Application, VVX450, 5.9.1.0615, none, true",
    "FileTransport PolycomSoundStationIP-SSIP_5000-UA/4.0.3.7562 (SN:0004f2e765da) Type/Application, SSIP5000, 4.0.3.7562, 0004f2e765da, true",
    "FileTransport PolyCCX-CCX_600-UA/8.0.2.3267 (SN:482567b5313f), CCX600, 8.0.2.3267, 482567b5313f, true",
    "FileTransport PolyEdge-Edge_E450-UA/8.0.0.15602 Type/Application, EdgeE450, 8.0.0.15602, none, true",
    "FileTransport PolyEdge-Edge_E450-UA/8.0.0.15602 (SN:F04EA4000001) Type/Updater, EdgeE450, 8.0.0.15602, f04ea4000001, false",
    "FileTransport PolycomRealPresenceTrio-Trio_8800-UA/5.9.3.2857 Type/Application, Trio8800, 5.9.3.2857, none, true",
    "FileTransport PolycomVVX-VVX_999-UA/6.4.8.1 Type/Application, VVX999, 6.4.8.1, none, true",
    "FileTransport PolycomVVX-VVX_450-UA/5.9.1.0615 (SN:000000000000) Type/Application, VVX450, 5.9.1.0615, none, true",
    "FileTransport PolycomVVX-VVX_450-UA/5.9.1.0615 and more Type/Application, VVX450, 5.9.1.0615, none, true",
    "FileTransport PolycomVVX-VVX_450-UA/5.9.1.0615 Type/Applications, VVX450, 5.9.1.0615, none, false",
  })
  void product_header_isRead(
      String header, String model, String firmware, String mac, boolean application) {
    assertThat(laws.header(header))
        .contains(
            new Product(
                model,
                firmware,
                mac.equals(NONE) ? Optional.empty() : Optional.of(MacAddress.of(mac)),
                application));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FileTransport",
        "FileTransport ",
        "FileTransport Poly",
        "FileTransport PolycomVVX-",
        "FileTransport PolycomVVX-VVX_450",
        "FileTransport PolycomVVX-VVX_450-UA/",
        "FileTransport PolycomVVX-VVX_450-UA/5.9.1",
        "FileTransport PolycomVVX-VVX_450-UA/5.9.1.0615.2",
        "FileTransport PolycomVVX-VVX_450-UA/5.9.1.0615x",
        "FileTransport PolycomVVX-VVX_450-UA/5..1.0615",
        "FileTransport PolycomVVX-VVX_450-UA/5.9.1.0123456789",
        "FileTransport PolycomVVX-____-UA/5.9.1.0615",
        "FileTransport PolycomVVX--UA/5.9.1.0615",
        "FileTransportPolycomVVX-VVX_450-UA/5.9.1.0615",
        "filetransport PolycomVVX-VVX_450-UA/5.9.1.0615",
        "xFileTransport PolycomVVX-VVX_450-UA/5.9.1.0615",
        "PolycomVVX-VVX_450-UA/5.9.1.0615",
        "PolycomVVX-VVX_450-UA/5.9.1.0615_0004f2aabbcc",
        "Microbrowser/1.1 PolycomSoundPointIP-SPIP_550-UA/4.0.15.1047 Type/Application",
        "OBIHAI/VVX450-6.4.2.1",
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
      "FileTransport",
      " ",
      "\t",
      "Poly",
      "com",
      "VVX",
      "-",
      "_",
      "VVX_450",
      "-UA/",
      "5.9.1.0615",
      ".",
      "1",
      " (SN:0004f2aabbcc)",
      " Type/Application",
      "Type/Updater",
      "\n",
      "\u00e4",
      "x"
    };
    Pattern pattern = Pattern.compile(recogniser.headerPatterns().get(0));
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder header = new StringBuilder(i % 2 == 0 ? "FileTransport PolycomVVX-VVX_4" : "");
      for (int j = random.nextInt(9); j > 0; j--) {
        header.append(pieces[random.nextInt(pieces.length)]);
      }
      String text = header.toString();
      assertThat(laws.header(text).isPresent()).as(text).isEqualTo(pattern.matcher(text).matches());
    }
  }

  @Test
  void product_longestHeaders_takeNoTime() {
    String words = ("FileTransport PolycomVVX-VVX_450-UA/5.9.1.1 " + "Type/".repeat(90)).strip();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 10_000; i++) {
            recogniser.product(words);
            recogniser.product("FileTransport " + "Poly".repeat(100));
            recogniser.product("FileTransport" + " ".repeat(490));
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "0004f2aabbcc.cfg, PERSONAL, 0004f2aabbcc",
    "00-04-F2-AA-BB-CC.cfg, PERSONAL, 0004f2aabbcc",
    "0004f2aabbcc-device.cfg, DEVICE, 0004f2aabbcc",
    "0004F2AABBCC-device.cfg, DEVICE, 0004f2aabbcc",
    "0004f2aabbcc-phone.cfg, PERSONAL, 0004f2aabbcc",
    "0004f2aabbcc-web.cfg, PERSONAL, 0004f2aabbcc",
    "0004f2aabbcc-directory.xml, PERSONAL, 0004f2aabbcc",
    "0004f2aabbcc-calls.xml, PERSONAL, 0004f2aabbcc",
    "0004f2aabbcc-boot.log, UPLOAD, 0004f2aabbcc",
    "0004f2aabbcc-app.log, UPLOAD, 0004f2aabbcc",
    "0004F2AABBCC.csr, UPLOAD, 0004f2aabbcc",
    "0004f2aabbcc-license.cfg, PROBE, 0004f2aabbcc",
    "0004F2AABBCC-mb.cfg, PROBE, 0004f2aabbcc",
    "0004F2AABBCC-private.pem, PROBE, 0004f2aabbcc",
    "000000000000.cfg, COMMON, none",
    "000000000000-license.cfg, PROBE, none",
    "000000000000-directory.xml, PROBE, none",
    "bootrom.ld, PROBE, none",
    "2345-12670-001.bootrom.ld, PROBE, none",
    "bootrom.ver, PROBE, none",
    "sip.ver, PROBE, none",
    "sip.ld, FIRMWARE, none",
    "2345-12670-001.sip.ld, FIRMWARE, none",
    "3111-44500-001.3111-44500-001.sip.ld, FIRMWARE, none",
    "SoundPointIPWelcome.wav, FIRMWARE, none",
    "Beach.jpg, FIRMWARE, none",
    "SoundPointIP-dictionary.xml, FIRMWARE, none",
    "Website_dictionary_language_en-us.xml, FIRMWARE, none",
  })
  void file_nameOfTheBrand_hasItsRole(String name, FileRole role, String mac) {
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
        "device.cfg",
        "-device.cfg",
        "0004f2aabbc-device.cfg",
        "0004f2aabbcc-device.cfgx",
        "0004f2aabbcc-devices.cfg",
        "0004f2aabbccdevice.cfg",
        "000000000000-device.cfg",
        "000000000000-phone.cfg",
        "0004f2aabbcc-core.tar.gz",
        "0004f2aabbcc.pem",
        "0104f2aabbcc.cfg",
        "0004f2aabbcc",
        "0004f2aabbcc.boot",
        "y000000000066.cfg",
        "phone1.cfg",
        "..",
        "wav",
        "\u0130.cfg"
      })
  void file_otherName_isNotClaimed(String name) {
    assertThat(laws.file(name)).isEmpty();
  }
}
