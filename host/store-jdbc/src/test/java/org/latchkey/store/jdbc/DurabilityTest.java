package org.latchkey.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.AccessRecord;

/** What was answered is there, even if the process is killed straight after the answer. */
final class DurabilityTest {
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");
  private static final String ANSWER = "replaced";

  /** The process that is killed. */
  static final class Killed {
    private Killed() {}

    public static void main(String[] arguments) throws Exception {
      JdbcDataSource source = source(arguments[0]);
      try (Connection held = source.getConnection();
          Statement statement = held.createStatement()) {
        for (String sql : Schema.text(source, Schema.ACCESS).split(";\\s*\n", -1)) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
        JdbcCredentialStore store = JdbcCredentialStore.on(source);
        store.create(record(1));
        if (store.replace(record(1), record(2))) {
          System.out.println(ANSWER);
        }
        // until it is killed
        System.in.read();
      }
    }
  }

  @Test
  @Timeout(120)
  void replace_processKilledAtOnce_isThereAfterwards(@TempDir Path folder) throws Exception {
    // as a host writes it: nothing about a delay
    String url = "jdbc:h2:file:" + folder.resolve("host").toAbsolutePath();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(firstLine(child)).isEqualTo(ANSWER);
    } finally {
      child.destroyForcibly().waitFor();
    }

    Optional<AccessRecord> found = JdbcCredentialStore.on(source(url)).find(MAC);
    assertThat(found).contains(record(2));
  }

  /** It begins after 45 seconds only, so its settings are asked. */
  @Test
  void on_h2_mayNotWriteOverWhatItHasWritten(@TempDir Path folder) throws Exception {
    JdbcDataSource source = source("jdbc:h2:file:" + folder.resolve("host").toAbsolutePath());
    try (Connection held = source.getConnection()) {
      Database unused = Database.on(source);

      SessionLocal session = (SessionLocal) held.unwrap(JdbcConnection.class).getSession();
      MVStore store = session.getDatabase().getStore().getMvStore();
      assertThat(store.getRetentionTime()).isEqualTo(Integer.MAX_VALUE);
      assertThat(store.getAutoCommitDelay()).isZero();
    }
  }

  private static String firstLine(Process process) throws IOException {
    return new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  private static JdbcDataSource source(String url) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser("sa");
    return source;
  }

  private static AccessRecord record(long version) {
    return new AccessRecord(MAC, version, "armed", Optional.empty(), "sealed" + version);
  }
}
