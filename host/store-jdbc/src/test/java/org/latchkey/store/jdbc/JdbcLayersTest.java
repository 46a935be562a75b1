package org.latchkey.store.jdbc;

import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.latchkey.spi.EditableLayers;
import org.latchkey.testkit.contract.LayersContract;

/** Layers on every database. */
final class JdbcLayersTest {
  private abstract static class OnDatabase extends LayersContract {
    private final Dialect dialect;

    OnDatabase(Dialect dialect) {
      this.dialect = dialect;
    }

    @Override
    protected EditableLayers emptyStore() {
      return TestStore.emptied(dialect).stores(Clock.systemUTC()).layers();
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
