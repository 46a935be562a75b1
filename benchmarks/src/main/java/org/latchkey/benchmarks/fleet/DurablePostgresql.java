package org.latchkey.benchmarks.fleet;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL server of its own that writes through to the disk at each commit, as one in
 * production does; all else is as PostgreSQL comes. Ends, and deletes what it holds, with this
 * process at the latest.
 */
final class DurablePostgresql implements AutoCloseable {
  static final String USER = "postgres";
  static final String PASSWORD = "postgres";

  private final EmbeddedPostgres server;

  DurablePostgresql(Path folder) throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(true)
            .setPGStartupWait(Duration.ofMinutes(2))
            // switched off by the library, for tests
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    try {
      for (String setting : new String[] {"fsync", "synchronous_commit"}) {
        if (!ask("show " + setting).equals("on")) {
          throw new IOException("PostgreSQL runs with " + setting + " off");
        }
      }
    } catch (IOException | SQLException e) {
      server.close();
      throw new IOException("PostgreSQL is not as it should be", e);
    }
  }

  /** Makes a database; returns its JDBC URL. */
  String create(String name) throws SQLException {
    execute("create database " + name);
    return server.getJdbcUrl(USER, name).replaceFirst("\\?.*", "");
  }

  void drop(String name) throws SQLException {
    execute("drop database " + name);
  }

  /** How much a database takes on the disk, in bytes, without the log. */
  long size(String name) throws SQLException {
    return Long.parseLong(ask("select pg_database_size('" + name + "')"));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
