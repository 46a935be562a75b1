package org.latchkey.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.latchkey.error.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the file of the embedded database smaller while the server runs. H2 that must not write
 * over its old pages gets rid of them only when it is closed; so it is closed and opened again, and
 * who wants a connection meanwhile waits.
 */
final class Shrinking {
  private static final Logger LOG = LoggerFactory.getLogger(Shrinking.class);

  /** So long are connections waited for that are in use; then it is tried another time. */
  private static final long PATIENCE_MILLIS = 2_000;

  private static final long LOOK_MILLIS = 10;

  private static final String LIVE_PERCENT =
      "select setting_value from information_schema.settings"
          + " where setting_name = 'info.CHUNKS_FILL_RATE'";

  private static final String SESSIONS = "select count(*) from information_schema.sessions";

  private final HikariDataSource source;
  private final Path file;
  private final long growth;
  private long sizeAfterLast;

  /**
   * For the pool of an embedded database, which must allow to be suspended.
   *
   * @param file what grows
   * @param growth how many bytes of it may be unneeded; half of it at least
   */
  Shrinking(HikariDataSource source, Path file, long growth) {
    this.source = source;
    this.file = file;
    this.growth = growth;
  }

  /** Shrinks the file if it has grown enough, and says whether it did. */
  synchronized boolean ifGrown() {
    long size = size();
    // what the last time did not get at, the next need not get at either
    if (size - sizeAfterLast < growth || !isMostlyUnneeded(size) || !closeAndOpen()) {
      return false;
    }
    sizeAfterLast = size();
    LOG.info("the embedded database was {} MiB, and is {} MiB now", mib(size), mib(sizeAfterLast));
    return true;
  }

  private boolean isMostlyUnneeded(long size) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LIVE_PERCENT)) {
      long needed = row.next() ? size / 100 * row.getInt(1) : size;
      return size - needed > Math.max(growth, needed);
    } catch (SQLException e) {
      throw new StoreException("the embedded database does not tell how full it is", e);
    }
  }

  private boolean closeAndOpen() {
    HikariPoolMXBean pool = source.getHikariPoolMXBean();
    pool.suspendPool();
    // one of our own keeps it open until all others are back
    try (Connection last =
            DriverManager.getConnection(source.getJdbcUrl(), source.getUsername(), "");
        Statement statement = last.createStatement()) {
      pool.softEvictConnections();
      if (!isAlone(statement)) {
        LOG.info("the embedded database has grown, and is in use: it is made smaller later");
        return false;
      }
      statement.execute("shutdown");
      return true;
    } catch (SQLException e) {
      throw new StoreException("the embedded database cannot be made smaller", e);
    } finally {
      pool.resumePool();
    }
  }

  /** H2 is asked, not the pool: what that has let go of may still be closing, and in the way. */
  private static boolean isAlone(Statement statement) throws SQLException {
    for (long waited = 0; waited <= PATIENCE_MILLIS; waited += LOOK_MILLIS) {
      try (ResultSet row = statement.executeQuery(SESSIONS)) {
        if (row.next() && row.getInt(1) == 1) {
          return true;
        }
      }
      LockSupport.parkNanos(MILLISECONDS.toNanos(LOOK_MILLIS));
    }
    return false;
  }

  private long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + file, e);
    }
  }

  private static long mib(long bytes) {
    return bytes >> 20;
  }
}
