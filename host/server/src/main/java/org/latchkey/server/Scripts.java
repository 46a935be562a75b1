package org.latchkey.server;

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
          // beside a host's own tables
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StartException("cannot make the tables", e);
    }
  }
}
