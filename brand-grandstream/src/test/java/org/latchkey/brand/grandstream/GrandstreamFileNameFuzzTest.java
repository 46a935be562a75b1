package org.latchkey.brand.grandstream;

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
 * patterns gives it, a phone's own credential takes it no further than its own file, and a name
 * that a phone only tries is never challenged.
 */
class GrandstreamFileNameFuzzTest {
  private static final RecogniserLaws LAWS = new RecogniserLaws(Samples.BRAND.recogniser());
  private static final GrandstreamGate GATE = new GrandstreamGate(true);
  private static final Credential OWN = GATE.provisioned();

  private static final Pattern ONE =
      Pattern.compile(
          "(.{0,32}?)(cfg|dev)([0-9a-f]{12}|[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\4){4}[0-9a-f]{2})"
              + "(|\\.xml|\\.bin|\\.cfg)",
          Pattern.DOTALL);

  @FuzzTest
  @DictionaryEntries({
    "cfg",
    "own",
    "dev",
    "000b82aabbcc",
    "00-0b-82-aa-bb-cc",
    "00:0B:82:AA:BB:CC",
    "000b82aabbdd",
    ".xml",
    ".bin",
    ".cfg",
    "cfg.xml",
    "cfggxp2130.xml",
    "ht802fw.bin",
    "ring1.bin",
    "language.txt",
    "phonebook.xml",
    "gs_phonebook.xml",
    "..",
    "/"
  })
  void file_anyName_hasItsRoleAndStaysWithItsPhone(byte[] input) {
    String name = new String(input, StandardCharsets.UTF_8);

    Optional<FileClaim> claim = LAWS.file(name);
    if (name.length() <= 255 && name.chars().allMatch(c -> c < 0x80)) {
      assertThat(claim).isEqualTo(byPatterns(name.toLowerCase(Locale.ROOT)));
    }
    String escaped = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    int status = GATE.ask("GET", escaped, OWN, "").status();
    assertThat(status).isIn(200, 400, 401, 404);
    if (status == 200) {
      assertThat(claim.map(FileClaim::role).orElse(FileRole.DEVICE)).isEqualTo(FileRole.DEVICE);
      assertThat(claim.flatMap(FileClaim::mac).orElse(Samples.MAC)).isEqualTo(Samples.MAC);
    }
    if (claim.flatMap(FileClaim::mac).equals(Optional.of(Samples.MAC))) {
      assertThat(status).isNotEqualTo(401);
    }
    if (claim.map(FileClaim::role).equals(Optional.of(FileRole.PROBE)) && status != 400) {
      assertThat(GATE.ask("GET", escaped, "").status()).isEqualTo(404);
    }
  }

  private static Optional<FileClaim> byPatterns(String name) {
    Matcher one = ONE.matcher(name);
    if (one.matches()) {
      Optional<MacAddress> mac = MacAddress.parse(one.group(3));
      Optional<FileRole> role = role(one.group(2), one.group(5));
      if (mac.isPresent() && role.isPresent()) {
        return Optional.of(new FileClaim(role.get(), mac));
      }
    }
    if (name.matches("cfg([a-z][a-z0-9-]{0,31})?\\.xml")) {
      return Optional.of(new FileClaim(FileRole.PROBE, Optional.empty()));
    }
    return name.matches(
            "[a-z][a-z0-9-]{0,31}fw\\.bin|ring[0-9]{1,2}\\.bin|language\\.txt|(gs_)?phonebook\\.xml")
        ? Optional.of(new FileClaim(FileRole.FIRMWARE, Optional.empty()))
        : Optional.empty();
  }

  private static Optional<FileRole> role(String before, String ending) {
    return switch (before + ending) {
      case "cfg.xml" -> Optional.of(FileRole.DEVICE);
      case "cfg", "cfg.bin", "dev.cfg" -> Optional.of(FileRole.PROBE);
      default -> Optional.empty();
    };
  }
}
