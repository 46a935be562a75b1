package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testdatabases.PostgresqlNode;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.yealink.YealinkPhone;
import org.opentest4j.TestAbortedException;

/** A disk without room: healthy phones are served, changes are refused, and nothing is lost. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DiskFullTest {
  private static final int ENOUGH = 2_000;
  private static final int SOME = 20;

  @TempDir private Path folder;

  private final List<String> acknowledged = new ArrayList<>();
  private SmallDisk disk;
  private KilledServer server;
  private ManagementClient management;
  private int number;

  @BeforeEach
  void mount() throws Exception {
    // a new PostgreSQL takes some 60 MiB of it
    disk = SmallDisk.of(128).orElseThrow(() -> new TestAbortedException("only root may mount"));
  }

  @AfterEach
  void unmount() throws Exception {
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void diskFull_h2_goesOnByItself() throws Exception {
    run(disk.folder().resolve("data"), List.of(), Map.of(), "No space left on device");
  }

  @Test
  void diskFull_postgresql_goesOnByItself() throws Exception {
    Path own = Files.createDirectory(disk.folder().resolve("postgresql"));
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (PostgresqlNode node =
        PostgresqlNode.in(own).orElseThrow(() -> new TestAbortedException("no PostgreSQL"))) {
      node.create("phones");
      List<String> arguments =
          List.of(
              "--jdbc-url=jdbc:postgresql://127.0.0.1:" + node.port() + "/phones",
              "--jdbc-user=postgres");
      Map<String, String> environment = Map.of("LATCHKEY_JDBC_PASSWORD", "any");
      run(folder.resolve("data"), arguments, environment, "No space left on device");
    }
  }

  private void run(Path data, List<String> more, Map<String, String> environment, String said)
      throws Exception {
    try (KilledServer some = new KilledServer(data, more, environment)) {
      server = some;
      management =
          new ManagementClient(URI.create(server.url()), Home.TOKEN, SSLContext.getDefault());
      YealinkPhone healthy = phone(enrol());
      healthy.boot();
      healthy.resync();
      assertThat(management.state(healthy.mac())).isEqualTo("provisioned");
      YealinkPhone armed = phone(enrol());

      disk.fill();
      assertThat(enrolUntilRefused()).as("refused in the end").isEqualTo(503);
      for (int i = 0; i < SOME; i++) {
        int status = add();
        assertThat(status).isIn(201, 503);
        assertThat(healthy.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
        awaitReady();
      }
      assertThat(server.lately()).contains(said);
      armed.boot();
      awaitReady();
      assertThat(management.state(armed.mac()))
          .as("both or neither: what it was sent, and that it was")
          .isEqualTo(armed.sipUsers().isEmpty() ? "armed" : "issued");

      disk.makeRoom();
      assertThat(add()).as("by itself").isEqualTo(201);
      armed.redirect(server.url(), Home.PASS_USER, Home.PASS_PASSWORD);
      armed.boot();
      armed.resync();
      assertAllIsThere(healthy, armed);

      server.killAndStart();
      assertAllIsThere(healthy, armed);
      assertThat(add()).isEqualTo(201);
    }
  }

  private void assertAllIsThere(YealinkPhone... phones) throws Exception {
    for (String mac : acknowledged) {
      assertThat(management.call("GET", "devices/" + mac, "").status()).as(mac).isEqualTo(200);
    }
    for (YealinkPhone phone : phones) {
      assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(management.state(phone.mac())).isEqualTo("provisioned");
    }
  }

  private YealinkPhone phone(String mac) {
    YealinkPhone phone = YealinkPhone.builder(mac).build();
    phone.redirect(server.url(), Home.PASS_USER, Home.PASS_PASSWORD);
    return phone;
  }

  private String enrol() throws Exception {
    assertThat(add()).isEqualTo(201);
    return acknowledged.get(acknowledged.size() - 1);
  }

  private int enrolUntilRefused() throws Exception {
    int status = 201;
    for (int i = 0; status == 201 && i < ENOUGH; i++) {
      status = add();
    }
    return status;
  }

  /** Enrols one more phone; remembers it if the server says that it has done so. */
  private int add() throws Exception {
    String mac = String.format(Locale.ROOT, "001565dd%04x", number++);
    String product = "\"brand\":\"yealink\",\"model\":\"T46S\"";
    int status = management.call("POST", "devices", MatrixSite.device(mac, product, "1")).status();
    if (status == 201) {
      acknowledged.add(mac);
    }
    return status;
  }

  /** Whoever asks in the moment in which a write fails may be told to come back. */
  private void awaitReady() throws Exception {
    URI uri = URI.create(server.url()).resolve("/readyz");
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    while (http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() != 200) {
      // the test's own time is bounded
      Thread.onSpinWait();
    }
  }
}
