package org.latchkey.store.jdbc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;

/** Writes a backup; good for one. */
final class Backup {
  private final Database database;
  private final Vault vault;
  private final SecretSource secrets;
  private long rows;

  Backup(Database database, Vault vault, SecretSource secrets) {
    this.database = database;
    this.vault = vault;
    this.secrets = secrets;
  }

  long write(OutputStream out, String passphrase) {
    PassPhrase.check(passphrase);
    PassPhrase phrase = PassPhrase.fresh(secrets);
    Vault sealing = phrase.vault(passphrase);
    Lines lines = new Lines(out, BackupForm.checksum(sealing));
    lines.write(head(phrase, sealing));
    database.snapshot(
        "backup",
        connection -> {
          for (Table table : Table.values()) {
            Database.each(
                connection, table.select(), row -> lines.write(line(table, row, sealing)));
          }
          return rows;
        });
    lines.end(rows);
    return rows;
  }

  private ObjectNode head(PassPhrase phrase, Vault sealing) {
    ObjectNode head = BackupForm.JSON.createObjectNode();
    head.put("what", BackupForm.WHAT);
    head.put("form", BackupForm.FORM);
    head.put("schema", Schema.scripts().size());
    ObjectNode argon = head.putObject("argon2id");
    argon.put("memoryKib", phrase.memoryKib());
    argon.put("passes", phrase.passes());
    argon.put("salt", phrase.salt());
    head.put("check", sealing.seal(BackupForm.CHECK_PURPOSE, new byte[0], secrets));
    return head;
  }

  private ObjectNode line(Table table, ResultSet row, Vault sealing) throws SQLException {
    rows++;
    ObjectNode line = BackupForm.JSON.createObjectNode();
    ObjectNode values = line.putObject(table.title());
    for (Table.Column column : table.columns()) {
      Optional<Object> value = column.value(row);
      if (value.isEmpty()) {
        continue;
      }
      if (value.get() instanceof Long number) {
        values.put(column.name(), number);
      } else {
        String text = (String) value.get();
        boolean sealed = column.name().equals(Table.SEALED);
        values.put(
            column.name(), sealed ? resealed(table.purpose(row::getString), text, sealing) : text);
      }
    }
    return line;
  }

  private String resealed(String purpose, String text, Vault sealing) {
    return sealing.seal(purpose, vault.unseal(purpose, text), secrets);
  }

  /** Lines of JSON, and a checksum over them. */
  private static final class Lines {
    private final OutputStream out;
    private final Mac checksum;

    Lines(OutputStream out, Mac checksum) {
      this.out = out;
      this.checksum = checksum;
    }

    void write(ObjectNode line) {
      byte[] bytes = bytes(line);
      checksum.update(bytes);
      put(bytes);
    }

    void end(long rows) {
      ObjectNode last = BackupForm.JSON.createObjectNode();
      last.put("rows", rows);
      last.put("checksum", Base64.getEncoder().encodeToString(checksum.doFinal()));
      put(bytes(last));
      try {
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("the backup cannot be written", e);
      }
    }

    private static byte[] bytes(ObjectNode line) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
      bytes.write('\n');
      return bytes.toByteArray();
    }

    private void put(byte[] bytes) {
      try {
        out.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException("the backup cannot be written", e);
      }
    }
  }
}
