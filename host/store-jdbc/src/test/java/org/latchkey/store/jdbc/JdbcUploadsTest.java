package org.latchkey.store.jdbc;

import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.latchkey.spi.UploadSink;
import org.latchkey.testkit.contract.UploadSinkContract;

/** Uploads on every database. */
final class JdbcUploadsTest {
  private abstract static class OnDatabase extends UploadSinkContract {
    private final Dialect dialect;

    OnDatabase(Dialect dialect) {
      this.dialect = dialect;
    }

    @Override
    protected UploadSink emptySink() {
      return TestStore.emptied(dialect).stores(Clock.systemUTC()).uploads();
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
