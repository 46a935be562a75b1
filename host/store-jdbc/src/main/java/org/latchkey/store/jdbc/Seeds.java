package org.latchkey.store.jdbc;

import java.util.Optional;
import org.latchkey.error.StoreException;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;

/** Secrets of an installation that outlive its vault keys. */
final class Seeds {
  private static final String TABLE = "latchkey_seeds";
  private static final int BYTES = 32;

  private final Database database;
  private final Vault vault;
  private final SecretSource secrets;

  Seeds(Database database, Vault vault, SecretSource secrets) {
    this.database = database;
    this.vault = vault;
    this.secrets = secrets;
  }

  /** The seed of that name; made if there is none yet. */
  byte[] get(String name) {
    return find(name)
        .orElseGet(
            () -> {
              byte[] fresh = new byte[BYTES];
              secrets.fill(fresh);
              database.add(
                  TABLE,
                  "insert into latchkey_seeds (name, sealed) values (?, ?)",
                  name,
                  vault.seal(Sealed.purpose(TABLE, name), fresh, secrets));
              // another node may have been faster
              return find(name)
                  .orElseThrow(() -> new StoreException("seed " + name + " was not kept"));
            });
  }

  private Optional<byte[]> find(String name) {
    return database
        .find(
            TABLE,
            "select sealed from latchkey_seeds where name = ?",
            row -> row.getString(1),
            name)
        .map(text -> vault.unseal(Sealed.purpose(TABLE, name), text));
  }
}
