package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.store.jdbc.Schema;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;

/** A database whose tables a host has made, some or all, is taken over by the server. */
class ScriptsTest {
  private static final int NODES = 4;

  /** In some of them one node is in the way of another. */
  private static final int ROUNDS = 8;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void run_someScriptsRanByHand_runsTheOthersOnce(int byHand) throws Exception {
    List<TestDatabase> databases =
        Stream.concat(
                Stream.of(TestDatabases.h2(folder), TestDatabases.postgresql()),
                TestDatabases.mariadb().stream())
            .toList();
    for (TestDatabase database : databases) {
      try (HikariDataSource source = source(database)) {
        for (Schema.Script script : Schema.scripts().subList(0, byHand)) {
          execute(source, Schema.text(source, script).split(";\\s*\n"));
        }
        execute(source, "create table hosts_own (id integer)");

        Scripts.run(source);
        Scripts.run(source);

        assertThat(Schema.present(source)).isEqualTo(Schema.scripts());
      }
    }
  }

  @Test
  void run_byNodesAtOnce_oneRunsThemAndTheOthersWait() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(NODES);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        try (HikariDataSource source = source(TestDatabases.postgresql())) {
          CyclicBarrier together = new CyclicBarrier(NODES);
          Callable<Object> start =
              () -> {
                together.await();
                Scripts.run(source);
                return Schema.present(source);
              };
          for (Future<Object> node : nodes.invokeAll(Collections.nCopies(NODES, start))) {
            assertThat(node.get()).isEqualTo(Schema.scripts());
          }
        }
      }
    } finally {
      nodes.shutdownNow();
    }
  }

  private static HikariDataSource source(TestDatabase database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    return new HikariDataSource(config);
  }

  private static void execute(HikariDataSource source, String... statements) throws Exception {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
