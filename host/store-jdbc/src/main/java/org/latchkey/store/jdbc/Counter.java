package org.latchkey.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.latchkey.error.StoreException;

/**
 * A row that those take first, one after the other, whose changes depend on several rows at once.
 */
final class Counter {
  private Counter() {}

  /** Waits for the turn, which lasts until the end of the transaction; tells its number. */
  static long next(Connection connection, String name) throws SQLException {
    Database.change(
        connection, "update latchkey_counters set turn = turn + 1 where name = ?", name);
    return Database.list(
            connection,
            "select turn from latchkey_counters where name = ?",
            row -> row.getLong(1),
            name)
        .stream()
        .findFirst()
        .orElseThrow(() -> new StoreException("latchkey_counters has lost its row " + name));
  }

  static long total(Connection connection, String name) throws SQLException {
    return Database.list(
            connection,
            "select total from latchkey_counters where name = ?",
            row -> row.getLong(1),
            name)
        .get(0);
  }

  static void add(Connection connection, String name, long more) throws SQLException {
    Database.change(
        connection, "update latchkey_counters set total = total + ? where name = ?", more, name);
  }
}
