package org.latchkey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTableTest {
  private static final int PLACES = 1 << 10;
  private static final int MOST = 120;
  private static final long PERIOD = 600_000;
  private static final long NOW = 1_795_000_000_000L;
  private static final long KEY = 0x1234_5678_9abc_def0L;

  private final FailureTable table = new FailureTable(PLACES, MOST, PERIOD);

  private void fail(long key, int times, long now) {
    IntStream.range(0, times).forEach(i -> table.add(key, now));
  }

  @Test
  void isFull_asManyAsTheLimit_onlyThen() {
    fail(KEY, MOST - 1, NOW);
    assertThat(table.isFull(KEY, NOW)).isFalse();

    fail(KEY, 1, NOW);
    assertThat(table.isFull(KEY, NOW)).isTrue();
  }

  @Test
  void isFull_afterOneShareOfThePeriod_oneMore() {
    fail(KEY, MOST, NOW);
    assertThat(table.isFull(KEY, NOW + 4_999)).isTrue();
    assertThat(table.isFull(KEY, NOW + 5_000)).isFalse();

    fail(KEY, 1, NOW + 5_000);
    assertThat(table.isFull(KEY, NOW + 5_000)).isTrue();
  }

  @Test
  void isFull_failuresBeyondTheLimit_doNotAddUp() {
    for (int i = 0; i < 2 * MOST; i++) {
      fail(KEY, i < MOST ? 1 : 7, NOW);
      assertThat(table.isFull(KEY, NOW)).isEqualTo(i >= MOST - 1);
    }
    assertThat(table.isFull(KEY, NOW + 5_000)).isFalse();
  }

  @Test
  void isFull_oneFailureInFiveSeconds_never() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(table.isFull(KEY, NOW + 5_000L * i)).isFalse();
      table.add(KEY, NOW + 5_000L * i);
    }
  }

  @Test
  void isFull_otherKey_unaffected() {
    fail(KEY, MOST, NOW);
    assertThat(table.isFull(KEY ^ (1L << 40), NOW)).as("same place, other tag").isFalse();
    assertThat(table.isFull(KEY + 4, NOW)).as("other place, same tag").isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 60_000, 86_400_000, 10L * 365 * 86_400_000})
  void isFull_clockWentBack_free(long step) {
    fail(KEY, MOST, NOW);
    assertThat(table.isFull(KEY, NOW - step)).isFalse();

    fail(KEY, MOST, NOW - step);
    assertThat(table.isFull(KEY, NOW - step)).as("counts again").isTrue();
  }

  @Test
  void isFull_clockBefore1970_counts() {
    fail(KEY, MOST, -5);
    assertThat(table.isFull(KEY, -5)).isTrue();
    assertThat(table.isFull(KEY, 4_995)).isFalse();
  }

  @Test
  void add_tableFullOfOthers_theOnesThatFailedMostStay() {
    long[] heavy = LongStream.range(0, 100).map(i -> spread(1_000_000 + i)).toArray();
    for (long key : heavy) {
      fail(key, MOST, NOW);
    }

    LongStream.range(0, 100_000).forEach(i -> table.add(spread(i), NOW));

    long kept = LongStream.of(heavy).filter(key -> table.isFull(key, NOW)).count();
    assertThat(kept).as("full buckets after a flood of seldom ones").isGreaterThanOrEqualTo(95);
    assertThat(table.places()).isEqualTo(PLACES);
  }

  @Test
  void isFull_everyBucketFull_newKeysAreFree() {
    LongStream.range(0, PLACES * 4L).forEach(i -> fail(spread(i), MOST, NOW));

    long wronged =
        LongStream.range(0, 100_000).filter(i -> table.isFull(spread(1_000_000 + i), NOW)).count();

    // 4 in 2^24 each: 0.02 are to be expected of 100,000
    assertThat(wronged).isZero();
  }

  @Test
  void add_eightThreads_noneIsLostUnlessRacing() throws Exception {
    FailureTable shared = new FailureTable(PLACES, 8_000, 8_000_000);
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      long key = spread(t);
      threads[t] =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                IntStream.range(0, 7_999).forEach(i -> shared.add(key, NOW));
              });
      threads[t].start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    for (int t = 0; t < threads.length; t++) {
      assertThat(shared.isFull(spread(t), NOW)).isFalse();
      shared.add(spread(t), NOW);
      assertThat(shared.isFull(spread(t), NOW)).isTrue();
    }
  }

  /** As the keyed hash spreads keys. */
  private static long spread(long key) {
    return new KeyedHash(new Random(9)::nextBytes).of(key, 7);
  }
}
