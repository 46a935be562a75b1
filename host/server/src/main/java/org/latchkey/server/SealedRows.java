package org.latchkey.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.latchkey.error.StoreException;

/**
 * Which vault keys a database is sealed with. Before a start, which must not take long, each row of
 * the short tables is looked at, and of those that may be long the first and the last: sealing anew
 * goes in that order, so that what was broken off is seen. A row in between that is sealed with a
 * forgotten key is refused when its phone asks, and {@code reseal} looks at each.
 */
final class SealedRows {
  /** A sealed text begins with this, then the key's id and a dot. */
  private static final String VERSION = "lk1.";

  private static final List<String> SHORT =
      List.of(
          "latchkey_seeds", "latchkey_global_passes", "latchkey_layers", "latchkey_phone_books");
  private static final List<String> LONG =
      List.of("latchkey_access", "latchkey_device_contents", "latchkey_uploads");

  private SealedRows() {}

  static Set<String> keyIds(DataSource source) {
    Set<String> ids = new TreeSet<>();
    try (Connection connection = source.getConnection()) {
      Set<String> present = tables(connection);
      for (String table : SHORT) {
        if (present.contains(table)) {
          read(connection, "select sealed from " + table, ids);
        }
      }
      for (String table : LONG) {
        if (present.contains(table)) {
          read(connection, "select sealed from " + table + " order by mac limit 1", ids);
          read(connection, "select sealed from " + table + " order by mac desc limit 1", ids);
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return ids;
  }

  /** Of every row; takes long where there are many. */
  static Set<String> allKeyIds(DataSource source) {
    Set<String> ids = new TreeSet<>();
    try (Connection connection = source.getConnection()) {
      Set<String> present = tables(connection);
      for (String table : Stream.concat(SHORT.stream(), LONG.stream()).toList()) {
        if (present.contains(table)) {
          read(connection, "select distinct substring(sealed, 1, 13) from " + table, ids);
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return ids;
  }

  private static StoreException failed(SQLException e) {
    return new StoreException("cannot read the database, SQL state " + e.getSQLState(), e);
  }

  private static Set<String> tables(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(),
                connection.getSchema(),
                null,
                new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static void read(Connection connection, String sql, Set<String> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String sealed = rows.getString(1);
        int dot = sealed.indexOf('.', VERSION.length());
        if (sealed.startsWith(VERSION) && dot > 0) {
          ids.add(sealed.substring(VERSION.length(), dot));
        }
      }
    }
  }
}
