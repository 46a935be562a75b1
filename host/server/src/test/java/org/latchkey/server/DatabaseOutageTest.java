package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.yealink.YealinkPhone;

/** A database that goes away in mid-load, and comes back. */
class DatabaseOutageTest {
  private static final int PHONES = 8;

  @TempDir private Path folder;

  @Test
  @Timeout(180)
  void database_awayInMidLoad_503AndNothingConsumedAndRecoveryByItself() throws Exception {
    TestDatabase database = TestDatabases.postgresql();
    int port = URI.create(database.url().substring("jdbc:".length())).getPort();
    ExecutorService pool = Executors.newFixedThreadPool(PHONES);
    try (TcpLine line = new TcpLine(port)) {
      String url = database.url().replace(":" + port + "/", ":" + line.port() + "/");
      ServeOptions options = TestServer.on(database, url, folder.resolve("data"));
      try (TestServer server = new TestServer(options, TestServer.environment(database))) {
        List<YealinkPhone> fleet = new ArrayList<>();
        for (int i = 0; i < PHONES; i++) {
          fleet.add(provisioned(server, i));
        }
        server.enrol("001565aabb00", "yealink", "T46S");
        YealinkPhone armed = YealinkPhone.builder("001565aabb00").build();
        server.redirect(armed);
        assertThat(server.get("/readyz").statusCode()).isEqualTo(200);

        CountDownLatch served = new CountDownLatch(5 * PHONES);
        CountDownLatch refused = new CountDownLatch(PHONES);
        List<Future<?>> load = new ArrayList<>();
        for (YealinkPhone phone : fleet) {
          load.add(pool.submit(() -> resync(phone, served, refused)));
        }
        assertThat(served.await(60, TimeUnit.SECONDS)).isTrue();
        line.cut();
        assertThat(refused.await(60, TimeUnit.SECONDS)).as("each was told to come back").isTrue();
        for (Future<?> one : load) {
          one.get();
        }

        assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = server.get("/readyz");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.headers().firstValue("Retry-After")).isPresent();
        assertThat(server.management().call("GET", "devices/001565aabb00", "").status())
            .isEqualTo(503);
        Round meanwhile = armed.boot();
        assertThat(meanwhile.exchanges()).extracting(Exchange::status).contains(503);
        assertThat(armed.sipUsers()).isEmpty();

        line.mend();
        while (server.get("/readyz").statusCode() != 200) {
          // each answer takes as long as a connection may take; the test's own time is bounded
          Thread.onSpinWait();
        }
        assertThat(server.management().state("001565aabb00")).isEqualTo("armed");
        for (YealinkPhone phone : fleet) {
          assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
          assertThat(server.state(phone)).isEqualTo("provisioned");
        }
        server.redirect(armed);
        armed.boot();
        armed.boot();
        assertThat(armed.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(server.state(armed)).isEqualTo("provisioned");
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static YealinkPhone provisioned(TestServer server, int number) throws Exception {
    String mac = String.format(Locale.ROOT, "001565ccdd%02x", number);
    server.enrol(mac, "yealink", "T46S");
    YealinkPhone phone = YealinkPhone.builder(mac).build();
    server.redirect(phone);
    phone.boot();
    phone.boot();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    return phone;
  }

  /** Asks again and again until it was told to come back. */
  private static void resync(YealinkPhone phone, CountDownLatch served, CountDownLatch refused) {
    boolean told = false;
    while (!told) {
      Round round = phone.resync();
      served.countDown();
      told = round.exchanges().stream().anyMatch(exchange -> exchange.status() == 503);
    }
    refused.countDown();
  }
}
