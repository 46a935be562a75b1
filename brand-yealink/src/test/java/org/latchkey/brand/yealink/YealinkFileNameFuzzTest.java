package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.secret.Credential;
import org.latchkey.testkit.contract.RecogniserLaws;

/**
 * Any text for the name of a file that a phone sends or asks for: it has the role that the
 * reference gives it, and a phone's own credential takes it no further than its own files.
 */
class YealinkFileNameFuzzTest {
  private static final RecogniserLaws LAWS = new RecogniserLaws(Samples.BRAND.recogniser());
  private static final YealinkGate GATE = new YealinkGate();
  private static final Credential OWN = GATE.provisioned();

  @FuzzTest
  @DictionaryEntries({
    "001565aabbcc",
    "00-15-65-aa-bb-cc",
    "00:15:65:AA:BB:CC",
    "001565aabbdd",
    "000000000000",
    ".cfg",
    ".boot",
    "-local.cfg",
    "-contact.xml",
    "-calllog.xml",
    "-boot.log",
    "-sys.log",
    "_Security.enc",
    ".rom",
    "y000000000066",
    "y000000000000",
    ".xml",
    ".htm",
    "..",
    "/",
    "\\\\"
  })
  void file_anyName_hasItsRoleAndStaysWithItsPhone(byte[] input) {
    String name = new String(input, StandardCharsets.UTF_8);

    Optional<FileClaim> claim = LAWS.file(name);
    if (name.length() <= 255 && name.chars().allMatch(c -> c < 0x80)) {
      assertThat(claim).isEqualTo(ReferenceReader.file(name));
    }
    assertSent("PUT", name, claim);
    assertSent("POST", name, claim);
    assertAsked(name, claim);
  }

  private static void assertSent(String method, String name, Optional<FileClaim> claim) {
    int status = GATE.ask(method, escaped(name), OWN, "").status();
    assertThat(status).isBetween(200, 499);
    if (status < 300) {
      assertThat(claim.map(FileClaim::role))
          .hasValueSatisfying(role -> assertThat(role).isIn(FileRole.PERSONAL, FileRole.UPLOAD));
      assertThat(claim.flatMap(FileClaim::mac)).contains(YealinkGate.MAC);
      assertThat(name).matches("[A-Za-z0-9:.-]+");
      // with the pass it is dropped, and nobody learns that
      assertThat(GATE.ask(method, escaped(name), YealinkGate.PASS, "").status()).isEqualTo(200);
    }
    assertRightCredentialIsNotCalledWrong(status, claim);
  }

  private static void assertAsked(String name, Optional<FileClaim> claim) {
    int status = GATE.ask("GET", escaped(name), OWN, "").status();
    assertThat(status).isIn(200, 400, 401, 404);
    if (status == 200) {
      assertThat(name).containsIgnoringCase("00").hasSizeLessThanOrEqualTo(255);
      assertThat(claim.map(FileClaim::role)).isNotEqualTo(Optional.of(FileRole.PROBE));
      assertThat(claim.flatMap(FileClaim::mac).orElse(YealinkGate.MAC)).isEqualTo(YealinkGate.MAC);
    }
    assertRightCredentialIsNotCalledWrong(status, claim);
    assertThat(GATE.ask("GET", escaped(name), YealinkGate.PASS, "").status()).isIn(400, 401, 404);
  }

  private static void assertRightCredentialIsNotCalledWrong(int status, Optional<FileClaim> claim) {
    if (claim.flatMap(FileClaim::mac).equals(Optional.of(YealinkGate.MAC))) {
      assertThat(status).isNotEqualTo(401);
    }
  }

  private static String escaped(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
