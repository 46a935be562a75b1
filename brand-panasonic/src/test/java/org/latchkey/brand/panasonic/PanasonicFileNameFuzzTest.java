package org.latchkey.brand.panasonic;

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
 * patterns gives it, a phone's own credential takes it no further than its own files, and nothing
 * is stored.
 */
class PanasonicFileNameFuzzTest {
  private static final RecogniserLaws LAWS = new RecogniserLaws(Samples.BRAND.recogniser());
  private static final PanasonicGate GATE = new PanasonicGate(true);
  private static final Credential OWN = GATE.provisioned();

  private static final String MODEL = "kx-(?:utg|ut|hdv|tgp|uds)[0-9]{3}[0-9a-z]{0,8}";
  private static final Pattern ONE =
      Pattern.compile(
          "(?:config)?([0-9a-f]{12}|[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\2){4}[0-9a-f]{2})"
              + "\\.(cfg|xml|enc)");
  private static final Pattern FIRST = Pattern.compile(MODEL + "\\.(cfg|xml|enc)");
  private static final Pattern SHARED =
      Pattern.compile("config(?:-?" + MODEL + "|common)\\.(cfg|xml|enc)");

  @FuzzTest
  @DictionaryEntries({
    "Config",
    "Common",
    "0080F0C8C381",
    "00:80:f0:c8:c3:81",
    "0080f0c8c382",
    "000000000000",
    "{MAC}",
    "KX-",
    "KX-UT113",
    "KX-HDV330N",
    "KX-TGP500B04",
    "KX-UTG200B",
    "-",
    ".cfg",
    ".xml",
    ".fw",
    ".e1c",
    ".e2c",
    ".enc",
    "..",
    "/"
  })
  void file_anyName_hasItsRoleAndStaysWithItsPhone(byte[] input) {
    String name = new String(input, StandardCharsets.UTF_8);

    Optional<FileClaim> claim = LAWS.file(name);
    if (name.length() <= 255 && name.chars().allMatch(c -> c < 0x80)) {
      assertThat(claim).isEqualTo(byPatterns(name.toLowerCase(Locale.ROOT)));
    }
    for (String method : new String[] {"PUT", "POST"}) {
      assertThat(GATE.ask(method, escaped(name), OWN, "").status()).isBetween(400, 499);
    }
    assertAsked(name, claim);
  }

  private static Optional<FileClaim> byPatterns(String name) {
    if (name.endsWith(".fw")) {
      return claim(FileRole.FIRMWARE, "cfg");
    }
    if (name.endsWith(".e1c") || name.endsWith(".e2c") || name.endsWith(".e3c")) {
      return claim(FileRole.PROBE, "cfg");
    }
    Matcher one = ONE.matcher(name);
    if (one.matches()) {
      Optional<MacAddress> mac = MacAddress.parse(one.group(1));
      if (mac.isPresent()) {
        return claim(FileRole.DEVICE, one.group(3)).map(c -> new FileClaim(c.role(), mac));
      }
    }
    Matcher first = FIRST.matcher(name);
    if (first.matches()) {
      return claim(FileRole.BOOTSTRAP, first.group(1));
    }
    Matcher shared = SHARED.matcher(name);
    return shared.matches() ? claim(FileRole.COMMON, shared.group(1)) : Optional.empty();
  }

  private static Optional<FileClaim> claim(FileRole role, String ending) {
    return Optional.of(
        new FileClaim(ending.equals("enc") ? FileRole.PROBE : role, Optional.empty()));
  }

  private static void assertAsked(String name, Optional<FileClaim> claim) {
    int status = GATE.ask("GET", escaped(name), OWN, "").status();
    assertThat(status).isIn(200, 400, 401, 404);
    if (status == 200) {
      assertThat(claim.map(FileClaim::role)).isNotEqualTo(Optional.of(FileRole.PROBE));
      assertThat(claim.flatMap(FileClaim::mac).orElse(Samples.MAC)).isEqualTo(Samples.MAC);
    }
    if (claim.flatMap(FileClaim::mac).equals(Optional.of(Samples.MAC))) {
      // a right credential is not called wrong
      assertThat(status).isNotEqualTo(401);
    }
  }

  private static String escaped(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
