package org.latchkey.brand.snom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.testkit.brand.CountedText;
import org.latchkey.testkit.contract.RecogniserLaws;

/**
 * Any text for a {@code User-Agent} header: it is read where one of the published patterns is
 * found, whose work stays bounded, and a phone that calls itself so boots and keeps its
 * configuration, unless it names another phone's MAC, which costs the pass nothing.
 */
class SnomHeaderFuzzTest {
  private static final int LONGEST = 512;
  private static final Recogniser RECOGNISER = Samples.BRAND.recogniser();
  private static final RecogniserLaws LAWS = new RecogniserLaws(RECOGNISER);
  private static final SnomGate GATE = new SnomGate(true);

  /** As the patterns, but for letters: the vendor's name has one other spelling. */
  private static final Pattern ANY =
      Pattern.compile(
          "(?<![A-Za-z0-9_])[sS]nom(?:[A-Za-z0-9_]{1,32}-SIP [0-9]+\\.[0-9]| m9 [0-9]+\\.[0-9]"
              + "|-m3-SIP/[0-9]+\\.[0-9]"
              + "| ?M[0-9]{3} [0-9.]+ [0-9A-Fa-f]{12}(?![A-Za-z0-9_]))");

  @FuzzTest
  @DictionaryEntries({
    "Mozilla/4.0 (compatible; ",
    "snom",
    "Snom ",
    "D785",
    "-SIP ",
    "10.1.33.33",
    " m9 ",
    "-m3-SIP/",
    "M900 ",
    "05.20.0001",
    " 000413AABBCC",
    " 000413922d24",
    " 00087B0D1234",
    " (Feb 25 2019 - 14:19:43)",
    " SXM:0",
    ")"
  })
  void header_anyText_isReadInProportionAndStrandsNoPhone(byte[] input) {
    String header = new String(input, StandardCharsets.UTF_8);

    Optional<Product> product = LAWS.header(header);
    if (header.length() <= LONGEST) {
      CountedText text = new CountedText(header);
      assertThat(ANY.matcher(text).find()).isEqualTo(product.isPresent());
      assertThat(text.looks()).isLessThanOrEqualTo(60 * header.length() + 64);
    }
    boolean another =
        product.flatMap(Product::mac).filter(mac -> !mac.equals(SnomGate.MAC)).isPresent();
    GATE.assertBoots(header, another);
  }
}
