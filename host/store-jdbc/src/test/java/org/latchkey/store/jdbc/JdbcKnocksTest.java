package org.latchkey.store.jdbc;

import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.latchkey.spi.KnockStore;
import org.latchkey.testkit.contract.KnockStoreContract;

/** Knocks on every database. */
final class JdbcKnocksTest {
  private abstract static class OnDatabase extends KnockStoreContract {
    private final Dialect dialect;

    OnDatabase(Dialect dialect) {
      this.dialect = dialect;
    }

    @Override
    protected KnockStore emptyStore() {
      return TestStore.emptied(dialect).stores(Clock.systemUTC()).knocks();
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
