package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStore;

/**
 * What every {@link CredentialStore} must do. Extend it and say how to make an empty store.
 *
 * @since 1.0
 */
public abstract class CredentialStoreContract {
  private static final int THREADS = 32;
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");
  private static final AccessRecord FIRST =
      new AccessRecord(
          MAC, 7, "armed", Optional.of(Instant.ofEpochSecond(1_800_000_000L)), "lk1.a_B-9.x");

  private CredentialStore store = newStore();

  /** For subclasses. */
  protected CredentialStoreContract() {}

  /**
   * Makes a store.
   *
   * @return an empty store
   */
  protected abstract CredentialStore newStore();

  @BeforeEach
  void empty() {
    store = newStore();
  }

  @Test
  void find_unknownDevice_empty() {
    assertThat(store.find(MAC)).isEmpty();
  }

  @Test
  void create_newDevice_foundAsItWas() {
    assertThat(store.create(FIRST)).isTrue();

    assertThat(store.find(MAC)).contains(FIRST);
  }

  @Test
  void create_knownDevice_falseAndUnchanged() {
    store.create(FIRST);

    assertThat(store.create(next(FIRST, "other"))).isFalse();
    assertThat(store.find(MAC)).contains(FIRST);
  }

  @Test
  void replace_expectedVersion_replaced() {
    store.create(FIRST);
    AccessRecord next = new AccessRecord(MAC, 8, "provisioned", Optional.empty(), "lk1.b");

    assertThat(store.replace(FIRST, next)).isTrue();
    assertThat(store.find(MAC)).contains(next);
  }

  @Test
  void replace_staleVersion_falseAndUnchanged() {
    store.create(FIRST);
    AccessRecord second = next(FIRST, "second");
    store.replace(FIRST, second);

    assertThat(store.replace(FIRST, next(FIRST, "late"))).isFalse();
    assertThat(store.find(MAC)).contains(second);
  }

  @Test
  void replace_absentDevice_falseAndStillAbsent() {
    assertThat(store.replace(FIRST, next(FIRST, "second"))).isFalse();
    assertThat(store.find(MAC)).isEmpty();
  }

  @Test
  void replace_otherDevice_untouched() {
    AccessRecord other =
        new AccessRecord(MacAddress.of("001565aabbcd"), 7, "locked", Optional.empty(), "lk1.c");
    store.create(FIRST);
    store.create(other);

    store.replace(FIRST, next(FIRST, "second"));

    assertThat(store.find(other.mac())).contains(other);
  }

  @Test
  void delete_knownDevice_gone() {
    store.create(FIRST);

    assertThat(store.delete(MAC)).isTrue();
    assertThat(store.delete(MAC)).isFalse();
    assertThat(store.find(MAC)).isEmpty();
  }

  @Test
  void create_32Threads_oneWinner() throws Exception {
    assertThat(winners(number -> () -> store.create(next(FIRST, "racer" + number)))).isEqualTo(1);
  }

  @Test
  void replace_32Threads_oneWinner() throws Exception {
    store.create(FIRST);

    assertThat(winners(number -> () -> store.replace(FIRST, next(FIRST, "racer" + number))))
        .isEqualTo(1);
  }

  /** Makes one thread's attempt. */
  private interface Racer {
    Callable<Boolean> attempt(int number);
  }

  private static long winners(Racer racer) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Callable<Boolean> attempt = racer.attempt(i);
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return attempt.call();
                }));
      }
      long winners = 0;
      for (Future<Boolean> result : results) {
        winners += result.get() ? 1 : 0;
      }
      return winners;
    } finally {
      threads.shutdownNow();
    }
  }

  private static AccessRecord next(AccessRecord record, String sealed) {
    return new AccessRecord(
        record.mac(), record.version() + 1, record.state(), record.openUntil(), sealed);
  }
}
