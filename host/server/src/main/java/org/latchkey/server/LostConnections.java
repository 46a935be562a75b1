package org.latchkey.server;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the pool after which failures a connection is of no use any more, besides those it knows
 * itself. Without that a pool under load would hand the same connections out for half an hour.
 */
final class LostConnections implements SQLExceptionOverride {
  private static final String READ_ONLY = "25006";
  private static final int MARIADB_READ_ONLY = 1290;

  /**
   * H2 ends a database whose file it could not write, and who connects anew opens it again. General
   * error, which is what the write itself gets; input or output; closed.
   */
  private static final Set<Integer> H2_ENDED = Set.of(50000, 90028, 90031, 90098);

  private volatile @Nullable HikariDataSource pool;

  /** Whose connections they are. */
  void of(HikariDataSource source) {
    pool = source;
  }

  @java.lang.Override
  public Override adjudicate(SQLException e) {
    int code = e.getErrorCode();
    if (READ_ONLY.equals(e.getSQLState()) || code == MARIADB_READ_ONLY || H2_ENDED.contains(code)) {
      // the others are no better: what they read is old, as another server has become the primary
      evictAll();
      return Override.MUST_EVICT;
    }
    return Override.CONTINUE_EVICT;
  }

  private void evictAll() {
    HikariDataSource source = pool;
    if (source != null) {
      source.getHikariPoolMXBean().softEvictConnections();
    }
  }
}
