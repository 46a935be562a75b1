package org.latchkey.example.embedder;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Optional;
import javax.sql.DataSource;

/** The few lines of JDBC that every host has already in one form or another. */
final class Rows {
  private final DataSource source;

  Rows(DataSource source) {
    this.source = source;
  }

  /** What a row says. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> Optional<T> find(String sql, Reader<T> reader, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a row; false if there is one of its key already. */
  boolean add(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate() == 1;
    } catch (SQLIntegrityConstraintViolationException e) {
      return false;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  int change(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
