package org.latchkey.store.jdbc;

import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.latchkey.spi.KnockStore;
import org.latchkey.testkit.contract.KnockStoreContract;

/** Knocks on every database. */
final class JdbcKnocksTest {
  private abstract static class OnDatabase extends KnockStoreContract {
    private final Supplier<TestStore> database;

    OnDatabase(Supplier<TestStore> database) {
      this.database = database;
    }

    @Override
    protected KnockStore emptyStore() {
      return database.get().stores(Clock.systemUTC()).knocks();
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
