package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.testkit.brand.CountedText;
import org.latchkey.testkit.contract.RecogniserLaws;

/**
 * Any text for a {@code User-Agent} header: it is read as the reference reads it, by work in
 * proportion to its length, and a phone that calls itself so boots and keeps its configuration,
 * unless it names another phone's MAC, which costs the pass nothing.
 *
 * <p>A boot takes as long as hundreds of readings, and all that it gets of the header is what was
 * read. So there is one for each of the first products, which are those of all inputs that are
 * kept, and for a share of all texts by their hash. An input that failed fails again when it is
 * alone.
 */
class YealinkHeaderFuzzTest {
  private static final int LONGEST = 512;
  private static final Recogniser RECOGNISER = Samples.BRAND.recogniser();
  private static final RecogniserLaws LAWS = new RecogniserLaws(RECOGNISER);
  private static final Pattern PATTERN =
      Pattern.compile(RECOGNISER.headerPatterns().get(0), Pattern.CASE_INSENSITIVE);
  private static final Pattern ONE_LINE = Pattern.compile("[^\\n\\r\\f\\x0b\\x85\\u2028\\u2029]*");
  private static final YealinkGate GATE = new YealinkGate();
  private static final int MOST_PRODUCTS = 128;
  private static final int SHARE = 256;
  private static final Set<Optional<Product>> BOOTED = new HashSet<>();

  @FuzzTest
  @DictionaryEntries({
    "Yealink ",
    "yealink-",
    "SIP-",
    "SIP ",
    "VP-",
    "T46S",
    "T19P_E2",
    "W60B",
    "CP960",
    "AX83H",
    "VP530",
    "DD10",
    "66.86.0.15",
    "1.2.3.4",
    "00:15:65:aa:bb:cc",
    "00-15-65-AA-BB-DD",
    "001565aabbcc",
    " ",
    "\t",
    "999999999",
    "28.1.0.128.0.0.0"
  })
  void header_anyText_isReadInProportionAndStrandsNoPhone(byte[] input) {
    String header = new String(input, StandardCharsets.UTF_8);

    Optional<Product> product = LAWS.header(header);
    if (header.length() <= LONGEST) {
      assertLinear(header);
      if (ONE_LINE.matcher(header).matches()) {
        assertThat(product).isEqualTo(ReferenceReader.product(header));
      }
    }
    if (isToBoot(input, product)) {
      boolean another =
          product.flatMap(Product::mac).filter(mac -> !mac.equals(YealinkGate.MAC)).isPresent();
      GATE.assertBoots(header, another);
    }
  }

  private static boolean isToBoot(byte[] input, Optional<Product> product) {
    boolean first = BOOTED.size() < MOST_PRODUCTS && BOOTED.add(product);
    return first || Math.floorMod(Arrays.hashCode(input), SHARE) == 0;
  }

  private static void assertLinear(String header) {
    CountedText text = new CountedText(header);
    boolean matches = PATTERN.matcher(text).matches();
    assertThat(text.looks()).isLessThanOrEqualTo(6 * header.length() + 64);
    assertThat(RECOGNISER.product(header).isPresent()).isEqualTo(matches);
  }
}
