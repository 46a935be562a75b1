package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.device.MacAddress;

class RecogniserLawsTest {
  private static final Optional<MacAddress> MAC = Optional.of(MacAddress.of("001565aabbcc"));
  private static final FileClaim OURS = new FileClaim(FileRole.DEVICE, MAC);

  @Test
  void header_honest_isToldAsItIs() {
    RecogniserLaws laws = headers("Tiny .*", header -> product("T1", "1.0", Optional.empty()));
    assertThat(laws.header("Tiny T1 1.0")).isPresent();
    assertThat(laws.header("x".repeat(513))).isEmpty();
  }

  @Test
  void header_twiceOtherwise_fails() {
    AtomicInteger count = new AtomicInteger();
    assertBroken(
        headers("Tiny .*", h -> product("T" + count.incrementAndGet(), "1.0", Optional.empty())));
  }

  @Test
  void header_modelThatCannotBePrinted_fails() {
    assertBroken(headers("Tiny .*", header -> product("T\u00e9", "1.0", Optional.empty())));
  }

  @Test
  void header_firmwareMadeUp_fails() {
    assertBroken(headers("Tiny .*", header -> product("T1", "2.0", Optional.empty())));
  }

  @Test
  void header_macMadeUp_fails() {
    assertBroken(headers("Tiny .*", header -> product("T1", "1.0", MAC)));
  }

  @Test
  void header_ofNoPatternThatIsNamed_fails() {
    assertBroken(headers("Huge .*", header -> product("T1", "1.0", Optional.empty())));
  }

  @Test
  void file_honest_isToldAsItIs() {
    RecogniserLaws laws = files(name -> Optional.of(OURS));
    assertThat(laws.file("00:15:65:aa:bb:cc.cfg")).contains(OURS);
    assertThat(laws.file("x".repeat(256))).isEmpty();
  }

  @Test
  void file_macMadeUp_fails() {
    assertBroken(files(name -> Optional.of(OURS)), "001565aabbcd.cfg");
  }

  @Test
  void file_otherInUpperCase_fails() {
    assertBroken(
        files(name -> name.endsWith(".cfg") ? Optional.of(OURS) : Optional.empty()),
        "001565aabbcc.cfg");
  }

  private static void assertBroken(RecogniserLaws laws) {
    assertThatThrownBy(() -> laws.header("Tiny T1 1.0")).isInstanceOf(AssertionError.class);
  }

  private static void assertBroken(RecogniserLaws laws, String name) {
    assertThatThrownBy(() -> laws.file(name)).isInstanceOf(AssertionError.class);
  }

  private static Optional<Product> product(
      String model, String firmware, Optional<MacAddress> mac) {
    return Optional.of(new Product(model, firmware, mac, true));
  }

  private static RecogniserLaws headers(
      String pattern, Function<String, Optional<Product>> product) {
    return new RecogniserLaws(new Fixed(name -> Optional.empty(), product, List.of(pattern)));
  }

  private static RecogniserLaws files(Function<String, Optional<FileClaim>> file) {
    return new RecogniserLaws(new Fixed(file, header -> Optional.empty(), List.of()));
  }

  private record Fixed(
      Function<String, Optional<FileClaim>> files,
      Function<String, Optional<Product>> products,
      List<String> headerPatterns)
      implements Recogniser {
    @Override
    public Optional<FileClaim> file(String name) {
      return files.apply(name);
    }

    @Override
    public Optional<Product> product(String header) {
      return products.apply(header);
    }
  }
}
