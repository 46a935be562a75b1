package org.latchkey.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;

/**
 * Seals with the vault's current key what a former one has sealed. It may run while phones are
 * served: a row that changes meanwhile is left to whoever changes it.
 */
final class Reseal {
  private static final String WHAT = "sealing anew";
  private static final int AT_ONCE = 500;

  private final Database database;
  private final Vault vault;
  private final SecretSource secrets;
  private final List<Row> waiting = new ArrayList<>();
  private final IntConsumer progress;
  private int sealed;

  Reseal(Database database, Vault vault, SecretSource secrets, IntConsumer progress) {
    this.database = database;
    this.vault = vault;
    this.secrets = secrets;
    this.progress = progress;
  }

  private record Row(String before, String after, List<String> key) {}

  /** How many rows it has sealed anew. */
  int run() {
    for (Table table : Table.values()) {
      if (table.isSealed()) {
        database.together(WHAT, connection -> run(connection, table));
      }
    }
    return sealed;
  }

  private int run(Connection reading, Table table) throws SQLException {
    waiting.clear();
    Database.each(
        reading,
        table.select(),
        row -> {
          if (!vault.isCurrent(row.getString(Table.SEALED))) {
            waiting.add(anew(table, row));
          }
          if (waiting.size() == AT_ONCE) {
            write(table);
          }
        });
    write(table);
    return sealed;
  }

  private Row anew(Table table, ResultSet row) throws SQLException {
    String before = row.getString(Table.SEALED);
    String purpose = table.purpose(row::getString);
    List<String> key = new ArrayList<>();
    for (Table.Column column : table.key()) {
      key.add(row.getString(column.name()));
    }
    return new Row(before, vault.seal(purpose, vault.unseal(purpose, before), secrets), key);
  }

  /** On another connection: the one that reads goes on reading. */
  private void write(Table table) {
    String sql =
        "update "
            + table.title()
            + " set sealed = ? where "
            + table.key().stream()
                .map(column -> column.name() + " = ? and ")
                .collect(Collectors.joining())
            + "sealed = ?";
    sealed += database.together(WHAT, connection -> written(connection, sql));
    waiting.clear();
    progress.accept(sealed);
  }

  private int written(Connection connection, String sql) throws SQLException {
    int count = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Row row : waiting) {
        int index = 0;
        statement.setString(++index, row.after());
        for (String part : row.key()) {
          statement.setString(++index, part);
        }
        statement.setString(++index, row.before());
        count += statement.executeUpdate();
      }
    }
    return count;
  }
}
