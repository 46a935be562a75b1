package org.latchkey.benchmarks;

import java.util.Optional;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * First boots: the global pass opens the file, and what was decided is stored before it goes out.
 * Each needs a phone that is armed, so each is measured for itself: times are too long by the some
 * ten nanoseconds that the measuring takes.
 */
@State(Scope.Benchmark)
public class FirstBootBenchmark extends Measured {

  /** For JMH. */
  public FirstBootBenchmark() {}

  /** A phone that is armed before each request. */
  @State(Scope.Benchmark)
  public static class ArmedPhone {
    private Optional<ProvisioningRequest> request = Optional.empty();

    /** For JMH. */
    public ArmedPhone() {}

    /**
     * Makes the request.
     *
     * @param site where it is sent
     */
    @Setup
    public void ask(Site site) {
      site.arm();
      ProvisioningRequest first = site.firstBoot();
      site.asking().send(first, 200);
      request = Optional.of(first);
    }

    /**
     * Arms.
     *
     * @param site where the phone is
     */
    @Setup(Level.Invocation)
    public void arm(Site site) {
      site.arm();
    }
  }

  /**
   * One first boot. The bytes that the profiler tells hold those of arming; {@code arm} shows them
   * alone.
   *
   * @param site where it is sent
   * @param phone the phone
   * @return the answer, 200 with the file
   */
  @Benchmark
  public ProvisioningResponse firstBoot(Site site, ArmedPhone phone) {
    return site.latchkey().handle(phone.request.orElseThrow());
  }

  /**
   * Arming a phone.
   *
   * @param site where the phone is
   */
  @Benchmark
  public void arm(Site site) {
    site.arm();
  }
}
