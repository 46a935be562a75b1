package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.testkit.brand.CountedText;
import org.latchkey.testkit.contract.RecogniserLaws;

/**
 * Any text for a {@code User-Agent} header: it is read as the published patterns say, whose work is
 * in proportion to its length, and a phone that calls itself so boots and keeps its configuration,
 * unless it names another phone's MAC, which costs the pass nothing.
 */
class CiscoHeaderFuzzTest {
  private static final int LONGEST = 512;
  private static final Recogniser RECOGNISER = Samples.BRAND.recogniser();
  private static final RecogniserLaws LAWS = new RecogniserLaws(RECOGNISER);
  private static final List<Pattern> PATTERNS =
      RECOGNISER.headerPatterns().stream().map(Pattern::compile).toList();
  private static final CiscoGate GATE = new CiscoGate("CP-8851-3PCC", true);

  @FuzzTest
  @DictionaryEntries({
    "Cisco-CP-8851-3PCC/",
    "Cisco/",
    "Linksys/",
    "Sipura/",
    "SPA504G-",
    "SPA-942-",
    "ATA191-MPP-",
    "Desk Phone 9851/",
    "12.0.3",
    "7.5.2b",
    " (00562b043615)",
    "(00562B043616)",
    "(CBT141100HR)",
    "_00562b043615_",
    "\t",
    " "
  })
  void header_anyText_isReadInProportionAndStrandsNoPhone(byte[] input) {
    String header = new String(input, StandardCharsets.UTF_8);

    Optional<Product> product = LAWS.header(header);
    if (header.length() <= LONGEST) {
      boolean matches = false;
      for (Pattern pattern : PATTERNS) {
        CountedText text = new CountedText(header);
        matches |= pattern.matcher(text).matches();
        assertThat(text.looks()).isLessThanOrEqualTo(4 * header.length() + 64);
      }
      assertThat(product.isPresent()).isEqualTo(matches);
    }
    boolean another =
        product.flatMap(Product::mac).filter(mac -> !mac.equals(CiscoGate.MAC)).isPresent();
    GATE.assertBoots(header, another);
  }
}
