package org.latchkey.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;
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
    try (KilledServer server = new KilledServer(data, more, environment);
        CrashFleet fleet = new CrashFleet(server)) {
      for (int i = 0; i < YEALINKS; i++) {
        fleet.addYealink(String.format(Locale.ROOT, "001565aabb%02x", i));
      }
      for (int i = 0; i < POLYCOMS; i++) {
        fleet.addPolycom(String.format(Locale.ROOT, "64167faabb%02x", i));
      }
      Random random = new Random(7);
      for (int kill = 0; kill < KILLS; kill++) {
        fleet.await(1 + random.nextInt(40));
        server.killAndStart();
        if (kill % SHOWN == SHOWN - 1) {
          System.out.println(kill + 1 + " kills, " + fleet.asked() + " requests");
        }
      }
      int boots = rest(fleet, server);
      System.out.println(
          KILLS + " kills, " + fleet.asked() + " requests, " + boots + " first boots");
    }
  }

  private static int rest(CrashFleet fleet, KilledServer server) throws Exception {
    try {
      return fleet.rest();
    } catch (ExecutionException e) {
      System.out.println("the server has said lately:\n" + server.lately());
      throw e;
    }
  }
}
