package org.latchkey.testdatabases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL from a library of binaries. */
final class PostgresqlServer {
  private final EmbeddedPostgres server;

  private PostgresqlServer(EmbeddedPostgres server) {
    this.server = server;
  }

  private static final class Lazily {
    static final PostgresqlServer SERVER = start();
  }

  static PostgresqlServer running() {
    return Lazily.SERVER;
  }

  private static PostgresqlServer start() {
    try {
      // ends with this process by itself
      return new PostgresqlServer(
          EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start", e);
    }
  }

  TestDatabase create(String name) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make the database " + name, e);
    }
    return new TestDatabase(server.getJdbcUrl("postgres", name), "postgres", "postgres");
  }
}
