package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.device.MacAddress;
import org.latchkey.secret.Credential;
import org.latchkey.testkit.contract.RecogniserLaws;

/**
 * Any text for the name of a file that a phone asks for: it has the role that a second reading by
 * patterns gives it, and a phone's own credential takes it no further than its own files.
 */
class CiscoFileNameFuzzTest {
  private static final RecogniserLaws LAWS = new RecogniserLaws(Samples.BRAND.recogniser());
  private static final CiscoGate GATE = new CiscoGate("CP-8851-3PCC", true);
  private static final Credential OWN = GATE.provisioned();

  private static final Pattern DEVICE =
      Pattern.compile(
          "(?:cisco-|spa|ata)?([0-9a-f]{12}|[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\2){4}[0-9a-f]{2})"
              + "\\.(?:xml|cfg)");
  private static final Pattern UPLOAD =
      Pattern.compile("cisco-([0-9a-f]{12})-(?:report\\.xml|prt\\.tar\\.gz)");
  private static final Pattern FIRST =
      Pattern.compile(
          "|init\\.cfg|(?:68[2457]1|6825|6861|78[1246]1|7832|88[1456]1|8832|88[46]5)-3pcc\\.xml"
              + "|cp-(?:68[2457]1|6825|6861|78[1246]1|7832|88[1456]1|8832|88[46]5)-3pcc\\.cfg"
              + "|(?:8875|98[14567]1)\\.xml"
              + "|spa(?:30[13]|50[12489]g|51[24]g|525g2?|112|122|232d|2102|3102|8000"
              + "|9(?:01|21|22|41|42|62))\\.cfg|ata19[12]\\.cfg");
  private static final Pattern PROBE =
      Pattern.compile("(?s).+(?:\\.cnf\\.xml|\\.tlv|\\.cnf)|dialplan\\.xml");
  private static final Pattern FIRMWARE = Pattern.compile("(?s).+\\.(?:loads|sbn|bin|img)");

  @FuzzTest
  @DictionaryEntries({
    "00562b043615",
    "00-56-2b-04-36-15",
    "00:56:2B:04:36:15",
    "00562b043616",
    "000000000000",
    "cisco-",
    "spa",
    "ata",
    "-report.xml",
    "-prt.tar.gz",
    "SEP",
    ".xml",
    ".cfg",
    ".cnf.xml",
    ".tlv",
    "8851-3PCC",
    "CP-",
    "9851",
    "504G",
    "init",
    "dialplan",
    ".loads",
    "$MA",
    "..",
    "/"
  })
  void file_anyName_hasItsRoleAndStaysWithItsPhone(byte[] input) {
    String name = new String(input, StandardCharsets.UTF_8);

    Optional<FileClaim> claim = LAWS.file(name);
    if (name.length() <= 255 && name.chars().allMatch(c -> c < 0x80)) {
      assertThat(claim).isEqualTo(byPatterns(name.toLowerCase(Locale.ROOT)));
    }
    assertSent("PUT", name, claim);
    assertSent("POST", name, claim);
    assertAsked(name, claim);
  }

  private static Optional<FileClaim> byPatterns(String name) {
    Matcher device = DEVICE.matcher(name);
    if (device.matches()) {
      Optional<MacAddress> mac = MacAddress.parse(device.group(1));
      if (mac.isPresent()) {
        return Optional.of(new FileClaim(FileRole.DEVICE, mac));
      }
    }
    Matcher upload = UPLOAD.matcher(name);
    if (upload.matches()) {
      Optional<MacAddress> mac = MacAddress.parse(upload.group(1));
      if (mac.isPresent()) {
        return Optional.of(new FileClaim(FileRole.UPLOAD, mac));
      }
    }
    if (FIRST.matcher(name).matches()) {
      return claim(FileRole.BOOTSTRAP);
    }
    if (PROBE.matcher(name).matches()) {
      return claim(FileRole.PROBE);
    }
    return FIRMWARE.matcher(name).matches() ? claim(FileRole.FIRMWARE) : Optional.empty();
  }

  private static Optional<FileClaim> claim(FileRole role) {
    return Optional.of(new FileClaim(role, Optional.empty()));
  }

  /** What is kept is a phone's own and has a name for it. */
  private static void assertSent(String method, String name, Optional<FileClaim> claim) {
    int status = GATE.ask(method, escaped(name), OWN, "").status();
    if (status < 300) {
      assertThat(claim)
          .isEqualTo(Optional.of(new FileClaim(FileRole.UPLOAD, Optional.of(CiscoGate.MAC))));
    } else {
      assertThat(status).isBetween(400, 499);
      assertThat(claim.filter(c -> c.role() == FileRole.UPLOAD).flatMap(FileClaim::mac))
          .isNotEqualTo(Optional.of(CiscoGate.MAC));
    }
  }

  private static void assertAsked(String name, Optional<FileClaim> claim) {
    int status = GATE.ask("GET", escaped(name), OWN, "").status();
    assertThat(status).isIn(200, 400, 401, 404);
    if (status == 200) {
      assertThat(claim.map(FileClaim::role)).isNotEqualTo(Optional.of(FileRole.PROBE));
      assertThat(claim.flatMap(FileClaim::mac).orElse(CiscoGate.MAC)).isEqualTo(CiscoGate.MAC);
    }
    if (claim.flatMap(FileClaim::mac).equals(Optional.of(CiscoGate.MAC))) {
      // the right credential is never called wrong
      assertThat(status).isNotEqualTo(401);
    }
  }

  private static String escaped(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
