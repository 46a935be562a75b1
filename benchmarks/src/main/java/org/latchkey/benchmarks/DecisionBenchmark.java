package org.latchkey.benchmarks;

import java.util.Optional;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The whole decision, Admit to Permit: a phone asks with its own credential, rightly, for a name
 * that nobody knows. Permit answers that by 404 once everything was checked, so nothing is rendered
 * and nothing stored. Locate and the making of the 404 are in the figure too; {@code
 * RecogniseBenchmark.probe} shows what these two cost alone.
 */
@State(Scope.Benchmark)
public class DecisionBenchmark extends Measured {
  private Optional<ProvisioningRequest> request = Optional.empty();

  /** For JMH. */
  public DecisionBenchmark() {}

  /**
   * Makes the request.
   *
   * @param site where it is sent
   */
  @Setup
  public void ask(Site site) {
    ProvisioningRequest unknown =
        site.asking().digest("/001565aabbcc/unknown.bin", site.provisioned());
    site.asking().send(unknown, 404);
    request = Optional.of(unknown);
  }

  /**
   * One decision.
   *
   * @param site where it is made
   * @return the answer, 404
   */
  @Benchmark
  public ProvisioningResponse decide(Site site) {
    return site.latchkey().handle(request.orElseThrow());
  }
}
