package org.latchkey.testdatabases;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes empty databases: H2 and PostgreSQL of libraries, MariaDB as the system has it installed
 * (Debian: {@code mariadb-server}).
 *
 * <p>Safe for use by many threads.
 */
public final class TestDatabases {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabases() {}

  /**
   * An H2 database in a folder.
   *
   * @param folder an existing folder
   * @return the database; its file appears with the first connection
   */
  public static TestDatabase h2(Path folder) {
    return new TestDatabase("jdbc:h2:file:" + folder.resolve(name()).toAbsolutePath(), "sa", "");
  }

  /**
   * A database of this process's PostgreSQL server.
   *
   * @return the database
   */
  public static TestDatabase postgresql() {
    return PostgresqlServer.running().create(name());
  }

  /**
   * A database of this process's MariaDB server.
   *
   * @return the database, or empty if no MariaDB is installed and the system property {@code
   *     latchkey.mariadb} is not {@code required}
   * @throws IllegalStateException if none is installed and it is required
   */
  public static Optional<TestDatabase> mariadb() {
    return MariadbServer.running().map(server -> server.create(name()));
  }

  private static String name() {
    return "test" + NUMBER.incrementAndGet();
  }
}
