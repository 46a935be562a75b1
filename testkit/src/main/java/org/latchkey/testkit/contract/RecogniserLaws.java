package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.device.MacAddress;
import org.latchkey.pass.Seen;

/**
 * What holds of a {@link Recogniser} whatever text it is given: for fuzzers, and for tests that
 * make texts up.
 *
 * <p>It never throws; the same text gives the same answer, whatever stood in between; a MAC is
 * found only where the text spells it; what a header says is short, printable and fit to be
 * remembered, and the header matches one of the patterns that the recogniser names; a file is the
 * same in upper and lower case. Broken laws throw {@link AssertionError}.
 *
 * <p>Immutable and as safe for use by many threads as the recogniser.
 *
 * @since 1.0
 */
public final class RecogniserLaws {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_HEADER = 512;

  private final Recogniser recogniser;
  private final List<Pattern> patterns;

  /**
   * The laws for one recogniser.
   *
   * @param recogniser a brand's
   */
  public RecogniserLaws(Recogniser recogniser) {
    this.recogniser = recogniser;
    patterns =
        recogniser.headerPatterns().stream()
            .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE))
            .toList();
  }

  /**
   * Checks what is said of a {@code User-Agent} header.
   *
   * @param header any text; longer than 512 characters it is passed over, since no recogniser sees
   *     it
   * @return what the recogniser says
   */
  public Optional<Product> header(String header) {
    if (header.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    Optional<Product> product = recogniser.product(header);
    assertThat(recogniser.product(header)).isEqualTo(product);
    if (product.isPresent()) {
      Product said = product.get();
      // throws if it could not be kept beside the device
      Seen seen = new Seen(said.model(), said.firmware());
      assertThat(seen.model()).matches("[!-~](?:[ -~]*[!-~])?");
      assertThat(seen.firmware()).matches("[ -~]*");
      assertThat(header).contains(said.firmware());
      said.mac().ifPresent(mac -> assertSpelled(header, mac));
      said.moreMacs().forEach(mac -> assertSpelled(header, mac));
      assertThat(patterns).as(header).anyMatch(pattern -> pattern.matcher(header).find());
    }
    return product;
  }

  /**
   * Checks what is said of a file name.
   *
   * @param name any text; longer than 255 characters it is passed over, since no recogniser sees it
   * @return what the recogniser says
   */
  public Optional<FileClaim> file(String name) {
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    Optional<FileClaim> claim = recogniser.file(name);
    assertThat(recogniser.file(name)).isEqualTo(claim);
    claim.flatMap(FileClaim::mac).ifPresent(mac -> assertSpelled(name, mac));
    if (name.isEmpty()) {
      // the bare provisioning URL
      assertThat(claim.map(FileClaim::role).orElse(FileRole.BOOTSTRAP))
          .isEqualTo(FileRole.BOOTSTRAP);
    }
    assertThat(recogniser.file(inCase(name, 'a', 'z'))).as("in upper case").isEqualTo(claim);
    assertThat(recogniser.file(inCase(name, 'A', 'Z'))).as("in lower case").isEqualTo(claim);
    return claim;
  }

  private static void assertSpelled(String text, MacAddress mac) {
    String pairs = mac.toString().replaceAll("(..)(?!$)", "$1[:-]?");
    assertThat(text).containsPattern(Pattern.compile(pairs, Pattern.CASE_INSENSITIVE));
  }

  /** Turns the case of ASCII letters between two; others have no part in the names of files. */
  private static String inCase(String text, char first, char last) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= first && c <= last) {
        out.setCharAt(i, (char) (c ^ 0x20));
      }
    }
    return out.toString();
  }
}
