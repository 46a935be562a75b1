package org.latchkey.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStates;
import org.latchkey.spi.CredentialStore;

/**
 * Access records in the table {@code latchkey_access}. Nothing is cached, every change is one
 * conditional statement, and it is committed before the answer.
 *
 * <p>Usable by itself beside a host's own inventory, on the host's own pool. The pool must not hand
 * out connections that belong to a transaction of somebody else. A pool smaller than the number of
 * threads is no harm, but what waits for a connection waits with a phone behind it.
 *
 * <p>Safe for use by many threads on many nodes. A {@link org.latchkey.error.StoreException} means
 * that nobody knows whether the change happened; asking again is safe.
 *
 * @since 1.0
 */
public final class JdbcCredentialStore implements CredentialStore, CredentialStates {
  private static final String WHAT = "credential store";

  private final Database database;

  JdbcCredentialStore(Database database) {
    this.database = database;
  }

  /**
   * A store on a data source whose database has the table.
   *
   * @param source connections to H2, PostgreSQL or MariaDB
   * @return the store
   * @throws org.latchkey.error.StoreException if the database cannot be reached, the script {@code
   *     V1__access.sql} has not been run, or an H2 would lose what it has answered and may not be
   *     told otherwise
   */
  public static JdbcCredentialStore on(DataSource source) {
    Database database = Database.on(source);
    Schema.check(database, Set.of(Schema.ACCESS));
    return new JdbcCredentialStore(database);
  }

  @Override
  public Optional<AccessRecord> find(MacAddress mac) {
    return database.find(
        WHAT,
        "select mac, version, state, open_until, sealed from latchkey_access where mac = ?",
        JdbcCredentialStore::record,
        mac.toString());
  }

  @Override
  public boolean create(AccessRecord first) {
    return database.add(
        WHAT,
        "insert into latchkey_access (version, state, open_until, sealed, mac)"
            + " values (?, ?, ?, ?, ?)",
        first.version(),
        first.state(),
        first.openUntil().map(Instant::toEpochMilli),
        first.sealed(),
        first.mac().toString());
  }

  @Override
  public boolean replace(AccessRecord expected, AccessRecord next) {
    return database.change(
            WHAT,
            "update latchkey_access set version = ?, state = ?, open_until = ?, sealed = ?"
                + " where mac = ? and version = ?",
            next.version(),
            next.state(),
            next.openUntil().map(Instant::toEpochMilli),
            next.sealed(),
            next.mac().toString(),
            expected.version())
        == 1;
  }

  @Override
  public boolean delete(MacAddress mac) {
    return database.change(WHAT, "delete from latchkey_access where mac = ?", mac.toString()) == 1;
  }

  @Override
  public List<MacAddress> list(Set<String> states, Optional<MacAddress> after, int limit) {
    if (states.isEmpty()) {
      return List.of();
    }
    String marks = String.join(", ", Collections.nCopies(states.size(), "?"));
    List<Object> values = new ArrayList<>(states);
    values.add(after.map(MacAddress::toString).orElse(""));
    values.add(limit);
    return database.list(
        WHAT,
        "select mac from latchkey_access where state in ("
            + marks
            + ") and mac > ? order by mac limit ?",
        row -> MacAddress.of(row.getString(1)),
        values.toArray());
  }

  private static AccessRecord record(ResultSet row) throws SQLException {
    long until = row.getLong("open_until");
    Optional<Instant> openUntil =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until));
    return new AccessRecord(
        MacAddress.of(row.getString("mac")),
        row.getLong("version"),
        row.getString("state"),
        openUntil,
        row.getString("sealed"));
  }
}
