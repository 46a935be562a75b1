package org.latchkey.store.jdbc;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.latchkey.device.Contact;
import org.latchkey.device.Entry;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;
import org.latchkey.spi.DeviceCatalogue;
import org.latchkey.spi.EditableDirectory;
import org.latchkey.spi.EditableGlobalPasses;
import org.latchkey.spi.EditableLayers;
import org.latchkey.spi.EditablePhoneBooks;
import org.latchkey.spi.KnockStore;
import org.latchkey.spi.UploadSink;

/**
 * Everything that Latchkey keeps, in one database: one store for each interface of {@link
 * org.latchkey.spi}. Passwords are sealed with the vault before they reach the database, so that a
 * dump of it tells none.
 *
 * <p>All stores may be used by many threads on many nodes. What they throw is a {@link
 * org.latchkey.error.StoreException} if the database is away, and a {@link
 * org.latchkey.error.SealException} if the vault holds another key.
 *
 * @since 1.0
 */
public final class JdbcStores {
  private final JdbcCredentialStore credentials;
  private final Devices devices;
  private final EditableLayers layers;
  private final EditablePhoneBooks phoneBooks;
  private final EditableGlobalPasses passes;
  private final UploadSink uploads;
  private final KnockStore knocks;
  private final JdbcEvents events;
  private final Seeds seeds;

  private JdbcStores(
      Database database, Vault vault, Retention retention, SecretSource secrets, Clock clock) {
    SealedForm form = new SealedForm(vault, secrets);
    credentials = new JdbcCredentialStore(database);
    devices = new Devices(database, form, secrets);
    layers =
        new Layers(
            new SealedLists<>(
                database,
                form,
                secrets,
                "latchkey_layers",
                List.of("layer", "name", "parent"),
                Entry.class));
    phoneBooks =
        new PhoneBooks(
            new SealedLists<>(
                database,
                form,
                secrets,
                "latchkey_phone_books",
                List.of("reseller", "domain"),
                Contact.class));
    passes = new Passes(database, form, clock);
    uploads = new Uploads(database);
    knocks = new Knocks(database);
    events = new JdbcEvents(database, retention, clock);
    seeds = new Seeds(database, vault, secrets);
  }

  /**
   * Stores on a data source whose database has all tables.
   *
   * @param source connections to H2, PostgreSQL or MariaDB, not part of anybody else's transaction
   * @param vault seals what is secret; the same keys as Latchkey's own vault
   * @return the stores
   * @throws org.latchkey.error.StoreException if the database cannot be reached, a script has not
   *     been run (the message names it), or an H2 would lose what it has answered and may not be
   *     told otherwise
   */
  public static JdbcStores open(DataSource source, Vault vault) {
    return open(
        source, vault, Retention.DEFAULTS, new SecureRandom()::nextBytes, Clock.systemUTC());
  }

  /**
   * Stores with everything said.
   *
   * @param source connections to H2, PostgreSQL or MariaDB, not part of anybody else's transaction
   * @param vault seals what is secret; the same keys as Latchkey's own vault
   * @param retention how long events are kept
   * @param secrets where randomness comes from
   * @param clock the present
   * @return the stores
   * @throws org.latchkey.error.StoreException as {@link #open(DataSource, Vault)} does
   */
  public static JdbcStores open(
      DataSource source, Vault vault, Retention retention, SecretSource secrets, Clock clock) {
    Database database = Database.on(source);
    Schema.check(database, Set.copyOf(Schema.scripts()));
    return new JdbcStores(database, vault, retention, secrets, clock);
  }

  /**
   * Who may read which configuration.
   *
   * @return the credential store
   */
  public JdbcCredentialStore credentials() {
    return credentials;
  }

  /**
   * The inventory.
   *
   * @return the directory
   */
  public EditableDirectory directory() {
    return devices;
  }

  /**
   * Lists the inventory.
   *
   * @return the catalogue
   */
  public DeviceCatalogue catalogue() {
    return devices;
  }

  /**
   * What phones share.
   *
   * @return the layers
   */
  public EditableLayers layers() {
    return layers;
  }

  /**
   * The phone books of domains.
   *
   * @return the phone books
   */
  public EditablePhoneBooks phoneBooks() {
    return phoneBooks;
  }

  /**
   * The global passes. What another node changes is seen after five seconds at most.
   *
   * @return the passes
   */
  public EditableGlobalPasses globalPasses() {
    return passes;
  }

  /**
   * What phones send.
   *
   * @return the uploads
   */
  public UploadSink uploads() {
    return uploads;
  }

  /**
   * The phones that knock.
   *
   * @return the knocks
   */
  public KnockStore knocks() {
    return knocks;
  }

  /**
   * What happened. The host must call {@link JdbcEvents#flush} and {@link JdbcEvents#prune}.
   *
   * @return the events
   */
  public JdbcEvents events() {
    return events;
  }

  /**
   * A secret of this installation, made once and kept sealed, the same on every node and under
   * every vault key.
   *
   * @param name what it is for, up to 32 letters of ASCII
   * @return 32 bytes
   */
  public byte[] seed(String name) {
    return seeds.get(name);
  }
}
