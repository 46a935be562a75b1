package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
