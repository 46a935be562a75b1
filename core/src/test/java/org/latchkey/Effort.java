package org.latchkey;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Bounds the work that one text may cause: texts are so short that a second of the processor is
 * ages. What takes longer by the clock is done once more and measured without its waiting, so that
 * a busy machine fails no test.
 */
final class Effort {
  private static final long MOST = Duration.ofSeconds(1).toNanos();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Effort() {}

  /** Does work that does the same when it is done twice. */
  static <T> T bounded(Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    if (System.nanoTime() - start > MOST) {
      long before = THREADS.getCurrentThreadCpuTime();
      work.get();
      long spent = THREADS.getCurrentThreadCpuTime() - before;
      if (spent > MOST) {
        throw new AssertionError(spent / 1_000_000 + " ms of work for one text");
      }
    }
    return result;
  }
}
