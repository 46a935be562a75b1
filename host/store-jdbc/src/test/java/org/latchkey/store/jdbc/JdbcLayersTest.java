package org.latchkey.store.jdbc;

import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.latchkey.spi.EditableLayers;
import org.latchkey.testkit.contract.LayersContract;

/** Layers on every database. */
final class JdbcLayersTest {
  private abstract static class OnDatabase extends LayersContract {
    private final Supplier<TestStore> database;

    OnDatabase(Supplier<TestStore> database) {
      this.database = database;
    }

    @Override
    protected EditableLayers emptyStore() {
      return database.get().stores(Clock.systemUTC()).layers();
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
