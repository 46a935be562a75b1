package org.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonceCountsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");
  private static final int THREADS = 8;

  private final Nonces nonces = new Nonces(new byte[32], bytes -> {});
  private final String nonce = nonces.issue(NOW);
  private final NonceCounts counts = new NonceCounts(1_000);

  @Test
  void use_countAgain_false() {
    assertThat(counts.use(nonce, 1)).isTrue();
    assertThat(counts.use(nonce, 1)).isFalse();
    assertThat(counts.use(nonce, 2)).isTrue();
    assertThat(counts.use(nonce, 2)).isFalse();
    assertThat(counts.use(nonce, 1)).isFalse();
  }

  @Test
  void use_sameCountOfAnotherNonce_true() {
    assertThat(counts.use(nonce, 1)).isTrue();
    assertThat(counts.use(nonces.issue(NOW), 1)).isTrue();
  }

  @Test
  void use_lowerCountThatWasNotUsed_onceTrue() {
    // two connections of one phone overtake each other
    assertThat(counts.use(nonce, 3)).isTrue();
    assertThat(counts.use(nonce, 1)).isTrue();
    assertThat(counts.use(nonce, 2)).isTrue();
    assertThat(counts.use(nonce, 1)).isFalse();
    assertThat(counts.use(nonce, 2)).isFalse();
    assertThat(counts.use(nonce, 3)).isFalse();
  }

  @Test
  void use_belowTheWindow_false() {
    assertThat(counts.use(nonce, 100)).isTrue();
    assertThat(counts.use(nonce, 37)).isTrue();
    assertThat(counts.use(nonce, 36)).isFalse();
    assertThat(counts.use(nonce, 1)).isFalse();
    assertThat(counts.use(nonce, 37)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 62, 63, 64, 65, 127, 128, 4_000_000_000L})
  void use_afterALeap_whatWasUsedStaysUsed(long leap) {
    assertThat(counts.use(nonce, 10)).isTrue();
    assertThat(counts.use(nonce, 10 + leap)).isTrue();
    assertThat(counts.use(nonce, 10)).isFalse();
    assertThat(counts.use(nonce, 10 + leap)).isFalse();
    assertThat(counts.use(nonce, 0xffff_ffffL)).isTrue();
    assertThat(counts.use(nonce, 0xffff_ffffL)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 62, 63, 64, 65, 127, 128, 4_000_000_000L})
  void use_afterALeap_whatWasLeftOutIsGoodOnce(long leap) {
    for (long count = 8; count <= 10; count++) {
      assertThat(counts.use(nonce, count)).isTrue();
    }
    assertThat(counts.use(nonce, 10 + leap)).isTrue();
    for (long before = 1; before <= 2; before++) {
      assertThat(counts.use(nonce, 10 + leap - before)).isTrue();
      assertThat(counts.use(nonce, 10 + leap - before)).isFalse();
    }
  }

  @Test
  void use_everyCountInAnyOrder_eachOnce() {
    for (long count = 64; count >= 1; count--) {
      assertThat(counts.use(nonce, count)).as("%d", count).isTrue();
    }
    for (long count = 1; count <= 64; count++) {
      assertThat(counts.use(nonce, count)).as("%d", count).isFalse();
    }
  }

  @Test
  void use_moreNoncesThanAreRemembered_memoryIsBoundedAndNothingIsUsableTwice() {
    List<String> used = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      String next = nonces.issue(NOW.plusMillis(i));
      assertThat(counts.use(next, 1)).isTrue();
      used.add(next);
      assertThat(counts.remembered()).isLessThanOrEqualTo(1_000);
    }
    assertThat(counts.remembered()).isGreaterThanOrEqualTo(500);
    assertThat(used).noneMatch(old -> counts.use(old, 1));
    // of those that are forgotten no count is good any more; the latest 500 are remembered
    assertThat(used.subList(0, 19_000)).noneMatch(old -> counts.use(old, 2));
    assertThat(used.subList(19_500, 20_000)).allMatch(late -> counts.use(late, 2));
  }

  @Test
  void use_nonceOlderThanWhatIsForgotten_falseAndANewOneTrue() {
    String late = nonces.issue(NOW.minusMillis(1));
    for (int i = 0; i < 2_000; i++) {
      counts.use(nonces.issue(NOW.plusMillis(i)), 1);
    }
    assertThat(counts.use(late, 1)).isFalse();
    assertThat(counts.use(nonces.issue(NOW.plusMillis(2_000)), 1)).isTrue();
  }

  @Test
  void use_nonceInUseWhileOthersCome_staysKnown() {
    for (int i = 1; i < 5_000; i++) {
      assertThat(counts.use(nonce, i)).isTrue();
      counts.use(nonces.issue(NOW.plusMillis(i)), 1);
    }
    assertThat(counts.use(nonce, 4_999)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 16, 100_000})
  void use_manyThreadsOneCount_oneWinner(int most) throws Exception {
    NonceCounts shared = new NonceCounts(most);
    int rounds = 2_000;
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<String> all = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      all.add(nonces.issue(NOW.plusMillis(round)));
    }

    int[] winners =
        winners(
            rounds,
            round -> {
              start.await();
              return shared.use(all.get(round), 1);
            });

    assertThat(winners).containsOnly(1);
  }

  @Test
  void use_manyThreadsManyCounts_noneTwice() throws Exception {
    int rounds = 50_000;

    int[] winners = winners(rounds, round -> counts.use(nonce, round + 1));

    // who is late by more than the window has lost; what nobody has used is no matter
    assertThat(Arrays.stream(winners).max()).hasValue(1);
    assertThat(winners[rounds - 1]).isEqualTo(1);
  }

  private interface Use {
    boolean wins(int round) throws Exception;
  }

  /** How many threads won each round. */
  private static int[] winners(int rounds, Use use) throws Exception {
    Callable<boolean[]> racer =
        () -> {
          boolean[] won = new boolean[rounds];
          for (int round = 0; round < rounds; round++) {
            won[round] = use.wins(round);
          }
          return won;
        };
    int[] winners = new int[rounds];
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<boolean[]> future : threads.invokeAll(Collections.nCopies(THREADS, racer))) {
        boolean[] won = future.get();
        for (int round = 0; round < rounds; round++) {
          winners[round] += won[round] ? 1 : 0;
        }
      }
    } finally {
      threads.shutdownNow();
    }
    return winners;
  }
}
