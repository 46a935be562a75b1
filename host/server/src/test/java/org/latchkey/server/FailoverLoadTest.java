package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testkit.yealink.YealinkPhone;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL primary is killed again and again while phones live, and its stand-by, which may
 * lack what came last, takes over. {@code -Dfailovers=20} does it oftener.
 */
class FailoverLoadTest {
  private static final int FAILOVERS = Integer.getInteger("failovers", 2);
  private static final int PHONES = 5;

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger losses = new AtomicInteger();
  private volatile boolean goesOn = true;

  @Test
  @Timeout(value = 540, unit = TimeUnit.SECONDS)
  void failOver_underLoad_phonesGoOnAndNoneIsOpen(@TempDir Path folder) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PHONES);
    try (StandbyPair pair =
            StandbyPair.create().orElseThrow(() -> new TestAbortedException("no PostgreSQL"));
        TestServer server = server(pair, folder)) {
      List<CrashPhone> phones = new ArrayList<>();
      List<Future<Integer>> lives = new ArrayList<>();
      for (int i = 0; i < PHONES; i++) {
        CrashPhone phone = phone(server, String.format(Locale.ROOT, "001565ffee%02x", i));
        phones.add(phone);
        lives.add(threads.submit(phone));
      }
      Random random = new Random(7);
      for (int i = 0; i < FAILOVERS; i++) {
        await(lives, 40 + random.nextInt(60));
        losses.incrementAndGet();
        pair.failOver();
        losses.incrementAndGet();
        await(lives, 40);
        pair.rebuild();
      }
      goesOn = false;
      int boots = 0;
      int forgotten = 0;
      for (int i = 0; i < PHONES; i++) {
        boots += lives.get(i).get();
        forgotten += phones.get(i).forgotten();
        assertThat(phones.get(i).state()).isEqualTo("provisioned");
        assertThat(phones.get(i).forgotten()).isLessThanOrEqualTo(FAILOVERS);
      }
      System.out.printf(
          Locale.ROOT,
          "%d fail-overs, %d requests, %d first boots, %d phones forgotten%n",
          FAILOVERS,
          asked.get(),
          boots,
          forgotten);
      assertThat(boots).isGreaterThanOrEqualTo(PHONES);
    } finally {
      goesOn = false;
      threads.shutdownNow();
    }
  }

  private static TestServer server(StandbyPair pair, Path folder) {
    Map<String, String> environment = new HashMap<>(TestServer.environment(pair.database()));
    environment.put("LATCHKEY_ADMIN_TOKEN", Home.TOKEN);
    environment.put("LATCHKEY_GLOBAL_PASS", Home.PASS_USER + ":" + Home.PASS_PASSWORD);
    return new TestServer(
        TestServer.on(pair.database(), pair.database().url(), folder.resolve("data")), environment);
  }

  private CrashPhone phone(TestServer server, String mac) throws Exception {
    Home home =
        new Home() {
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
    return new CrashPhone(
        home,
        "yealink",
        "T46S",
        () -> YealinkPhone.builder(mac).build(),
        () -> goesOn,
        asked::addAndGet);
  }

  /** Waits for so many more requests, or for a phone that has failed. */
  private void await(List<Future<Integer>> lives, int requests) {
    int wanted = asked.get() + requests;
    while (asked.get() < wanted && lives.stream().noneMatch(Future::isDone)) {
      Thread.onSpinWait();
    }
  }
}
