package org.latchkey.brand.snom;

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
 * Any text for the name of a file that a phone asks for: it has the role that a second reading by
 * patterns gives it, and a phone's own credential takes it no further than its own files.
 */
class SnomFileNameFuzzTest {
  private static final RecogniserLaws LAWS = new RecogniserLaws(Samples.BRAND.recogniser());
  private static final SnomGate GATE = new SnomGate(true);
  private static final Credential OWN = GATE.provisioned();
  private static final String MAC =
      "(?<mac>[0-9a-f]{12}|[0-9a-f]{2}(?<s>[:-])(?:[0-9a-f]{2}\\k<s>){4}[0-9a-f]{2})";
  private static final Map<Pattern, FileRole> ROLES = new LinkedHashMap<>();

  static {
    role("gui_lang\\.xml|web_lang\\.xml|snom-general\\.(xml|htm)", FileRole.COMMON);
    role("snom-" + MAC + "-firmware\\.xml", FileRole.PERSONAL);
    role("snom\\w{1,32}-firmware\\.xml", FileRole.PROBE);
    role("snom\\w{0,32}-" + MAC + "(\\.htm|\\.xml|\\.cfg)?", FileRole.DEVICE);
    role(MAC + "\\.(htm|xml)", FileRole.DEVICE);
    role("(?!snom)(?s:.*)-(?=000413|00087b)" + MAC + "\\.(htm|xml)", FileRole.DEVICE);
    role("[\\w-]{1,32}_" + MAC + "\\.cfg", FileRole.DEVICE);
    role("snom\\w{1,32}\\.htm", FileRole.COMMON);
    role("snom(?s:.*)\\.(bin|swu|fwu|img)|m(?s:.*)\\.fwu|c6(?s:.*)\\.img", FileRole.FIRMWARE);
    role("(c520-wimi|c620|m100kle|m100sc|m200sc|m500)\\.cfg", FileRole.PROBE);
  }

  private static void role(String pattern, FileRole role) {
    ROLES.put(Pattern.compile(pattern), role);
  }

  @FuzzTest
  @DictionaryEntries({
    "snom",
    "snomD785",
    "-",
    "000413aabbcc",
    "00-04-13-AA-BB-CC",
    "000413aabbdd",
    "00087b112233",
    ".htm",
    ".xml",
    ".cfg",
    "-firmware.xml",
    "snom-general",
    "gui_lang.xml",
    "C520-WiMi",
    "C620",
    "_",
    ".bin",
    ".swu",
    ".fwu",
    ".img",
    "..",
    "/"
  })
  void file_anyName_hasItsRoleAndStaysWithItsPhone(byte[] input) {
    String name = new String(input, StandardCharsets.UTF_8);

    Optional<FileClaim> claim = LAWS.file(name);
    if (name.length() <= 255 && name.chars().allMatch(c -> c < 0x7f)) {
      assertThat(claim).isEqualTo(byPatterns(name.toLowerCase(Locale.ROOT)));
    }
    assertAsked(name, claim);
    assertSent(name, claim);
  }

  /** These phones send nothing; what one might send to a file of its own never comes back. */
  private static void assertSent(String name, Optional<FileClaim> claim) {
    int status = GATE.ask("PUT", escaped(name), OWN, "").status();
    assertThat(status).isBetween(200, 499);
    if (status < 300) {
      assertThat(claim).contains(new FileClaim(FileRole.PERSONAL, Optional.of(SnomGate.MAC)));
      byte[] again = GATE.ask("GET", escaped(name), OWN, "").body();
      assertThat(new String(again, StandardCharsets.UTF_8)).contains("<firmware>");
    }
  }

  private static Optional<FileClaim> byPatterns(String name) {
    for (Map.Entry<Pattern, FileRole> each : ROLES.entrySet()) {
      Matcher matcher = each.getKey().matcher(name);
      if (matcher.matches()) {
        boolean named = each.getKey().pattern().contains("(?<mac>");
        Optional<MacAddress> mac =
            named ? MacAddress.parse(matcher.group("mac")) : Optional.empty();
        if (!named || mac.isPresent()) {
          return Optional.of(new FileClaim(each.getValue(), mac));
        }
      }
    }
    return Optional.empty();
  }

  private static void assertAsked(String name, Optional<FileClaim> claim) {
    int status = GATE.ask("GET", escaped(name), OWN, "").status();
    assertThat(status).isIn(200, 400, 401, 404);
    if (status == 200) {
      assertThat(claim.map(FileClaim::role)).isNotEqualTo(Optional.of(FileRole.PROBE));
      assertThat(claim.flatMap(FileClaim::mac).orElse(SnomGate.MAC)).isEqualTo(SnomGate.MAC);
    }
    if (claim.flatMap(FileClaim::mac).equals(Optional.of(SnomGate.MAC))) {
      // a right credential is never called wrong
      assertThat(status).isNotEqualTo(401);
    }
  }

  private static String escaped(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
