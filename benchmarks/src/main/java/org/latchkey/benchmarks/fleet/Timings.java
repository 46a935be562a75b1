package org.latchkey.benchmarks.fleet;

import java.util.Arrays;
import java.util.List;

/** How long requests took. */
final class Timings {
  private static final double NANOS_OF_A_SECOND = 1e9;

  private final long[] sorted;
  private final long wallNanos;

  /**
   * @param each the nanoseconds of each request, by connection
   * @param wallNanos how long it took in all
   */
  Timings(List<long[]> each, long wallNanos) {
    this.sorted = each.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    this.wallNanos = wallNanos;
    if (sorted.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  int count() {
    return sorted.length;
  }

  double medianMicros() {
    return quantile(0.5);
  }

  double p99Micros() {
    return quantile(0.99);
  }

  private double quantile(double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e3;
  }

  double perSecond() {
    return sorted.length / (wallNanos / NANOS_OF_A_SECOND);
  }
}
