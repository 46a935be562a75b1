package org.latchkey.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.latchkey.secret.Vault;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;
import org.opentest4j.TestAbortedException;

/** A database with our tables and a pool on it; emptied between tests. */
final class TestStore implements AutoCloseable {
  static final Vault VAULT = Vault.ofKey(new byte[32]);

  private final HikariDataSource source;

  private TestStore(TestDatabase database, List<Schema.Script> scripts) {
    this(database, scripts, Duration.ofSeconds(30));
  }

  /** A pool whose callers wait so long for a connection. */
  TestStore(TestDatabase database, List<Schema.Script> scripts, Duration wait) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(8);
    config.setConnectionTimeout(wait.toMillis());
    source = new HikariDataSource(config);
    run(scripts);
  }

  private static final class Folder {
    static final Path H2 = made();

    private static Path made() {
      try {
        return Files.createTempDirectory(Path.of("target"), "h2-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Serializable {
    static final TestStore STORE =
        with(Dialect.POSTGRESQL, "&options=-c%20default_transaction_isolation=serializable");
  }

  /** A PostgreSQL that tests share and that lets no transaction see another one's traces. */
  static TestStore serializable() {
    return Serializable.STORE.emptied();
  }

  private static final class Shared {
    static final Map<Dialect, TestStore> STORES = new EnumMap<>(Dialect.class);
  }

  /** The one database of its kind that tests share, as after the scripts. */
  static TestStore emptied(Dialect dialect) {
    return Shared.STORES.computeIfAbsent(dialect, TestStore::fresh).emptied();
  }

  /** A database of its own, on which the scripts have run. */
  static TestStore fresh(Dialect dialect) {
    return new TestStore(database(dialect), Schema.scripts());
  }

  /** A database without tables. Skips the test where it is MariaDB and none is installed. */
  static TestDatabase database(Dialect dialect) {
    return switch (dialect) {
      case H2 -> TestDatabases.h2(Folder.H2);
      case POSTGRESQL -> TestDatabases.postgresql();
      case MARIADB ->
          TestDatabases.mariadb().orElseThrow(() -> new TestAbortedException("no MariaDB"));
    };
  }

  /** A database of its own without tables. */
  static TestStore bare(Dialect dialect) {
    return new TestStore(database(dialect), List.of());
  }

  /** A database of its own, on which the scripts have run, with more in its URL. */
  static TestStore with(Dialect dialect, String settings) {
    TestDatabase plain = database(dialect);
    return new TestStore(
        new TestDatabase(plain.url() + settings, plain.user(), plain.password()), Schema.scripts());
  }

  @Override
  public void close() {
    source.close();
  }

  HikariDataSource source() {
    return source;
  }

  JdbcStores stores(Clock clock) {
    return JdbcStores.open(source, VAULT, Retention.DEFAULTS, new Random(1)::nextBytes, clock);
  }

  void run(List<Schema.Script> scripts) {
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
        String name = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
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
