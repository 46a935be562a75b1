package org.latchkey.store.jdbc;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;

/**
 * Backs a whole store up, restores it, also into a database of another kind, and seals it anew
 * after its vault key was changed.
 *
 * <p>A backup is text: one JSON object a line, the first one says what it is, the last one how many
 * rows there are and carries a checksum under the pass phrase. What is sealed in the store is
 * sealed in the backup under a key that Argon2id (RFC 9106) makes of the pass phrase; the vault key
 * is not in it and not needed for it. Names, notes and labels are in it as they are in the store:
 * in the clear.
 *
 * <p>Safe for use by many threads.
 *
 * @since 1.0
 */
public final class JdbcArchive {
  private final Database database;
  private final Vault vault;
  private final SecretSource secrets;

  private JdbcArchive(Database database, Vault vault, SecretSource secrets) {
    this.database = database;
    this.vault = vault;
    this.secrets = secrets;
  }

  /**
   * An archive of a database that has all tables.
   *
   * @param source connections to H2, PostgreSQL or MariaDB
   * @param vault the store's vault, with its former keys if some rows are sealed with one
   * @return the archive
   * @throws org.latchkey.error.StoreException as {@link JdbcStores#open(DataSource, Vault)} does
   */
  public static JdbcArchive of(DataSource source, Vault vault) {
    Database database = Database.on(source);
    Schema.check(database, Set.copyOf(Schema.scripts()));
    return new JdbcArchive(database, vault, new SecureRandom()::nextBytes);
  }

  /**
   * Writes everything as it was at one instant. The store may be in use meanwhile.
   *
   * @param out where to; not closed
   * @param passphrase what secrets are sealed under, at least 12 characters
   * @return how many rows were written
   * @throws org.latchkey.error.StoreException if the database fails
   * @throws org.latchkey.error.SealException if the vault lacks a key; what was written so far is
   *     no backup, and restoring it is refused
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public long backUp(OutputStream out, String passphrase) {
    return new Backup(database, vault, secrets).write(out, passphrase);
  }

  /**
   * Fills a store that holds nothing yet. All of it or nothing is restored.
   *
   * @param in the backup; not closed
   * @param passphrase what its secrets are sealed under
   * @return how many rows were restored
   * @throws org.latchkey.error.InvalidValueException if it is no backup, is cut short or was
   *     altered, is of a newer form, or the pass phrase is wrong
   * @throws org.latchkey.error.StateConflictException if the store holds something already
   * @throws org.latchkey.error.StoreException if the database fails
   * @throws java.io.UncheckedIOException if {@code in} fails
   */
  public long restore(InputStream in, String passphrase) {
    return new Restore(database, vault, secrets).read(in, passphrase);
  }

  /**
   * Seals with the vault's current key what its former keys have sealed. The store may be in use.
   * Afterwards the former keys may go, unless an old backup of the database itself may come back.
   *
   * @return how many rows were sealed anew
   * @throws org.latchkey.error.SealException if a row is sealed with none of the vault's keys; what
   *     was sealed anew until then stays, and calling again goes on
   */
  public int sealAnew() {
    return sealAnew(rows -> {});
  }

  /**
   * Seals anew as {@link #sealAnew()} does, and tells now and then how far it is.
   *
   * @param progress is told how many rows were sealed anew so far
   * @return how many rows were sealed anew
   * @throws org.latchkey.error.SealException as {@link #sealAnew()} does
   */
  public int sealAnew(IntConsumer progress) {
    return new Reseal(database, vault, secrets, progress).run();
  }
}
