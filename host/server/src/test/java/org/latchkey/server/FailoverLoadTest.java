package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL primary is killed again and again while phones live, and its stand-by, which may
 * lack what came last, takes over. {@code -Dfailovers=20} does it oftener.
 */
class FailoverLoadTest {
  private static final int FAILOVERS = Integer.getInteger("failovers", 2);
  private static final int PHONES = 5;

  private final AtomicInteger losses = new AtomicInteger();

  @Test
  @Timeout(value = 540, unit = TimeUnit.SECONDS)
  void failOver_underLoad_phonesGoOnAndNoneIsOpen(@TempDir Path folder) throws Exception {
    try (StandbyPair pair =
            StandbyPair.create().orElseThrow(() -> new TestAbortedException("no PostgreSQL"));
        TestServer server = server(pair, folder);
        CrashFleet fleet = new CrashFleet(home(server))) {
      for (int i = 0; i < PHONES; i++) {
        fleet.addYealink(String.format(Locale.ROOT, "001565ffee%02x", i));
      }
      Random random = new Random(7);
      for (int i = 0; i < FAILOVERS; i++) {
        fleet.await(40 + random.nextInt(60));
        losses.incrementAndGet();
        pair.failOver();
        losses.incrementAndGet();
        fleet.await(40);
        pair.rebuild();
      }
      int boots = fleet.rest();
      int forgotten = 0;
      for (CrashPhone phone : fleet.phones()) {
        forgotten += phone.forgotten();
        assertThat(phone.forgotten()).isLessThanOrEqualTo(FAILOVERS);
      }
      System.out.printf(
          Locale.ROOT,
          "%d fail-overs, %d requests, %d first boots, %d phones forgotten%n",
          FAILOVERS,
          fleet.asked(),
          boots,
          forgotten);
    }
  }

  private static TestServer server(StandbyPair pair, Path folder) {
    Map<String, String> environment = new HashMap<>(TestServer.environment(pair.database()));
    environment.put("LATCHKEY_ADMIN_TOKEN", Home.TOKEN);
    environment.put("LATCHKEY_GLOBAL_PASS", Home.PASS_USER + ":" + Home.PASS_PASSWORD);
    return new TestServer(
        TestServer.on(pair.database(), pair.database().url(), folder.resolve("data")), environment);
  }

  private Home home(TestServer server) {
    return new Home() {
      @Override
      public String url() {
        return server.running().publicUrl().toString();
      }

      @Override
      public void awaitUp() {
        // it tells phones to come back while its database is away
      }

      @Override
      public int losses() {
        return losses.get();
      }
    };
  }
}
