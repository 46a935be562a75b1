package org.latchkey.benchmarks;

import java.util.Optional;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole requests for the device file of a provisioned phone with one account and ten keys. */
@State(Scope.Benchmark)
public class HandleBenchmark extends Measured {
  private Optional<ProvisioningRequest> plain = Optional.empty();
  private Optional<ProvisioningRequest> own = Optional.empty();
  private Optional<ProvisioningRequest> again = Optional.empty();

  /** For JMH. */
  public HandleBenchmark() {}

  /**
   * Makes the requests, and sees that each is answered as it is to be.
   *
   * @param site where they are sent
   */
  @Setup
  public void ask(Site site) {
    Asking asking = site.asking();
    ProvisioningRequest right = asking.digest(Site.FILE, site.provisioned());
    String tag = Asking.header(asking.send(right, 200), "ETag");
    ProvisioningRequest known = asking.ifNoneMatch(right, tag);
    asking.send(known, 304);
    plain = Optional.of(asking.plain(Site.FILE));
    own = Optional.of(right);
    again = Optional.of(known);
  }

  /**
   * A request without a credential.
   *
   * @param site where it is sent
   * @return the answer, 401
   */
  @Benchmark
  public ProvisioningResponse challenged(Site site) {
    return site.latchkey().handle(plain.orElseThrow());
  }

  /**
   * The phone's own credential, and the tag of the file that it has.
   *
   * @param site where it is sent
   * @return the answer, 304
   */
  @Benchmark
  public ProvisioningResponse notModified(Site site) {
    return site.latchkey().handle(again.orElseThrow());
  }

  /**
   * The phone's own credential.
   *
   * @param site where it is sent
   * @return the answer, 200 with the file
   */
  @Benchmark
  public ProvisioningResponse full(Site site) {
    return site.latchkey().handle(own.orElseThrow());
  }
}
