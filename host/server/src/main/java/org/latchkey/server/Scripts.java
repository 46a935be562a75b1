package org.latchkey.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.latchkey.store.jdbc.Schema;

/** Makes the tables. */
final class Scripts {
  private static final int ATTEMPTS = 10;
  private static final long PAUSE_MILLIS = 300;

  private Scripts() {}

  /** Of several nodes that start at once, one runs them and the others wait. */
  static void run(DataSource source) {
    for (int attempt = 1; ; attempt++) {
      try {
        runNow(source);
        return;
      } catch (FlywayException e) {
        // Flyway refuses a table of its own that another node has made and not yet filled
        if (attempt == ATTEMPTS) {
          throw new StartException("cannot make the tables", e);
        }
        LockSupport.parkNanos(MILLISECONDS.toNanos(PAUSE_MILLIS));
      }
    }
  }

  private static void runNow(DataSource source) {
    Flyway.configure(Scripts.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:" + Schema.folder(source))
        .table("latchkey_flyway")
        // beside a host's own tables, and ours if they were made by hand
        .baselineOnMigrate(true)
        .baselineVersion(Integer.toString(madeByHand(source)))
        .load()
        .migrate();
  }

  /**
   * How many scripts have run already, the first and those after it without a gap. Flyway asks only
   * where it has not run any itself.
   */
  private static int madeByHand(DataSource source) {
    List<Schema.Script> present = Schema.present(source);
    int count = 0;
    while (count < present.size() && present.get(count).equals(Schema.scripts().get(count))) {
      count++;
    }
    return count;
  }
}
