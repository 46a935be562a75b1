package org.latchkey.server;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;
import org.latchkey.store.jdbc.JdbcArchive;

/** The store of the settings, as commands that work on all of it open it. */
final class OpenStore implements AutoCloseable {
  private final HikariDataSource source;
  private final ArchiveOptions options;
  private final Map<String, String> environment;

  private OpenStore(ArchiveOptions options, Map<String, String> environment, boolean make) {
    options.store.check();
    this.options = options;
    this.environment = environment;
    this.source = DataSources.openForAll(options.store, options.data, environment, make);
  }

  /** One that is there, with its key. */
  static OpenStore existing(ArchiveOptions options, Map<String, String> environment) {
    return new OpenStore(options, environment, false);
  }

  /** One that may not be there yet. */
  static OpenStore made(ArchiveOptions options, Map<String, String> environment) {
    options.store.check();
    PrivateFiles.folder(options.data);
    return new OpenStore(options, environment, true);
  }

  JdbcArchive archive() {
    return JdbcArchive.of(source, vault(Optional.empty()));
  }

  /** With tables and a key, which are made where there are none. */
  JdbcArchive archiveToFill(PrintWriter out) {
    Path file = VaultKeys.file(options.store, options.data);
    boolean there = environment.containsKey(VaultKeys.VARIABLE) || Files.exists(file);
    Vault vault = vault(Optional.of(new SecureRandom()::nextBytes));
    if (!there) {
      out.println("latchkey: made the vault key " + file + " (keep a copy, apart from the store)");
    }
    Scripts.run(source);
    return JdbcArchive.of(source, vault);
  }

  /** The ids of the keys other than the current one that something is sealed with; reads it all. */
  Set<String> formerKeys() {
    Set<String> ids = new TreeSet<>(SealedRows.allKeyIds(source));
    ids.remove(vault(Optional.empty()).keyId());
    return ids;
  }

  private Vault vault(Optional<SecretSource> random) {
    return VaultKeys.find(
        options.store, options.data, environment, SealedRows.keyIds(source), random);
  }

  String description() {
    return DataSources.describe(options.store, options.data);
  }

  @Override
  public void close() {
    source.close();
  }
}
