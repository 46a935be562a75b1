package org.latchkey.store.jdbc;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Mac;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.SealException;
import org.latchkey.error.StateConflictException;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;

/** Reads a backup into an empty store, in one transaction; good for one. */
final class Restore {
  private static final int BATCH = 500;

  private final Database database;
  private final Vault vault;
  private final SecretSource secrets;
  private long number;
  private long rows;

  Restore(Database database, Vault vault, SecretSource secrets) {
    this.database = database;
    this.vault = vault;
    this.secrets = secrets;
  }

  long read(InputStream in, String passphrase) {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String first = next(lines);
    Vault sealing = opened(parsed(first), passphrase);
    Mac checksum = BackupForm.checksum(sealing);
    update(checksum, first);
    return database.once(
        "restore",
        connection -> {
          refuseUnlessEmpty(connection);
          try (Inserts inserts = new Inserts(connection)) {
            restore(lines, sealing, checksum, inserts);
            inserts.flush();
          }
          return rows;
        });
  }

  private void restore(BufferedReader lines, Vault sealing, Mac checksum, Inserts inserts)
      throws SQLException {
    while (true) {
      String text = next(lines);
      JsonNode line = parsed(text);
      if (line.has("rows")) {
        end(line, checksum);
        return;
      }
      update(checksum, text);
      Table table = table(line);
      inserts.add(table, line.get(table.title()), sealing);
      rows++;
    }
  }

  /** The last line: nothing was left out, and nothing was changed. */
  private void end(JsonNode line, Mac checksum) {
    byte[] said;
    try {
      said = Base64.getDecoder().decode(line.path("checksum").asText());
    } catch (IllegalArgumentException e) {
      throw wrong("a checksum");
    }
    if (line.path("rows").asLong() != rows || !MessageDigest.isEqual(said, checksum.doFinal())) {
      throw InvalidValueException.of("backup", "as it was written", "altered");
    }
  }

  private Vault opened(JsonNode head, String passphrase) {
    if (!BackupForm.WHAT.equals(head.path("what").asText())) {
      throw wrong("the head of a Latchkey backup");
    }
    int form = head.path("form").asInt();
    int schema = head.path("schema").asInt();
    if (form != BackupForm.FORM || schema > Schema.scripts().size()) {
      throw InvalidValueException.of(
          "backup", "of this release or an older one", "form " + form + ", tables " + schema);
    }
    JsonNode argon = head.path("argon2id");
    Vault sealing =
        new PassPhrase(
                argon.path("memoryKib").asInt(),
                argon.path("passes").asInt(),
                argon.path("salt").asText())
            .vault(passphrase);
    try {
      sealing.unseal(BackupForm.CHECK_PURPOSE, head.path("check").asText());
    } catch (SealException e) {
      throw InvalidValueException.ofSecret("pass phrase", "that of the backup");
    }
    return sealing;
  }

  private Table table(JsonNode line) {
    for (Table table : Table.values()) {
      if (line.path(table.title()).isObject()) {
        return table;
      }
    }
    throw wrong("a row of a table that is known here");
  }

  private void refuseUnlessEmpty(Connection connection) throws SQLException {
    for (Table table : Table.values()) {
      boolean empty =
          table == Table.COUNTERS
              || Database.list(
                      connection,
                      "select 1 from " + table.title() + " limit 1",
                      row -> row.getInt(1))
                  .isEmpty();
      if (!empty) {
        throw new StateConflictException(
            "the store must be empty, and " + table.title() + " is not: restore into a new one");
      }
    }
  }

  private String next(BufferedReader lines) {
    number++;
    try {
      String line = lines.readLine();
      if (line == null) {
        throw InvalidValueException.of("backup", "whole", "cut short at line " + number);
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException("the backup cannot be read", e);
    }
  }

  private JsonNode parsed(String line) {
    try {
      return BackupForm.JSON.readTree(line);
    } catch (JacksonException e) {
      throw wrong("JSON");
    }
  }

  private InvalidValueException wrong(String wanted) {
    return InvalidValueException.of("backup", wanted + " in line " + number, "something else");
  }

  private static void update(Mac checksum, String line) {
    checksum.update(line.getBytes(StandardCharsets.UTF_8));
    checksum.update((byte) '\n');
  }

  /** One prepared statement a table. */
  private final class Inserts implements AutoCloseable {
    private final Connection connection;
    private final Map<Table, PreparedStatement> statements = new EnumMap<>(Table.class);
    private int waiting;

    Inserts(Connection connection) {
      this.connection = connection;
    }

    void add(Table table, JsonNode values, Vault sealing) throws SQLException {
      if (table == Table.COUNTERS) {
        // its rows are made by the scripts
        Database.change(
            connection,
            "update latchkey_counters set turn = ?, total = ? where name = ?",
            values.path("turn").asLong(),
            values.path("total").asLong(),
            values.path("name").asText());
        return;
      }
      PreparedStatement statement = statements.get(table);
      if (statement == null) {
        statement = connection.prepareStatement(sql(table));
        statements.put(table, statement);
      }
      int index = 0;
      for (Table.Column column : table.columns()) {
        set(statement, ++index, column, values.get(column.name()));
      }
      if (table.isSealed()) {
        statement.setString(
            table.columns().indexOf(new Table.Column(Table.SEALED, false)) + 1,
            resealed(table, values, sealing));
      }
      statement.addBatch();
      if (++waiting >= BATCH) {
        flush();
      }
    }

    private String resealed(Table table, JsonNode values, Vault sealing) throws SQLException {
      String purpose = table.purpose(name -> values.path(name).asText());
      return vault.seal(
          purpose, sealing.unseal(purpose, values.path(Table.SEALED).asText()), secrets);
    }

    private void set(PreparedStatement statement, int index, Table.Column column, JsonNode value)
        throws SQLException {
      if (value == null || value.isNull()) {
        statement.setNull(index, column.number() ? Types.BIGINT : Types.VARCHAR);
      } else if (column.number()) {
        statement.setLong(index, value.asLong());
      } else {
        statement.setString(index, value.asText());
      }
    }

    private String sql(Table table) {
      String names = Table.names(table.columns());
      String marks = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
      return "insert into " + table.title() + " (" + names + ") values (" + marks + ")";
    }

    void flush() throws SQLException {
      for (PreparedStatement statement : statements.values()) {
        statement.executeBatch();
      }
      waiting = 0;
    }

    @Override
    public void close() throws SQLException {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
    }
  }
}
