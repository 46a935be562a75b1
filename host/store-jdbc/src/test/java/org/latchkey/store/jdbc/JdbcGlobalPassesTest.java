package org.latchkey.store.jdbc;

import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.latchkey.spi.EditableGlobalPasses;
import org.latchkey.testkit.contract.GlobalPassesContract;

/** Global passes on every database. */
final class JdbcGlobalPassesTest {
  private abstract static class OnDatabase extends GlobalPassesContract {
    private final Supplier<TestStore> database;

    OnDatabase(Supplier<TestStore> database) {
      this.database = database;
    }

    @Override
    protected EditableGlobalPasses emptyStore() {
      return database.get().stores(Clock.systemUTC()).globalPasses();
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
