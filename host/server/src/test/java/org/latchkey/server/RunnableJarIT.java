package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;
import org.opentest4j.TestAbortedException;

/** The jar that people run, on each database: all that is found by name is in it. */
class RunnableJarIT {
  @TempDir private Path folder;

  @Test
  void serve_embedded_startsTwice() throws Exception {
    serve("latchkey.mv.db", "");
    serve("latchkey.mv.db", "");
  }

  @Test
  void serve_postgresql_startsTwice() throws Exception {
    on(TestDatabases.postgresql());
  }

  @Test
  void serve_mariadb_startsTwice() throws Exception {
    on(TestDatabases.mariadb().orElseThrow(() -> new TestAbortedException("no MariaDB")));
  }

  private void on(TestDatabase database) throws Exception {
    String shown = database.url().replaceAll("\\?.*", "");
    for (int i = 0; i < 2; i++) {
      serve(
          shown, database.password(), "--jdbc-url", database.url(), "--jdbc-user", database.user());
    }
  }

  private void serve(String keptIn, String password, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("latchkey.jar"),
                "serve",
                "--plain-http",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString()));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LATCHKEY_JDBC_PASSWORD", password);
    Process server = builder.start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> said = new ArrayList<>();
      String line = lines.readLine();
      while (line != null && !line.startsWith("Vault key:")) {
        said.add(line);
        line = lines.readLine();
      }
      assertThat(line).as("%s", said).isNotNull();
      assertThat(said).anyMatch(each -> each.startsWith("Kept in:") && each.contains(keptIn));
      String management =
          said.stream().filter(each -> each.startsWith("Management:")).findFirst().orElseThrow();
      URI ready =
          URI.create(management.replace("Management:", "").strip().replace("/api/v1/", "/readyz"));
      assertThat(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(200);
      // not destroy(), which closes what it has yet to say
      server.toHandle().destroy();
      assertThat(lines.lines()).contains("Latchkey has stopped");
    } finally {
      server.destroyForcibly().waitFor();
    }
  }
}
