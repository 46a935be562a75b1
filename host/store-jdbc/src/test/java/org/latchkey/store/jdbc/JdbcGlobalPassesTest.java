package org.latchkey.store.jdbc;

import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.latchkey.spi.EditableGlobalPasses;
import org.latchkey.testkit.contract.GlobalPassesContract;

/** Global passes on every database. */
final class JdbcGlobalPassesTest {
  private abstract static class OnDatabase extends GlobalPassesContract {
    private final Dialect dialect;

    OnDatabase(Dialect dialect) {
      this.dialect = dialect;
    }

    @Override
    protected EditableGlobalPasses emptyStore() {
      return TestStore.emptied(dialect).stores(Clock.systemUTC()).globalPasses();
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
