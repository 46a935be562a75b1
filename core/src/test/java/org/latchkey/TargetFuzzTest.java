package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Brands;
import org.latchkey.brand.FileRole;
import org.latchkey.device.MacAddress;
import org.latchkey.secret.Credential;

/**
 * Any text for the end of a request target: it is read as the reference reads it, names no place
 * outside itself, and opens no other phone's file.
 */
class TargetFuzzTest {
  private static final Gate GATE =
      new Gate(builder -> builder.events(event -> {}, Optional.empty()));
  private static final Credential OWN = GATE.provisioned(Gate.MAC);
  private static final Credential OTHERS = GATE.provisioned(Gate.OTHER);
  private static final Locate LOCATE = new Locate(new Brands(List.of(Gate.brands())));

  @FuzzTest
  @DictionaryEntries({
    "001565aabbcc",
    "00-15-65-aa-bb-cc",
    "00:15:65:AA:BB:CC",
    "001565aabbdd",
    "?mac=",
    "%2f",
    "%2e",
    "%00",
    "..",
    "/./",
    "//",
    ".cfg",
    ".xml",
    ".htm",
    ".boot",
    "-personal.xml",
    "-sys.log",
    "common.cfg",
    "image.rom",
    "bootstrap.cfg",
    "%3A",
    "&",
    ";",
    "{MAC}"
  })
  void target_anyText_staysWithinItsNameAndItsPhone(byte[] input) {
    String file = new String(input, StandardCharsets.UTF_8);

    Optional<List<String>> segments = RequestTarget.parse(file).map(RequestTarget::segments);
    assertThat(segments).isEqualTo(ReferenceTarget.segments(file));
    segments.ifPresent(TargetFuzzTest::assertHarmless);

    Optional<Located> located = LOCATE.locate(GATE.get(file).build());
    assertThat(located.isPresent()).isEqualTo(segments.isPresent());
    located.ifPresent(found -> assertLocated(found, segments.orElseThrow(), file));

    GATE.latchkey.fileOf("/cfg" + file).ifPresent(end -> assertThat(end).isEqualTo(file));
    assertAnswers(file, located);
  }

  private static void assertHarmless(List<String> segments) {
    for (String segment : segments) {
      assertThat(segment)
          .isNotEmpty()
          .isNotEqualTo(".")
          .isNotEqualTo("..")
          .matches("[!-~]{1,255}")
          .doesNotContain("/", "\\", "%", "?", "\"", "<", ">", ";");
    }
  }

  private static void assertLocated(Located found, List<String> segments, String file) {
    assertThat(found.name()).isEqualTo(segments.isEmpty() ? "" : segments.get(segments.size() - 1));
    // colons of the query may be escaped, and those of the path are decoded
    String all = String.join("/", segments) + file.replaceAll("%3[Aa]", ":");
    found.mac().ifPresent(mac -> assertThat(ReferenceTarget.spells(all, mac)).as(all).isTrue());
    if (found.conflict()) {
      assertThat(found.mac()).isPresent();
    }
    assertThat(found.headerMac()).isEmpty();
  }

  private static void assertAnswers(String file, Optional<Located> located) {
    String source = Sources.next();
    int nothingShown = GATE.get(file).from(source).status();
    int passShown = GATE.get(file).from(source).basic(Gate.PASS).status();
    ProvisioningResponse own = GATE.get(file).from(source).basic(OWN).send();
    ProvisioningResponse others = GATE.get(file).from(source).basic(OTHERS).send();
    if (located.isEmpty()) {
      assertThat(List.of(nothingShown, passShown, own.status(), others.status())).containsOnly(400);
      return;
    }
    assertThat(nothingShown).isIn(401, 404);
    // both phones have proven theirs
    assertThat(passShown).isIn(401, 404);
    assertOpensOnly(Gate.MAC, OWN, own, located.get());
    assertOpensOnly(Gate.OTHER, OTHERS, others, located.get());
  }

  /** What is opened is the phone's; and what is not said to be another's is not called wrong. */
  private static void assertOpensOnly(
      MacAddress phone, Credential shown, ProvisioningResponse response, Located located) {
    assertThat(response.status()).isIn(200, 401, 404);
    if (response.status() == 200) {
      assertThat(Gate.carried(response)).isEqualTo(shown);
      assertThat(located.conflict()).isFalse();
      // a bootstrap file is that of whoever shows a credential, unless it names a phone
      assertThat(
              located.mac().or(() -> isBootstrap(located) ? Optional.of(phone) : Optional.empty()))
          .contains(phone);
    }
    if (located.mac().filter(mac -> !mac.equals(phone)).isEmpty()) {
      assertThat(response.status()).isNotEqualTo(401);
    }
  }

  private static boolean isBootstrap(Located located) {
    return located.candidates().stream().anyMatch(c -> c.role() == FileRole.BOOTSTRAP);
  }
}
