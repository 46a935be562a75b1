package org.latchkey.store.jdbc;

import org.junit.jupiter.api.Nested;
import org.latchkey.spi.CredentialStore;
import org.latchkey.testkit.contract.CredentialStoreContract;

/** Access records on every database. */
final class JdbcCredentialStoreTest {
  private abstract static class OnDatabase extends CredentialStoreContract {
    private final Dialect dialect;

    OnDatabase(Dialect dialect) {
      this.dialect = dialect;
    }

    @Override
    protected CredentialStore emptyStore() {
      return JdbcCredentialStore.on(TestStore.emptied(dialect).source());
    }
  }

  @Nested
  class OnH2 extends OnDatabase {
    OnH2() {
      super(Dialect.H2);
    }
  }

  @Nested
  class OnPostgresql extends OnDatabase {
    OnPostgresql() {
      super(Dialect.POSTGRESQL);
    }
  }

  @Nested
  class OnMariadb extends OnDatabase {
    OnMariadb() {
      super(Dialect.MARIADB);
    }
  }
}
