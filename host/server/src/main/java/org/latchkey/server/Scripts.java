package org.latchkey.server;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.latchkey.store.jdbc.Schema;

/** Makes the tables. */
final class Scripts {
  private Scripts() {}

  /** Of several nodes that start at once, one runs them and the others wait. */
  static void run(DataSource source) {
    try {
      Flyway.configure(Scripts.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:" + Schema.folder(source))
          .table("latchkey_flyway")
          // beside a host's own tables, and ours if they were made by hand
          .baselineOnMigrate(true)
          .baselineVersion(Integer.toString(madeByHand(source)))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StartException("cannot make the tables", e);
    }
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
