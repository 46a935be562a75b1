package org.latchkey.benchmarks.fleet;

import java.util.List;
import java.util.Optional;

/**
 * What was measured of a subject with a fleet.
 *
 * @param heap what the server was given, as behind {@code -Xmx}
 * @param imported how the fleet was entered; empty if the subject keeps none
 * @param peak the most memory that the server's process had while phones asked, in bytes
 * @param live what was on its heap then, in bytes
 * @param rows what was measured of requests
 */
record Result(
    Subject subject,
    long devices,
    String heap,
    Optional<Imported> imported,
    Optional<Long> peak,
    long live,
    List<Row> rows) {

  /** Requests of one kind. */
  record Row(Load load, Timings timings) {}

  /**
   * An import.
   *
   * @param nanos how long it took
   * @param peak the most memory that the server's process had, in bytes
   * @param live what was on its heap at the end, in bytes
   * @param kept what became of it on the disk; empty in memory
   */
  record Imported(long nanos, Optional<Long> peak, long live, Optional<Kept> kept) {}

  /**
   * Data on the disk.
   *
   * @param running how much while the server ran, in bytes
   * @param ended how much after its orderly end
   * @param stopNanos how long that end took
   * @param startNanos how long the next start took
   */
  record Kept(long running, long ended, long stopNanos, long startNanos) {}
}
