package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.device.MacAddress;
import org.latchkey.secret.Credential;
import org.latchkey.testkit.contract.RecogniserLaws;

/**
 * Any text for the name of a file that a phone sends or asks for: it has the role that a second
 * reading by patterns gives it, and a phone's own credential takes it no further than its own
 * files.
 */
class PolycomFileNameFuzzTest {
  private static final RecogniserLaws LAWS = new RecogniserLaws(Samples.BRAND.recogniser());
  private static final PolycomGate GATE = new PolycomGate(true);
  private static final Credential OWN = GATE.provisioned();

  private static final Pattern ONE =
      Pattern.compile(
          "([0-9a-f]{12}|[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\2){4}[0-9a-f]{2})(.*)", Pattern.DOTALL);
  private static final Map<String, FileRole> OF_ONE = new LinkedHashMap<>();
  private static final Map<String, FileRole> SHARED = new LinkedHashMap<>();

  static {
    OF_ONE.put("-device\\.cfg", FileRole.DEVICE);
    OF_ONE.put("(-(phone|web))?\\.cfg|-(directory|calls)\\.xml", FileRole.PERSONAL);
    OF_ONE.put("-(boot|app)\\.log|\\.csr", FileRole.UPLOAD);
    OF_ONE.put("-(license|mb)\\.cfg|-private\\.pem", FileRole.PROBE);
    SHARED.put("0{12}\\.cfg", FileRole.COMMON);
    SHARED.put("0{12}(-license\\.cfg|-directory\\.xml)", FileRole.PROBE);
    SHARED.put("(?s).*(bootrom\\.(ld|ver)|sip\\.ver)", FileRole.PROBE);
    SHARED.put("(?s).*(\\.(ld|wav|jpg)|-dictionary\\.xml)", FileRole.FIRMWARE);
    SHARED.put("(?s)website_dictionary_language_.*", FileRole.FIRMWARE);
  }

  @FuzzTest
  @DictionaryEntries({
    "0004f2aabbcc",
    "00-04-f2-aa-bb-cc",
    "00:04:F2:AA:BB:CC",
    "0004f2aabbdd",
    "000000000000",
    ".cfg",
    "-device.cfg",
    "-phone.cfg",
    "-web.cfg",
    "-directory.xml",
    "-calls.xml",
    "-license.cfg",
    "-boot.log",
    "-app.log",
    "-private.pem",
    "bootrom.ld",
    ".sip.ld",
    "sip.ver",
    ".wav",
    "-dictionary.xml",
    "Website_dictionary_language_",
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
    Matcher one = ONE.matcher(name);
    if (one.matches()) {
      Optional<MacAddress> mac = MacAddress.parse(one.group(1));
      Optional<FileRole> role = first(OF_ONE, one.group(3));
      if (mac.isPresent() && role.isPresent()) {
        return Optional.of(new FileClaim(role.get(), mac));
      }
    }
    return first(SHARED, name).map(role -> new FileClaim(role, Optional.empty()));
  }

  private static Optional<FileRole> first(Map<String, FileRole> patterns, String text) {
    return patterns.entrySet().stream()
        .filter(entry -> text.matches(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static void assertSent(String method, String name, Optional<FileClaim> claim) {
    int status = GATE.ask(method, escaped(name), OWN, "").status();
    assertThat(status).isBetween(200, 499);
    if (status < 300) {
      assertThat(claim.map(FileClaim::role))
          .hasValueSatisfying(role -> assertThat(role).isIn(FileRole.PERSONAL, FileRole.UPLOAD));
      assertThat(claim.flatMap(FileClaim::mac)).contains(PolycomGate.MAC);
      // with the pass it is dropped, and nobody learns that
      assertThat(GATE.ask(method, escaped(name), PolycomGate.PASS, "").status()).isEqualTo(200);
    }
    assertRightCredentialIsNotCalledWrong(status, claim);
  }

  private static void assertAsked(String name, Optional<FileClaim> claim) {
    int status = GATE.ask("GET", escaped(name), OWN, "").status();
    assertThat(status).isIn(200, 400, 401, 404);
    if (status == 200) {
      assertThat(claim.map(FileClaim::role)).isNotEqualTo(Optional.of(FileRole.PROBE));
      assertThat(claim.flatMap(FileClaim::mac).orElse(PolycomGate.MAC)).isEqualTo(PolycomGate.MAC);
    }
    assertRightCredentialIsNotCalledWrong(status, claim);
  }

  private static void assertRightCredentialIsNotCalledWrong(int status, Optional<FileClaim> claim) {
    if (claim.flatMap(FileClaim::mac).equals(Optional.of(PolycomGate.MAC))) {
      assertThat(status).isNotEqualTo(401);
    }
  }

  private static String escaped(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
