package org.latchkey.brand.grandstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.device.MacAddress;
import org.latchkey.testkit.brand.CountedText;
import org.latchkey.testkit.contract.RecogniserLaws;

/**
 * Any text for a {@code User-Agent} header: it is read as the published patterns say, whose work is
 * in proportion to its length, and a phone that calls itself so boots and keeps its configuration,
 * unless it names other MACs only, which costs the pass nothing.
 */
class GrandstreamHeaderFuzzTest {
  private static final int LONGEST = 512;
  private static final Recogniser RECOGNISER = Samples.BRAND.recogniser();
  private static final RecogniserLaws LAWS = new RecogniserLaws(RECOGNISER);
  private static final List<Pattern> PATTERNS =
      RECOGNISER.headerPatterns().stream().map(Pattern::compile).toList();
  private static final GrandstreamGate GATE = new GrandstreamGate(true);

  @FuzzTest
  @DictionaryEntries({
    "Grandstream ",
    "Model HW ",
    "GXP1405",
    "HT-502",
    " V1.1A",
    " SW ",
    "1.0.4.23",
    " DevId ",
    "000b82aabbcc",
    "000b82aabbdd",
    "EC:74:D7:89:1A:76",
    "(gxp2000e.bin:",
    "/boot55e.bin:1.1.6.9)",
    "(DevId ",
    " / ",
    ")",
    "\t",
    "999999999"
  })
  void header_anyText_isReadInProportionAndStrandsNoPhone(byte[] input) {
    String header = new String(input, StandardCharsets.UTF_8);

    Optional<Product> product = LAWS.header(header);
    if (header.length() <= LONGEST) {
      boolean any = false;
      for (Pattern pattern : PATTERNS) {
        CountedText text = new CountedText(header);
        any |= pattern.matcher(text).matches();
        assertThat(text.looks()).isLessThanOrEqualTo(6 * header.length() + 64);
      }
      assertThat(product.isPresent()).isEqualTo(any);
    }
    Optional<MacAddress> asked = Optional.of(GrandstreamGate.MAC);
    boolean another =
        product.flatMap(p -> p.macFor(asked)).filter(mac -> !asked.get().equals(mac)).isPresent();
    GATE.assertBoots(header, another);
  }
}
