package org.latchkey.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** 32 threads that try the same at the same time. */
final class Race {
  static final int THREADS = 32;

  private Race() {}

  /** Lets all threads try at once; tells the numbers of those that succeeded. */
  static List<Integer> winners(IntPredicate attempt) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Callable<Boolean>> racers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      racers.add(
          () -> {
            start.await(30, TimeUnit.SECONDS);
            return attempt.test(number);
          });
    }
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Integer> winners = new ArrayList<>();
      List<Future<Boolean>> results = pool.invokeAll(racers);
      for (int i = 0; i < THREADS; i++) {
        if (results.get(i).get()) {
          winners.add(i);
        }
      }
      return winners;
    } finally {
      pool.shutdownNow();
    }
  }
}
