package org.latchkey.store.jdbc;

import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.latchkey.testkit.contract.DirectoryContract;

/** The inventory on every database. */
final class JdbcDirectoryTest {
  private abstract static class OnDatabase extends DirectoryContract {
    private final Supplier<TestStore> database;

    OnDatabase(Supplier<TestStore> database) {
      this.database = database;
    }

    @Override
    protected Inventory emptyInventory() {
      JdbcStores stores = database.get().stores(Clock.systemUTC());
      return new Inventory(stores.directory(), stores.catalogue());
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
