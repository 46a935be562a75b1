package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testdatabases.MariadbNode;
import org.latchkey.testdatabases.PostgresqlNode;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.yealink.YealinkPhone;
import org.opentest4j.TestAbortedException;

/** The database is killed, stopped or stands still in mid-load, and is started again. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DatabaseProcessTest {
  private static final int PHONES = 6;

  /** Connecting and answering are waited for 3 and 10 seconds; the rest is a slow machine's. */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  /** Nothing else may a phone see: challenges, files, no such file, come back later. */
  private static final Set<Integer> EXPECTED = Set.of(200, 304, 401, 404, 503);

  @TempDir private Path folder;

  private final Set<Integer> seen = ConcurrentHashMap.newKeySet();
  private volatile boolean goesOn = true;

  @FunctionalInterface
  private interface Act {
    void run() throws Exception;
  }

  @Test
  void killedAndStarted_postgresql_goesOnByItself() throws Exception {
    try (PostgresqlNode node = postgresql()) {
      run(database(node), node::kill, node::start);
    }
  }

  @Test
  @Tag("long")
  void stoppedAndStarted_postgresql_goesOnByItself() throws Exception {
    try (PostgresqlNode node = postgresql()) {
      run(database(node), node::stop, node::start);
    }
  }

  @Test
  void frozenAndThawed_postgresql_answersInTimeAndGoesOnByItself() throws Exception {
    try (PostgresqlNode node = postgresql()) {
      run(database(node), () -> node.freeze(true), () -> node.freeze(false));
    }
  }

  @Test
  @Tag("long")
  void killedAndStarted_mariadb_goesOnByItself() throws Exception {
    try (MariadbNode node = mariadb()) {
      run(database(node), node::kill, node::start);
    }
  }

  @Test
  @Tag("long")
  void stoppedAndStarted_mariadb_goesOnByItself() throws Exception {
    try (MariadbNode node = mariadb()) {
      run(database(node), node::stop, node::start);
    }
  }

  @Test
  @Tag("long")
  void frozenAndThawed_mariadb_answersInTimeAndGoesOnByItself() throws Exception {
    try (MariadbNode node = mariadb()) {
      run(database(node), () -> node.freeze(true), () -> node.freeze(false));
    }
  }

  private static PostgresqlNode postgresql() {
    return PostgresqlNode.create().orElseThrow(() -> new TestAbortedException("no PostgreSQL"));
  }

  private static MariadbNode mariadb() {
    return MariadbNode.create().orElseThrow(() -> new TestAbortedException("no MariaDB"));
  }

  private static TestDatabase database(PostgresqlNode node) {
    node.create("phones");
    return new TestDatabase(
        "jdbc:postgresql://127.0.0.1:" + node.port() + "/phones", "postgres", "any");
  }

  private static TestDatabase database(MariadbNode node) {
    node.tell("create database phones");
    return new TestDatabase(node.url("phones"), "root", "");
  }

  private void run(TestDatabase database, Act away, Act back) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(PHONES);
    ServeOptions options = TestServer.on(database, database.url(), folder.resolve("data"));
    try (TestServer server = new TestServer(options, TestServer.environment(database))) {
      List<YealinkPhone> fleet = new ArrayList<>();
      for (int i = 0; i < PHONES; i++) {
        fleet.add(provisioned(server, i));
      }
      server.enrol("001565aabb00", "yealink", "T46S");
      YealinkPhone armed = YealinkPhone.builder("001565aabb00").build();

      CountDownLatch served = new CountDownLatch(3 * PHONES);
      CountDownLatch refused = new CountDownLatch(PHONES);
      List<Future<?>> load = new ArrayList<>();
      for (YealinkPhone phone : fleet) {
        load.add(pool.submit(() -> resync(phone, served, refused)));
      }
      assertThat(served.await(60, TimeUnit.SECONDS)).isTrue();
      away.run();
      assertThat(refused.await(90, TimeUnit.SECONDS)).as("each was told to come back").isTrue();
      assertToldInTime(server, armed);
      back.run();
      while (server.get("/readyz").statusCode() != 200) {
        // the test's own time is bounded
        Thread.onSpinWait();
      }
      goesOn = false;
      for (Future<?> one : load) {
        one.get();
      }
      assertThat(EXPECTED).as("what phones saw").containsAll(seen);

      assertThat(server.management().state(armed.mac())).as("consumed").isEqualTo("armed");
      for (YealinkPhone phone : fleet) {
        assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(server.state(phone)).isEqualTo("provisioned");
      }
      server.redirect(armed);
      armed.boot();
      armed.resync();
      assertThat(armed.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(server.state(armed)).isEqualTo("provisioned");
    } finally {
      goesOn = false;
      pool.shutdownNow();
    }
  }

  private void assertToldInTime(TestServer server, YealinkPhone armed) throws Exception {
    assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
    long begun = System.nanoTime();
    HttpResponse<String> ready = server.get("/readyz");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.headers().firstValue("Retry-After")).isPresent();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
    begun = System.nanoTime();
    String device = "devices/" + armed.mac();
    assertThat(server.management().call("GET", device, "").status()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
    server.redirect(armed);
    Round round = armed.boot();
    round.exchanges().forEach(exchange -> seen.add(exchange.status()));
    assertThat(armed.sipUsers()).isEmpty();
  }

  private static YealinkPhone provisioned(TestServer server, int number) throws Exception {
    String mac = String.format(Locale.ROOT, "001565ccdd%02x", number);
    server.enrol(mac, "yealink", "T46S");
    YealinkPhone phone = YealinkPhone.builder(mac).build();
    server.redirect(phone);
    phone.boot();
    phone.resync();
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
    return phone;
  }

  /** Asks again and again, through all of it. */
  private void resync(YealinkPhone phone, CountDownLatch served, CountDownLatch refused) {
    boolean told = false;
    while (goesOn) {
      Round round = phone.resync();
      round.exchanges().forEach(exchange -> seen.add(exchange.status()));
      served.countDown();
      if (!told && round.exchanges().stream().anyMatch(exchange -> exchange.status() == 503)) {
        told = true;
        refused.countDown();
      }
    }
  }
}
