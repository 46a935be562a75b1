package org.latchkey.store.jdbc;

import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.latchkey.spi.CredentialStore;
import org.latchkey.testkit.contract.CredentialStoreContract;

/** Access records on every database. */
final class JdbcCredentialStoreTest {
  private abstract static class OnDatabase extends CredentialStoreContract {
    private final Supplier<TestStore> database;

    OnDatabase(Supplier<TestStore> database) {
      this.database = database;
    }

    @Override
    protected CredentialStore emptyStore() {
      return JdbcCredentialStore.on(database.get().source());
    }
  }

  @Nested
  class OnH2 extends OnDatabase {
    OnH2() {
      super(() -> TestStore.emptied(Dialect.H2));
    }
  }

  @Nested
  class OnPostgresql extends OnDatabase {
    OnPostgresql() {
      super(() -> TestStore.emptied(Dialect.POSTGRESQL));
    }
  }

  @Nested
  class OnMariadb extends OnDatabase {
    OnMariadb() {
      super(() -> TestStore.emptied(Dialect.MARIADB));
    }
  }

  @Nested
  class OnSerializablePostgresql extends OnDatabase {
    OnSerializablePostgresql() {
      super(TestStore::serializable);
    }
  }
}
