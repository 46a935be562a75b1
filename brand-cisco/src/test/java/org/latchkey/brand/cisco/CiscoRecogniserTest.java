package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.Latchkey;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.device.MacAddress;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.secret.Vault;
import org.latchkey.testkit.contract.RecogniserLaws;

class CiscoRecogniserTest {
  private static final String NONE = "none";

  private final Recogniser recogniser = Samples.BRAND.recogniser();
  private final RecogniserLaws laws = new RecogniserLaws(recogniser);

  @ParameterizedTest
  @CsvSource({
    "Cisco-CP-8841-3PCC/11.0 (00562b043615), CP-8841-3PCC, 11.0, 00562b043615",
    "Cisco-CP-8865-3PCC/12.0.3_dcf719f39350_d4e6994b-60bc-4fba-a490-fe5f8e74ceea_dcf719f3-9350-4fba-a490-fe5f8e74ceea, CP-8865-3PCC, 12.0.3, dcf719f39350",
    "Cisco-CP-6841-3PCC/11.3.6, CP-6841-3PCC, 11.3.6, none",
    "Cisco-CP-9999-3PCC/12.0 (00562B043615), CP-9999-3PCC, 12.0, 00562b043615",
    "Cisco-Desk Phone 9851/3.2.1 (00562b043615), 9851, 3.2.1, 00562b043615",
    "Cisco-Video Phone 8875/2.3.1, 8875, 2.3.1, none",
    "Cisco/SPA501G-7.4.4 (8843E157DDCC)(CBT141100HR), SPA501G, 7.4.4, 8843e157ddcc",
    "Cisco/SPA525G-7.4.7 (CBT141900G7), SPA525G, 7.4.7, none",
    "Cisco/SPA525G2-7.6.1(ES_RC01), SPA525G2, 7.6.1(ES_RC01), none",
    "Cisco/ATA191-MPP-11-1-0-MSR4 (FCH2443D9R4), ATA191, 11-1-0-MSR4, none",
    "Linksys/SPA-942-6.1.5(a) (88019FA42805), SPA942, 6.1.5(a), none",
    "Linksys/PAP2T-5.1.6(LS), PAP2T, 5.1.6(LS), none",
    "Cisco/spa504g-7.5, NOT, -, none",
    "Cisco/SPA504G-7.5.2b (000000000000)(CBT1), SPA504G, 7.5.2b, none",
  })
  void product_header_isRead(String header, String model, String firmware, String mac) {
    Optional<Product> product =
        model.equals("NOT")
            ? Optional.empty()
            : Optional.of(
                new Product(
                    model,
                    firmware,
                    mac.equals(NONE) ? Optional.empty() : Optional.of(MacAddress.of(mac)),
                    true));
    assertThat(laws.header(header)).isEqualTo(product);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Cisco",
        "Cisco-",
        "Cisco/",
        "Cisco-CP-8841-3PCC",
        "Cisco-CP-8841-3PCC/",
        "Cisco-CP-8841/12.0",
        "Cisco-CP-8841-3PCC/11.0 (00562b04361)",
        "Cisco-CP-8841-3PCC/11.0 (00562b043615",
        "Cisco-CP-8841-3PCC/11.0 (00562b043615) and more",
        "Cisco-CP-8841-3PCC/11.0\u00e4",
        " Cisco-CP-8841-3PCC/11.0",
        "cisco-CP-8841-3PCC/11.0",
        "Cisco/SPA504G",
        "Cisco/SPA504G-",
        "Cisco/SPA504G-x7",
        "Cisco/SPA504G-7.5 (CBT1)(8843E157DDCC)(X)",
        "Cisco/SPA504G-7.5 (CBT 1)",
        "Cisco/SPA-7.5",
        "Cisco/XYZ504-7.5",
        "Yealink SIP-T46S 66.86.0.15 00:15:65:aa:bb:cc",
        "FileTransport PolycomVVX-VVX_450-UA/5.9.1.0615",
        "Mozilla/5.0 (X11; Linux x86_64)"
      })
  void product_anythingElse_isUnknown(String header) {
    assertThat(laws.header(header)).isEmpty();
  }

  @Test
  void product_anyText_isWhatOneOfThePatternsSays() {
    String[] pieces = {
      "Cisco",
      "-",
      "/",
      "CP-8841-3PCC",
      "SPA",
      "504G",
      "ATA191",
      "Linksys",
      "7.5.2b",
      "12.0.3",
      "_",
      " ",
      "(00562b043615)",
      "(CBT1)",
      "MPP-",
      "Desk Phone 9851",
      "(",
      ")",
      "\u00e4",
      "00562b043615"
    };
    List<Pattern> patterns = recogniser.headerPatterns().stream().map(Pattern::compile).toList();
    Random random = new Random(3);
    int known = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder header =
          new StringBuilder(i % 2 == 0 ? "Cisco/SPA504G-7" : "Cisco-CP-8841-3PCC/1");
      for (int j = random.nextInt(7); j > 0; j--) {
        header.append(pieces[random.nextInt(pieces.length)]);
      }
      String text = header.toString();
      boolean matches = patterns.stream().anyMatch(p -> p.matcher(text).matches());
      assertThat(laws.header(text).isPresent()).as(text).isEqualTo(matches);
      known += matches ? 1 : 0;
    }
    assertThat(known).isBetween(1_000, 40_000);
  }

  @ParameterizedTest
  @CsvSource({
    "'', BOOTSTRAP, none",
    "8851-3PCC.xml, BOOTSTRAP, none",
    "8851-3pcc.xml, BOOTSTRAP, none",
    "CP-8841-3PCC.cfg, BOOTSTRAP, none",
    "9851.xml, BOOTSTRAP, none",
    "spa504G.cfg, BOOTSTRAP, none",
    "spa504g.cfg, BOOTSTRAP, none",
    "spa112.cfg, BOOTSTRAP, none",
    "ata191.cfg, BOOTSTRAP, none",
    "init.cfg, BOOTSTRAP, none",
    "cisco-00562b043615.xml, DEVICE, 00562b043615",
    "CISCO-00562B043615.XML, DEVICE, 00562b043615",
    "00562b043615.xml, DEVICE, 00562b043615",
    "00562b043615.cfg, DEVICE, 00562b043615",
    "00:56:2b:04:36:15.xml, DEVICE, 00562b043615",
    "spa00562B043615.xml, DEVICE, 00562b043615",
    "spa00562b043615.cfg, DEVICE, 00562b043615",
    "ata00562b043615.xml, DEVICE, 00562b043615",
    "SEP00562B043615.cnf.xml, PROBE, none",
    "ATA562B04361501.cnf.xml, PROBE, none",
    "XMLDefault.cnf.xml, PROBE, none",
    "CTLSEP00562B043615.tlv, PROBE, none",
    "ITLSEP00562B043615.tlv, PROBE, none",
    "ITLFile.tlv, PROBE, none",
    "SIPDefault.cnf, PROBE, none",
    "SIP00562B043615.cnf, PROBE, none",
    "dialplan.xml, PROBE, none",
    "sip88xx.12-0-7MPP0201-66.loads, FIRMWARE, none",
    "spa50x-30x-7-6-2f.bin, FIRMWARE, none",
    "ATA19x-11-1-0-MSR4.img, FIRMWARE, none",
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
        ".xml",
        "cisco-.xml",
        "cisco-$MA.xml",
        "cisco-00562b04361.xml",
        "cisco-00562b0436155.xml",
        "cisco-000000000000.xml",
        "cisco-01562b043615.xml",
        "cisco-00562b043615.htm",
        "cisco_00562b043615.xml",
        "cfg00562b043615.xml",
        "00562b043615-device.cfg",
        "00562b043615",
        "spa999.cfg",
        "spa504G.xml",
        "8851.xml",
        "y000000000066.cfg",
        "000000000000.cfg",
        ".bin",
        "..",
        "in\u0130t.cfg"
      })
  void file_otherName_isNotClaimed(String name) {
    assertThat(laws.file(name)).isEmpty();
  }

  @Test
  void bootFiles_ofEachFamily_areInOrder() {
    assertThat(files("CP-8851-3PCC"))
        .containsExactly(
            "8851-3PCC.xml BOOTSTRAP",
            "CP-8851-3PCC.cfg BOOTSTRAP",
            "Cisco/CP-8851-3PCC/00562b043615.cfg DEVICE",
            "cisco-00562b043615.xml DEVICE");
    assertThat(files("SPA504G"))
        .containsExactly(
            "CTLSEP00562B043615.tlv PROBE",
            "SEP00562B043615.cnf.xml PROBE",
            "XMLDefault.cnf.xml PROBE",
            "spa504G.cfg BOOTSTRAP",
            "cisco-00562b043615.xml DEVICE");
    assertThat(files("ATA192"))
        .containsExactly("ata192.cfg BOOTSTRAP", "cisco-00562b043615.xml DEVICE");
    assertThat(files("PAP2T")).containsExactly("init.cfg BOOTSTRAP");
  }

  private static List<String> files(String model) {
    return Samples.BRAND.bootSequence().files(Samples.phone(model, "").device().identity()).stream()
        .map(file -> file.name() + " " + file.role())
        .toList();
  }

  /** The bare address is a file of these phones, but not what only begins like it. */
  @ParameterizedTest
  @CsvSource({"/cfg, true", "/cfg/, true", "/cfg-, false", "/cfg-/, false", "/cfgs, false"})
  void bareAddress_andItsNeighbours_areTakenOrLeftToTheHost(String target, boolean ours) {
    Latchkey latchkey =
        Latchkey.builder(
                URI.create("https://prov.example/cfg/"),
                new MemoryDirectory(),
                new MemoryCredentialStore(),
                Vault.ofKey(new byte[32]))
            .brands(new CiscoBrand())
            .build();
    assertThat(latchkey.fileOf(target).isPresent()).isEqualTo(ours);
  }
}
