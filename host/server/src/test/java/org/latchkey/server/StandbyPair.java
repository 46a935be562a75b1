package org.latchkey.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.latchkey.testdatabases.PostgresqlNode;
import org.latchkey.testdatabases.TestDatabase;

/** A PostgreSQL server and its stand-by, which take each other's place again and again. */
final class StandbyPair implements AutoCloseable {
  private PostgresqlNode primary;
  private PostgresqlNode standby;
  private final String hosts;

  private StandbyPair(PostgresqlNode primary) {
    this.primary = primary;
    primary.create("phones");
    standby = primary.standby();
    hosts = "127.0.0.1:" + primary.port() + ",127.0.0.1:" + standby.port();
  }

  /** A pair, or nothing if no PostgreSQL is installed and none is required. */
  static Optional<StandbyPair> create() {
    return PostgresqlNode.create().map(StandbyPair::new);
  }

  /** As an operator names both. */
  TestDatabase database() {
    return new TestDatabase(
        "jdbc:postgresql://" + hosts + "/phones?targetServerType=primary", "postgres", "any");
  }

  /** What is committed from now on is lost with the primary. */
  void stopFollowing() {
    standby.stopFollowing(primary);
  }

  /** The primary dies, and the stand-by takes its place with what it has. */
  void failOver() {
    primary.kill();
    swap();
  }

  /** The stand-by takes its place while the primary lives on and may only be read. */
  void switchOver() {
    primary.tell("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
    swap();
  }

  private void swap() {
    standby.promote();
    PostgresqlNode former = primary;
    primary = standby;
    standby = former;
  }

  /** What was the primary follows the one that took its place. */
  void rebuild() {
    standby.followAnew(primary);
  }

  /** How often the access of a device was written, or 0 if it has none. */
  long version(String mac) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + primary.port() + "/phones", "postgres", "any");
        PreparedStatement statement =
            connection.prepareStatement("select version from latchkey_access where mac = ?")) {
      statement.setString(1, mac);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  @Override
  public void close() {
    primary.close();
    standby.close();
  }
}
