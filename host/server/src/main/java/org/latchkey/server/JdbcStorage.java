package org.latchkey.server;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;
import org.latchkey.store.jdbc.JdbcEvents;
import org.latchkey.store.jdbc.JdbcStores;

/** Keeps everything in a database, embedded or not. */
final class JdbcStorage implements Storage {
  private static final int SECONDS_TO_SAY_READY = 2;

  private final HikariDataSource source;
  private final StoreOptions options;
  private final Path data;
  private final SecretSource secrets;
  private final Clock clock;
  private volatile @Nullable JdbcEvents events;
  private volatile Optional<Shrinking> shrinking = Optional.empty();

  JdbcStorage(
      HikariDataSource source, StoreOptions options, Path data, SecretSource secrets, Clock clock) {
    this.source = source;
    this.options = options;
    this.data = data;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public String description() {
    return DataSources.describe(options, data);
  }

  @Override
  public Set<String> sealedWith() {
    return SealedRows.keyIds(source);
  }

  @Override
  public Stores open(Vault vault) {
    Scripts.run(source);
    JdbcStores stores = JdbcStores.open(source, vault, options.retention(), secrets, clock);
    // first of all that is sealed: of two nodes that begin with different keys, one ends here
    byte[] seed = stores.seed("phones");
    events = stores.events();
    if (options.url == null) {
      shrinking =
          Optional.of(
              new Shrinking(source, DataSources.embeddedFile(data), options.shrinkAfterBytes()));
    }
    return new Stores(
        stores.directory(),
        stores.catalogue(),
        stores.credentials(),
        stores.globalPasses(),
        stores.layers(),
        stores.phoneBooks(),
        stores.uploads(),
        options.quota(),
        stores.knocks(),
        stores.events(),
        stores.events(),
        Optional.of(seed));
  }

  @Override
  public boolean isReady() {
    try (Connection connection = source.getConnection()) {
      return connection.isValid(SECONDS_TO_SAY_READY) && isRead(connection);
    } catch (SQLException e) {
      return false;
    }
  }

  /** A node that has lost its cluster, and a database that has ended, call themselves valid. */
  private static boolean isRead(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from latchkey_counters")) {
      return rows.next();
    }
  }

  @Override
  public void flush() {
    JdbcEvents some = events;
    if (some != null) {
      some.flush();
    }
  }

  @Override
  public void prune() {
    JdbcEvents some = events;
    if (some != null) {
      int unused = some.prune();
    }
  }

  @Override
  public void tidy() {
    shrinking.ifPresent(
        file -> {
          boolean unused = file.ifGrown();
        });
  }

  @Override
  public void close() {
    source.close();
  }
}
