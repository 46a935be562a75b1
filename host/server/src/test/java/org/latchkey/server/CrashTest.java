package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;
import org.latchkey.testkit.polycom.PolycomPhone;
import org.latchkey.testkit.yealink.YealinkPhone;
import org.opentest4j.TestAbortedException;

/**
 * The server is killed while phones boot for the first time, come back, are given new credentials
 * and are re-armed. {@code -Dcrash.kills=1000} does it oftener; CI does it 25 times.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("crash.kills", 3);
  private static final int SHOWN = 50;
  private static final int YEALINKS = 5;
  private static final int POLYCOMS = 2;

  @TempDir Path folder;

  private int asked;
  private boolean goesOn = true;

  @Test
  void kill_h2_noPhoneIsStrandedAndNoneIsOpen() throws Exception {
    // as small as may be: it is killed while the file is made smaller, too
    run(List.of("--shrink-after-mib=1"), Map.of());
  }

  @Test
  void kill_postgresql_noPhoneIsStrandedAndNoneIsOpen() throws Exception {
    run(TestDatabases.postgresql());
  }

  @Test
  void kill_mariadb_noPhoneIsStrandedAndNoneIsOpen() throws Exception {
    run(TestDatabases.mariadb().orElseThrow(() -> new TestAbortedException("no MariaDB")));
  }

  private void run(TestDatabase database) throws Exception {
    run(
        List.of("--jdbc-url=" + database.url(), "--jdbc-user=" + database.user()),
        Map.of("LATCHKEY_JDBC_PASSWORD", database.password()));
  }

  private void run(List<String> more, Map<String, String> environment) throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    ExecutorService threads = Executors.newFixedThreadPool(YEALINKS + POLYCOMS);
    try (KilledServer server = new KilledServer(data, more, environment)) {
      List<Future<Integer>> lives = new ArrayList<>();
      List<CrashPhone> phones = phones(server);
      for (CrashPhone phone : phones) {
        lives.add(threads.submit(phone));
      }
      Random random = new Random(7);
      for (int kill = 0; kill < KILLS; kill++) {
        await(lives, 1 + random.nextInt(40));
        server.killAndStart();
        if (kill % SHOWN == SHOWN - 1) {
          System.out.println(kill + 1 + " kills, " + asked + " requests");
        }
      }
      rest();
      int all = 0;
      for (Future<Integer> each : lives) {
        all += lived(each, server);
      }
      for (CrashPhone phone : phones) {
        assertThat(phone.state()).isEqualTo("provisioned");
      }
      System.out.println(KILLS + " kills, " + asked + " requests, " + all + " first boots");
      assertThat(all).isGreaterThanOrEqualTo(phones.size());
    } finally {
      rest();
      threads.shutdownNow();
    }
  }

  private static int lived(Future<Integer> phone, KilledServer server) throws Exception {
    try {
      return phone.get();
    } catch (ExecutionException e) {
      System.out.println("the server has said lately:\n" + server.lately());
      throw e;
    }
  }

  private List<CrashPhone> phones(KilledServer server) throws Exception {
    List<CrashPhone> phones = new ArrayList<>();
    for (int i = 0; i < YEALINKS; i++) {
      String mac = String.format(Locale.ROOT, "001565aabb%02x", i);
      phones.add(
          new CrashPhone(
              server,
              "yealink",
              "T46S",
              () -> YealinkPhone.builder(mac).build(),
              this::goesOn,
              this::asked));
    }
    for (int i = 0; i < POLYCOMS; i++) {
      String mac = String.format(Locale.ROOT, "64167faabb%02x", i);
      phones.add(
          new CrashPhone(
              server,
              "polycom",
              "VVX500",
              () -> PolycomPhone.builder(mac).build(),
              this::goesOn,
              this::asked));
    }
    return phones;
  }

  private synchronized boolean goesOn() {
    return goesOn;
  }

  private synchronized void rest() {
    goesOn = false;
  }

  private synchronized void asked(int requests) {
    asked += requests;
    notifyAll();
  }

  /** Waits for so many more requests, or for a phone that has failed. */
  private synchronized void await(List<Future<Integer>> lives, int requests)
      throws InterruptedException, IOException {
    int wanted = asked + requests;
    while (asked < wanted && lives.stream().noneMatch(Future::isDone)) {
      wait(1_000);
    }
  }
}
