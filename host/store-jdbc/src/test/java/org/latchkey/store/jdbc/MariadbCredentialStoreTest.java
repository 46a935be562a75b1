package org.latchkey.store.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.spi.CredentialStore;
import org.latchkey.testkit.contract.CredentialStoreContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MariadbCredentialStoreTest extends CredentialStoreContract {
  @TempDir Path folder;
  private TestStore database;

  @BeforeAll
  void open() {
    database = TestStore.mariadb();
  }

  @AfterAll
  void close() {
    database.source().close();
  }

  @Override
  protected CredentialStore emptyStore() {
    return JdbcCredentialStore.on(database.emptied().source());
  }
}
