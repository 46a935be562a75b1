package org.latchkey.store.jdbc;

import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.latchkey.spi.UploadSink;
import org.latchkey.testkit.contract.UploadSinkContract;

/** Uploads on every database. */
final class JdbcUploadsTest {
  private abstract static class OnDatabase extends UploadSinkContract {
    private final Supplier<TestStore> database;

    OnDatabase(Supplier<TestStore> database) {
      this.database = database;
    }

    @Override
    protected UploadSink emptySink() {
      return database.get().stores(Clock.systemUTC()).uploads();
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
