package org.latchkey.store.jdbc;

import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.latchkey.testkit.contract.DirectoryContract;

/** The inventory on every database. */
final class JdbcDirectoryTest {
  private abstract static class OnDatabase extends DirectoryContract {
    private final Dialect dialect;

    OnDatabase(Dialect dialect) {
      this.dialect = dialect;
    }

    @Override
    protected Inventory emptyInventory() {
      JdbcStores stores = TestStore.emptied(dialect).stores(Clock.systemUTC());
      return new Inventory(stores.directory(), stores.catalogue());
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
