package org.latchkey.brand.panasonic;

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
 * Any text for a {@code User-Agent} header: it is read as the published pattern says, whose work is
 * in proportion to its length, and a phone that calls itself so boots and keeps its configuration,
 * unless it names another phone's MAC, which costs the pass nothing.
 */
class PanasonicHeaderFuzzTest {
  private static final int LONGEST = 512;
  private static final Recogniser RECOGNISER = Samples.BRAND.recogniser();
  private static final RecogniserLaws LAWS = new RecogniserLaws(RECOGNISER);
  private static final Pattern PATTERN = Pattern.compile(RECOGNISER.headerPatterns().get(0));
  private static final PanasonicGate GATE = new PanasonicGate(true);

  @FuzzTest
  @DictionaryEntries({
    "Panasonic_",
    "Panasonic-",
    "KX-",
    "KX-UT113",
    "KX-HDV230N",
    "KX-TGP500B04",
    "KX-UTG200B",
    "/",
    "{/",
    "01.133",
    " (0080f0c8c381)",
    " (BCC342000000)",
    "\t",
    "}"
  })
  void header_anyText_isReadInProportionAndStrandsNoPhone(byte[] input) {
    String header = new String(input, StandardCharsets.UTF_8);

    Optional<Product> product = LAWS.header(header);
    if (header.length() <= LONGEST) {
      CountedText text = new CountedText(header);
      assertThat(product.isPresent()).isEqualTo(PATTERN.matcher(text).matches());
      assertThat(text.looks()).isLessThanOrEqualTo(6 * header.length() + 64);
    }
    boolean another =
        product.flatMap(Product::mac).filter(mac -> !mac.equals(Samples.MAC)).isPresent();
    GATE.assertBoots(header, another);
  }
}
