package org.latchkey.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.latchkey.error.StoreException;

/** A database that the scripts are written for, and what is particular about it. */
enum Dialect {
  H2("H2"),
  POSTGRESQL("PostgreSQL"),
  MARIADB("MariaDB");

  private final String product;

  Dialect(String product) {
    this.product = product;
  }

  /** The dialect of a connection. */
  static Dialect of(Connection connection) throws SQLException {
    String name = connection.getMetaData().getDatabaseProductName();
    for (Dialect dialect : values()) {
      if (dialect.product.equals(name)) {
        return dialect;
      }
    }
    throw new StoreException("database must be H2, PostgreSQL or MariaDB, not " + name);
  }

  /** The name of its folder of scripts. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Sees to it that what was committed outlives the process. H2 writes up to half a second later
   * unless told otherwise, and what it has answered in that time is lost when it is killed.
   */
  void makeDurable(Connection connection) throws SQLException {
    if (this != H2) {
      return;
    }
    // always: a database remembers that it was told so, and yet does not heed it when opened again
    try (Statement statement = connection.createStatement()) {
      statement.execute("set write_delay 0");
      // it begins to write over what it wrote 45 s ago, and when it is killed in the midst of that
      // it may open as it was some writes before
      statement.execute("set retention_time " + Integer.MAX_VALUE);
    } catch (SQLException e) {
      throw new StoreException("H2 must write at once: give its user admin rights", e);
    }
  }

  /**
   * Sees to it that what one node of a cluster has answered is what the others answer from then on.
   * A node of Galera answers from what it has applied so far, unless it is told to wait.
   */
  void checkReads(Connection connection) throws SQLException {
    if (this != MARIADB) {
      return;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from information_schema.system_variables where variable_name ="
                    + " 'WSREP_ON' and global_value = 'ON' and exists (select 1 from"
                    + " information_schema.system_variables where variable_name ="
                    + " 'WSREP_SYNC_WAIT' and session_value & 7 < 7)")) {
      if (row.next() && row.getInt(1) > 0) {
        throw new StoreException(
            "a Galera node must wait for the others: add sessionVariables=wsrep_sync_wait=7 to the"
                + " JDBC URL");
      }
    }
  }

  /**
   * Says whether a statement failed because another one came first, so that it may be tried again
   * and has changed nothing.
   */
  boolean isLostRace(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return switch (this) {
      // dead-lock; lock time-out; concurrent update
      case H2 -> state.equals("40001") || state.equals("HYT00") || state.equals("90131");
      // class 40: serialization failure, dead-lock
      case POSTGRESQL -> state.equals("40001") || state.equals("40P01");
      // 1213 dead-lock, which is also how Galera says that a write did not certify; 1205 lock
      // time-out; 1020 changed since read; 1295 cannot be prepared, which a node of Galera says of
      // a statement that another node's write has thrown out
      case MARIADB ->
          state.equals("40001")
              || e.getErrorCode() == 1213
              || e.getErrorCode() == 1205
              || e.getErrorCode() == 1020
              || e.getErrorCode() == 1295;
    };
  }

  /** Says whether an insert failed because there is a row of that key. */
  static boolean isDuplicate(SQLException e) {
    // class 23: integrity constraint violation; there are no other constraints that could fail
    return e.getSQLState() != null && e.getSQLState().startsWith("23");
  }
}
