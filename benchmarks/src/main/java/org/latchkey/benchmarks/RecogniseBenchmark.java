package org.latchkey.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.latchkey.Latchkey;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.latchkey.brand.Brand;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.brand.yealink.YealinkBrand;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs to see who asks for what, before any store is looked at: the brand's part, and the
 * whole of {@code Locate} as it is met from outside.
 */
@State(Scope.Benchmark)
public class RecogniseBenchmark extends Measured {
  private final Recogniser recogniser = new YealinkBrand().recogniser();
  private final String agent = "Yealink SIP-T46S 66.86.0.15 00:15:65:aa:bb:cc";
  private final String name = "001565aabbcc.cfg";
  private final String joined = "/cfg001565aabbcc.cfg";
  private Optional<ProvisioningRequest> probe = Optional.empty();
  private Optional<Latchkey> sixBrands = Optional.empty();
  private final List<Recogniser> sixRecognisers =
      Arrays.stream(Site.six()).map(Brand::recogniser).toList();

  /** For JMH. */
  public RecogniseBenchmark() {}

  /**
   * Makes the request.
   *
   * @param site where it is sent
   */
  @Setup
  public void ask(Site site) {
    ProvisioningRequest request = site.asking().plain("/001565aabbcc.boot");
    site.asking().send(request, 404);
    probe = Optional.of(request);
    sixBrands = Optional.of(site.withSixBrands());
  }

  /**
   * A brand reads a file name.
   *
   * @return what it says
   */
  @Benchmark
  public Optional<FileClaim> file() {
    return recogniser.file(name);
  }

  /**
   * A brand reads a header.
   *
   * @return what it says
   */
  @Benchmark
  public Optional<Product> header() {
    return recogniser.product(agent);
  }

  /**
   * Locate by the path alone: whether a target is a phone's that joined it without a slash.
   *
   * @param site where it is asked
   * @return the file
   */
  @Benchmark
  public Optional<String> target(Site site) {
    return site.latchkey().fileOf(joined);
  }

  /**
   * Locate by path and header, and the shortest way from there to an answer: 404 for a file that
   * phones ask for by habit.
   *
   * @param site where it is asked
   * @return the answer
   */
  @Benchmark
  public ProvisioningResponse probe(Site site) {
    return site.latchkey().handle(probe.orElseThrow());
  }

  /**
   * Six brands vote on a name and a header, the phone's own being the last.
   *
   * @param hole takes the votes
   */
  @Benchmark
  public void votes(Blackhole hole) {
    for (Recogniser each : sixRecognisers) {
      hole.consume(each.file(name));
      hole.consume(each.product(agent));
    }
  }

  /**
   * A whole answer where six brands vote.
   *
   * @return the answer
   */
  @Benchmark
  public ProvisioningResponse probeOfSixBrands() {
    return sixBrands.orElseThrow().handle(probe.orElseThrow());
  }
}
