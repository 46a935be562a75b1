package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.admin.Administration;
import org.latchkey.caller.Caller;
import org.latchkey.device.MacAddress;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.SimulatedPhone;
import org.latchkey.testkit.yealink.YealinkPhone;

class EmbeddedDatabaseTest {
  @TempDir private Path folder;

  @Test
  void server_onAFolderInUse_saysSoInPlainWords() throws Exception {
    Path data = folder.resolve("data");
    try (TestServer server = new TestServer(TestServer.embedded(data), Map.of())) {
      Process second =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "org.latchkey.server.Main",
                  "serve",
                  "--port",
                  "0",
                  "--admin-port",
                  "0",
                  "--data",
                  data.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(second.waitFor()).isEqualTo(1);
      assertThat(said)
          .contains("another server uses the folder " + data)
          .doesNotContain("Exception", "\tat ");
      assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void file_thatHasGrown_becomesSmallerWhilePhonesGoOn() throws Exception {
    Path data = folder.resolve("data");
    Path file = data.resolve("latchkey.mv.db");
    ServeOptions options = TestServer.embedded(data);
    options.store.shrinkAfterMib = 4;
    try (TestServer server = new TestServer(options, Map.of())) {
      SimulatedPhone phone = YealinkPhone.builder("001565aabb01").tls(server.tls()).build();
      server.enrol(phone.mac(), "yealink", "T46S");
      server.enrol("001565aabb02", "yealink", "T46S");
      server.redirect(phone);
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.APPLIED);
      AtomicBoolean goesOn = new AtomicBoolean(true);
      ExecutorService threads = Executors.newSingleThreadExecutor();
      Future<Integer> visits =
          threads.submit(
              () -> {
                int count = 0;
                for (; goesOn.get(); count++) {
                  assertThat(phone.resync().outcome()).isIn(Outcome.APPLIED, Outcome.UNCHANGED);
                }
                return count;
              });
      long most = 0;
      for (int i = 0; i < 300; i++) {
        change(server);
        most = Math.max(most, Files.size(file));
      }
      server.running().tidy();

      assertThat(most).isGreaterThan(4L << 20);
      assertThat(Files.size(file)).isLessThan(most / 2);
      goesOn.set(false);
      assertThat(visits.get()).isPositive();
      threads.shutdown();
      assertThat(server.state(phone)).isEqualTo("provisioned");
    }
  }

  private static void change(TestServer server) {
    MacAddress mac = MacAddress.of("001565aabb02");
    Administration administration = server.running().administration();
    administration.disable(Caller.superUser("test"), mac);
    administration.enable(Caller.superUser("test"), mac);
  }
}
