package org.latchkey.store.jdbc;

import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.latchkey.testkit.contract.EventsContract;

/** Events on every database. */
final class JdbcEventsContractTest {
  private abstract static class OnDatabase extends EventsContract {
    private final Dialect dialect;
    private JdbcEvents events;

    OnDatabase(Dialect dialect) {
      this.dialect = dialect;
    }

    @Override
    protected Events noEvents() {
      events = TestStore.emptied(dialect).stores(Clock.systemUTC()).events();
      return new Events(events, events);
    }

    @Override
    protected void flush() {
      events.flush();
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
