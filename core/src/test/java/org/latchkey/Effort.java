package org.latchkey;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Bounds the work that one text may cause. Counts the time of the processor and not of the clock,
 * so that a busy machine fails no test; texts are short enough for a second to be ages.
 */
final class Effort {
  private static final long MOST = Duration.ofSeconds(1).toNanos();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Effort() {}

  static <T> T bounded(Supplier<T> work) {
    long before = THREADS.getCurrentThreadCpuTime();
    T result = work.get();
    long spent = THREADS.getCurrentThreadCpuTime() - before;
    if (spent > MOST) {
      throw new AssertionError(spent / 1_000_000 + " ms of work for one text");
    }
    return result;
  }
}
