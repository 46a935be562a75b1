package org.latchkey.store.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.spi.CredentialStore;
import org.latchkey.testkit.contract.CredentialStoreContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class H2CredentialStoreTest extends CredentialStoreContract {
  private TestStore database;

  @BeforeAll
  void open(@TempDir Path folder) {
    database = TestStore.h2(folder);
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
