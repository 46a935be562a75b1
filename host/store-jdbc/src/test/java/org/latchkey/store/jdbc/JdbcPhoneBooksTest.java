package org.latchkey.store.jdbc;

import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.latchkey.spi.EditablePhoneBooks;
import org.latchkey.testkit.contract.PhoneBooksContract;

/** Phone books on every database. */
final class JdbcPhoneBooksTest {
  private abstract static class OnDatabase extends PhoneBooksContract {
    private final Dialect dialect;

    OnDatabase(Dialect dialect) {
      this.dialect = dialect;
    }

    @Override
    protected EditablePhoneBooks emptyStore() {
      return TestStore.emptied(dialect).stores(Clock.systemUTC()).phoneBooks();
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
