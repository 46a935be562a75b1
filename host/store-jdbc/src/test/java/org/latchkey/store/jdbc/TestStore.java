package org.latchkey.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.latchkey.secret.Vault;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;
import org.opentest4j.TestAbortedException;

/** A database with our tables and a pool on it; emptied between tests. */
final class TestStore {
  static final Vault VAULT = Vault.ofKey(new byte[32]);

  private final HikariDataSource source;

  private TestStore(TestDatabase database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(8);
    source = new HikariDataSource(config);
    run(Schema.scripts());
  }

  static TestStore h2(Path folder) {
    return new TestStore(TestDatabases.h2(folder));
  }

  static TestStore postgresql() {
    return new TestStore(TestDatabases.postgresql());
  }

  /** Skips the test where no MariaDB is installed, unless that is a failure. */
  static TestStore mariadb() {
    return new TestStore(
        TestDatabases.mariadb().orElseThrow(() -> new TestAbortedException("no MariaDB")));
  }

  HikariDataSource source() {
    return source;
  }

  JdbcStores stores(Clock clock) {
    return JdbcStores.open(source, VAULT, Retention.DEFAULTS, new Random(1)::nextBytes, clock);
  }

  private void run(List<Schema.Script> scripts) {
    for (Schema.Script script : scripts) {
      execute(Schema.text(source, script).split(";\\s*\n"));
    }
  }

  void execute(String... statements) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As after the scripts. */
  TestStore emptied() {
    for (String table : tables()) {
      if (table.equals("latchkey_counters")) {
        execute("update latchkey_counters set turn = 0, total = 0");
      } else if (!table.equals("latchkey_schema")) {
        execute("delete from " + table);
      }
    }
    return this;
  }

  List<String> tables() {
    try (Connection connection = source.getConnection();
        ResultSet rows =
            connection
                .getMetaData()
                .getTables(
                    connection.getCatalog(), null, null, new String[] {"TABLE", "BASE TABLE"})) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME").toLowerCase(java.util.Locale.ROOT);
        if (name.startsWith("latchkey_")) {
          names.add(name);
        }
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
