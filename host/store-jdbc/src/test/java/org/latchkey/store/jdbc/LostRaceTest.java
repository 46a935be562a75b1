package org.latchkey.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.device.MacAddress;
import org.latchkey.error.StoreException;
import org.latchkey.spi.AccessRecord;

/** Who loses a race for a row tries again, and nothing is done twice. */
@Timeout(60)
final class LostRaceTest {
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");
  private static final String READ = "select sum(turn) from latchkey_counters";

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void together_deadLock_bothAreDoneOnce(Dialect dialect) throws Exception {
    TestStore store = TestStore.emptied(dialect);
    Database database = Database.on(store.source());
    CyclicBarrier met = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    both(
        () -> inOrder(database, met, attempts, "knocks", "uploads"),
        () -> inOrder(database, met, attempts, "uploads", "knocks"));

    assertThat(attempts.get()).as("nobody was thrown out").isGreaterThan(2);
    assertThat(turns(database)).containsExactly(2L, 0L, 2L);
  }

  private static Integer inOrder(
      Database database, CyclicBarrier met, AtomicInteger attempts, String first, String second) {
    AtomicInteger mine = new AtomicInteger();
    return database.together(
        "test",
        connection -> {
          attempts.incrementAndGet();
          up(connection, first);
          if (mine.incrementAndGet() == 1) {
            meet(met);
          }
          return up(connection, second);
        });
  }

  /** Each reads what the other writes: one after the other, the sums are 0 and 1. */
  @Test
  void together_serializationFailure_isAsIfOneAfterTheOther() throws Exception {
    Database database = Database.on(TestStore.serializable().source());
    CyclicBarrier met = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    List<Long> sums =
        both(
            () -> readAndUp(database, met, attempts, "knocks"),
            () -> readAndUp(database, met, attempts, "uploads"));

    assertThat(attempts.get()).as("nobody was thrown out").isGreaterThan(2);
    assertThat(sums).containsExactlyInAnyOrder(0L, 1L);
    assertThat(turns(database)).containsExactly(1L, 0L, 1L);
  }

  private static Long readAndUp(
      Database database, CyclicBarrier met, AtomicInteger attempts, String name) {
    AtomicInteger mine = new AtomicInteger();
    return database.together(
        "test",
        connection -> {
          attempts.incrementAndGet();
          long sum = Database.list(connection, READ, row -> row.getLong(1)).get(0);
          if (mine.incrementAndGet() == 1) {
            meet(met);
          }
          up(connection, name);
          return sum;
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = Dialect.class,
      names = {"H2", "MARIADB"})
  void replace_lockTimeOut_isTriedAgainUntilTheOtherIsDone(Dialect dialect) throws Exception {
    try (TestStore store = impatient(dialect)) {
      AccessRecord seen = record(1);
      JdbcCredentialStore.on(store.source()).create(seen);
      assertThat(whileHeld(store, seen, true)).as("the other one wins").isFalse();
      assertThat(whileHeld(store, record(7), false)).as("the other one gives up").isTrue();
      assertThat(JdbcCredentialStore.on(store.source()).find(MAC)).contains(record(2));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Dialect.class,
      names = {"H2", "MARIADB"})
  void replace_rowHeldForEver_endsAsOutage(Dialect dialect) throws Exception {
    try (TestStore store = impatient(dialect);
        Connection other = store.source().getConnection()) {
      JdbcCredentialStore records = JdbcCredentialStore.on(store.source());
      records.create(record(1));
      other.setAutoCommit(false);
      hold(other, 7);
      assertThatThrownBy(() -> records.replace(record(1), record(2)))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("credential store failed");
      other.rollback();
      assertThat(records.find(MAC)).contains(record(1));
      assertThat(records.replace(record(1), record(2))).isTrue();
    }
  }

  private static TestStore impatient(Dialect dialect) {
    return TestStore.with(
        dialect,
        dialect == Dialect.H2
            ? ";LOCK_TIMEOUT=100"
            : "&sessionVariables=innodb_lock_wait_timeout=1");
  }

  /** Another transaction holds the row until the caller has tried twice. */
  private static boolean whileHeld(TestStore store, AccessRecord seen, boolean commit)
      throws Exception {
    CountDownLatch triedAgain = new CountDownLatch(1);
    CountedSource counted = new CountedSource(store.source());
    JdbcCredentialStore records = JdbcCredentialStore.on(counted);
    counted.onSecond("update latchkey_access", triedAgain::countDown);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (Connection other = store.source().getConnection()) {
      other.setAutoCommit(false);
      hold(other, 7);
      Future<Boolean> answer = pool.submit(() -> records.replace(seen, record(2)));
      assertThat(triedAgain.await(30, TimeUnit.SECONDS)).as("tried again").isTrue();
      if (commit) {
        other.commit();
      } else {
        other.rollback();
      }
      return answer.get(30, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void hold(Connection other, long version) throws SQLException {
    Database.change(
        other,
        "update latchkey_access set version = ?, sealed = ? where mac = ?",
        version,
        "sealed" + version,
        MAC.toString());
  }

  private static List<Long> turns(Database database) {
    return database.list(
        "test", "select turn from latchkey_counters order by name", row -> row.getLong(1));
  }

  private static int up(Connection connection, String name) throws SQLException {
    return Database.change(
        connection, "update latchkey_counters set turn = turn + 1 where name = ?", name);
  }

  private static void meet(CyclicBarrier met) {
    try {
      met.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> List<T> both(Callable<T> one, Callable<T> other) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<T> first = pool.submit(one);
      Future<T> second = pool.submit(other);
      return List.of(first.get(), second.get());
    } finally {
      pool.shutdownNow();
    }
  }

  private static AccessRecord record(long version) {
    return new AccessRecord(MAC, version, "armed", Optional.empty(), "sealed" + version);
  }
}
