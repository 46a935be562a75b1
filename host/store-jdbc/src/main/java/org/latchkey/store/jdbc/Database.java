package org.latchkey.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.StoreException;

/**
 * Runs statements. What lost a race (a dead-lock, a serialization failure, a write that a cluster
 * did not certify) changed nothing and is tried again a few times, for ten seconds at most; every
 * other failure is a {@link StoreException}, after which nobody knows whether it happened.
 *
 * <p>Safe for use by many threads.
 */
final class Database {
  private static final int FETCHED_AT_ONCE = 1_000;
  // under a serializable database, of many who want the same row all but one lose each time
  private static final int ATTEMPTS = 40;
  private static final long FIRST_PAUSE_MICROS = 500;
  private static final int LONGEST_PAUSE = 6;
  // some databases wait for a lock for most of a minute before they say so
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final DataSource source;
  private final Dialect dialect;

  private Database(DataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  /**
   * A database that keeps what it has committed.
   *
   * @throws StoreException if it cannot be reached, is of another kind, would lose answers or give
   *     old ones
   */
  static Database on(DataSource source) {
    try (Connection connection = source.getConnection()) {
      Dialect dialect = Dialect.of(connection);
      dialect.makeDurable(connection);
      dialect.checkReads(connection);
      return new Database(source, dialect);
    } catch (SQLException e) {
      throw failed("database", e);
    }
  }

  Dialect dialect() {
    return dialect;
  }

  /** Statements on one connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** What a row says. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** One row at most. */
  <T> Optional<T> find(String what, String sql, Row<T> row, Object... values) {
    List<T> rows = list(what, sql, row, values);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  <T> List<T> list(String what, String sql, Row<T> row, Object... values) {
    return run(what, true, connection -> list(connection, sql, row, values));
  }

  /** Runs one statement that changes rows; tells how many. */
  int change(String what, String sql, Object... values) {
    return run(what, true, connection -> change(connection, sql, values));
  }

  /** Adds a row; tells whether there was none of its key. */
  boolean add(String what, String sql, Object... values) {
    return run(
        what,
        true,
        connection -> {
          try {
            return change(connection, sql, values) == 1;
          } catch (SQLException e) {
            if (Dialect.isDuplicate(e)) {
              return false;
            }
            throw e;
          }
        });
  }

  /** Runs statements that happen all or not at all. */
  <T> T together(String what, Work<T> work) {
    return run(what, false, work);
  }

  /** What is done with one row after the other. */
  @FunctionalInterface
  interface Each {
    void row(ResultSet row) throws SQLException;
  }

  /** Reads rows of which there may be more than fit into memory. */
  static void each(Connection connection, String sql, Each each) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      // both drivers read all of it at once otherwise
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.row(rows);
        }
      }
    }
  }

  /** Runs statements that happen all or not at all, and are not tried again. */
  <T> T once(String what, Work<T> work) {
    try {
      return once(false, work);
    } catch (SQLException e) {
      throw failed(what, e);
    }
  }

  /** Reads everything as it was at one instant. */
  <T> T snapshot(String what, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      int before = connection.getTransactionIsolation();
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        return once(connection, false, work);
      } finally {
        connection.setTransactionIsolation(before);
      }
    } catch (SQLException e) {
      throw failed(what, e);
    }
  }

  static <T> List<T> list(Connection connection, String sql, Row<T> row, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    }
  }

  static int change(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i] instanceof Optional<?> o ? o.orElse(null) : values[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private <T> T run(String what, boolean each, Work<T> work) {
    long begun = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return once(each, work);
      } catch (SQLException e) {
        boolean last = attempt == ATTEMPTS || System.nanoTime() - begun > PATIENCE_NANOS;
        if (last || !dialect.isLostRace(e)) {
          throw failed(what, e);
        }
        pause(attempt);
      }
    }
  }

  private <T> T once(boolean each, Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return once(connection, each, work);
    }
  }

  private static <T> T once(Connection connection, boolean each, Work<T> work) throws SQLException {
    boolean before = connection.getAutoCommit();
    if (before != each) {
      connection.setAutoCommit(each);
    }
    @Nullable Throwable failure = null;
    try {
      T result = work.on(connection);
      if (!each) {
        connection.commit();
      }
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      failure = e;
      throw e;
    } finally {
      restore(connection, before, each, failure);
    }
  }

  /** Gives the connection back to the pool as it came, without hiding why the work failed. */
  private static void restore(
      Connection connection, boolean before, boolean each, @Nullable Throwable failure)
      throws SQLException {
    try {
      if (failure != null && !each) {
        connection.rollback();
      }
      if (before != each) {
        connection.setAutoCommit(before);
      }
    } catch (SQLException e) {
      if (failure == null) {
        throw e;
      }
      failure.addSuppressed(e);
    }
  }

  /** Those who ran into each other shall not do so again. */
  private static void pause(int attempt) {
    long most = FIRST_PAUSE_MICROS << Math.min(attempt, LONGEST_PAUSE);
    LockSupport.parkNanos(
        TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(most / 2, most)));
  }

  /** The driver's own words may repeat values, so they are the cause's and not the message's. */
  private static LatchkeyException failed(String what, SQLException e) {
    return new StoreException(
        what + " failed: " + e.getClass().getSimpleName() + ", SQL state " + e.getSQLState(), e);
  }
}
