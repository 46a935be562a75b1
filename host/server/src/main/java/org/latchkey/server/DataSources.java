package org.latchkey.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pools of connections to the database of the settings. */
final class DataSources {
  private static final int H2_IN_USE = 90020;
  private static final int H2_NOT_THERE = 90146;

  /** A phone that waits longer asks again anyway. */
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private static final Duration VALIDATE = Duration.ofSeconds(2);

  /** Longer than any statement takes; a database that is silent for so long is away. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** A million rows to be put into order take longer than any statement that a phone waits for. */
  private static final Duration ANSWER_IN_BULK = Duration.ofMinutes(10);

  /**
   * A node of Galera applies what the others have committed a little later; what it is asked shall
   * wait for that. Not all builds of MariaDB know the variable.
   */
  private static final String SEE_ALL_NODES =
      "begin not atomic if exists (select 1 from information_schema.system_variables where"
          + " variable_name = 'WSREP_SYNC_WAIT') then execute immediate 'set session"
          + " wsrep_sync_wait = 7'; end if; end";

  private DataSources() {}

  static String describe(DatabaseOptions options, Path data) {
    return options.url == null ? embeddedFile(data).toString() : withoutQuery(options.url);
  }

  /** For phones, who are not to wait. */
  static HikariDataSource open(
      DatabaseOptions options, Path data, Map<String, String> environment) {
    return open(options, data, environment, new HikariConfig(), ANSWER, "");
  }

  /**
   * For commands that read or write everything.
   *
   * @param make whether an embedded database may be made where there is none
   */
  static HikariDataSource openForAll(
      DatabaseOptions options, Path data, Map<String, String> environment, boolean make) {
    HikariConfig config = new HikariConfig();
    // a server beside it needs them more
    config.setMinimumIdle(1);
    return open(options, data, environment, config, ANSWER_IN_BULK, make ? "" : ";IFEXISTS=TRUE");
  }

  private static HikariDataSource open(
      DatabaseOptions options,
      Path data,
      Map<String, String> environment,
      HikariConfig config,
      Duration answer,
      String embeddedSettings) {
    config.setPoolName("latchkey");
    config.setMaximumPoolSize(options.pool);
    config.setConnectionTimeout(CONNECT.toMillis());
    config.setValidationTimeout(VALIDATE.toMillis());
    LostConnections lost = new LostConnections();
    config.setExceptionOverride(lost);
    if (options.url == null) {
      embedded(config, data, embeddedSettings);
    } else {
      config.setJdbcUrl(options.url);
      if (options.user != null) {
        config.setUsername(options.user);
      }
      password(options, environment).ifPresent(config::setPassword);
      if (options.url.startsWith("jdbc:mariadb:")) {
        config.setConnectionInitSql(SEE_ALL_NODES);
        // Galera says of many of them that they are not supported, whenever nodes are in each
        // other's way
        limit(config, options.url, "useBulkStmts", "false");
      }
      long second = options.url.startsWith("jdbc:mariadb:") ? 1000 : 1;
      limit(config, options.url, "connectTimeout", "" + CONNECT.toSeconds() * second);
      limit(config, options.url, "socketTimeout", "" + answer.toSeconds() * second);
    }
    try {
      HikariDataSource source = new HikariDataSource(config);
      lost.of(source);
      return source;
    } catch (PoolInitializationException e) {
      throw cannotOpen(options, data, e);
    }
  }

  private static void embedded(HikariConfig config, Path data, String more) {
    String file = file(data);
    if (file.contains(";")) {
      throw new StartException("--data: the embedded database bears no ';' in " + file);
    }
    // closed by us, after the last answer; durable also when it is opened again, see
    // docs/storage.md
    config.setJdbcUrl(
        "jdbc:h2:file:"
            + file
            + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;RETENTION_TIME="
            + Integer.MAX_VALUE
            + ";MAX_COMPACT_TIME=10000"
            + more);
    config.setUsername("sa");
    config.setAllowPoolSuspension(true);
  }

  static Path embeddedFile(Path data) {
    return Path.of(file(data) + ".mv.db");
  }

  private static String file(Path data) {
    return data.toAbsolutePath().normalize().resolve("latchkey").toString();
  }

  private static Optional<String> password(
      DatabaseOptions options, Map<String, String> environment) {
    String given = environment.get("LATCHKEY_JDBC_PASSWORD");
    if (given != null) {
      return Optional.of(given);
    }
    return Optional.ofNullable(options.passwordFile)
        .map(file -> PrivateFiles.readText("--jdbc-password-file", file));
  }

  /** Unless the operator has said otherwise. */
  private static void limit(HikariConfig config, String url, String name, String value) {
    if (!url.contains(name + "=")) {
      config.addDataSourceProperty(name, value);
    }
  }

  private static StartException cannotOpen(
      DatabaseOptions options, Path data, PoolInitializationException e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_NOT_THERE) {
        return new StartException(
            "there is no database in the folder "
                + data.toAbsolutePath()
                + "; name another one with --data, or --jdbc-url");
      }
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE) {
        return new StartException(
            "another server uses the folder "
                + data.toAbsolutePath()
                + "; stop it, or name"
                + " another folder with --data");
      }
    }
    Throwable reason = e.getCause() == null ? e : e.getCause();
    return new StartException("cannot open the database " + describe(options, data), reason);
  }

  private static String withoutQuery(String url) {
    return url.replaceAll("[?;].*", "");
  }
}
