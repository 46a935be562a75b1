package org.latchkey.testdatabases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL as the system has it installed, such as Debian's package postgresql, in a process of
 * its own: it can be killed, stopped, frozen, started again, followed by a stand-by and promoted.
 *
 * <p>For one thread.
 */
public final class PostgresqlNode implements AutoCloseable {
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path folder;
  private final Path data;
  private final int port;
  private final ServerProcess process;

  private PostgresqlNode(Path programs, Path folder) {
    this.programs = programs;
    this.folder = folder;
    this.data = folder.resolve("data");
    this.port = ServerProcess.freePort();
    this.process = new ServerProcess("postgres", folder);
  }

  /**
   * An empty server, running, with data in a temporary folder that is deleted when it is closed.
   *
   * @return the server, or empty if none is installed and it need not be
   */
  public static Optional<PostgresqlNode> create() {
    return programs().isEmpty() ? absent() : in(made());
  }

  private static Optional<PostgresqlNode> absent() {
    String reason = "no initdb and pg_basebackup in " + PACKAGES + "/*/bin; install postgresql";
    if ("required".equals(System.getProperty("latchkey.postgresql"))) {
      throw new IllegalStateException(reason);
    }
    System.out.println("PostgreSQL as a process was NOT tested: " + reason);
    return Optional.empty();
  }

  /**
   * An empty server, running.
   *
   * @param folder a folder of this server alone that exists and that every user may enter; deleted
   *     when the server is closed
   * @return the server, or empty if none is installed and the system property {@code
   *     latchkey.postgresql} is not {@code required}
   * @throws IllegalStateException if none is installed and it is required
   */
  public static Optional<PostgresqlNode> in(Path folder) {
    Optional<Path> programs = programs();
    if (programs.isEmpty()) {
      return absent();
    }
    PostgresqlNode node = new PostgresqlNode(programs.get(), folder);
    node.process.own(folder);
    node.process.run(
        List.of(
            node.program("initdb"),
            "--pgdata=" + node.data,
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync"));
    node.start();
    return Optional.of(node);
  }

  private static Optional<Path> programs() {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .filter(bin -> Files.isExecutable(bin.resolve("pg_basebackup")))
          .max(Comparator.comparing(Path::toString));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path made() {
    try {
      return Files.setPosixFilePermissions(
          Files.createTempDirectory("latchkey-postgresql"),
          PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String program(String name) {
    return programs.resolve(name).toString();
  }

  /**
   * A stand-by that follows this server.
   *
   * @return the stand-by, which has caught up
   */
  public PostgresqlNode standby() {
    return follow(new PostgresqlNode(programs, made()));
  }

  private PostgresqlNode follow(PostgresqlNode node) {
    node.process.own(node.folder);
    node.process.run(
        List.of(
            program("pg_basebackup"),
            "--pgdata=" + node.data,
            "--dbname=host=127.0.0.1 port=" + port + " user=postgres",
            "--write-recovery-conf",
            "--checkpoint=fast",
            "--no-sync",
            "--wal-method=stream"));
    node.start();
    node.process.await("following", () -> followers().equals("1"));
    return node;
  }

  /**
   * Ends it, throws its data away and lets it follow the one that took its place.
   *
   * @param primary which to follow
   */
  public void followAnew(PostgresqlNode primary) {
    if (isAlive()) {
      kill();
    }
    ServerProcess.delete(data);
    PostgresqlNode unused = primary.follow(this);
  }

  /** Starts it, and waits until it answers. */
  public void start() {
    process.start(
        List.of(
            program("postgres"),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=off",
            "-c",
            "wal_sender_timeout=60s",
            "-c",
            "shared_buffers=32MB"));
    process.await("start", () -> ask("select 1").equals("1"));
  }

  /** SIGKILL: it and its helpers end without a word. */
  public void kill() {
    process.kill();
  }

  /** Ends it in order: connections are cut, what is under way is rolled back. */
  public void stop() {
    process.signal("INT");
    process.awaitEnd();
  }

  /**
   * SIGSTOP or SIGCONT: connections stay, and nothing is answered.
   *
   * @param frozen whether it shall stand still
   */
  public void freeze(boolean frozen) {
    process.freeze(frozen);
  }

  /**
   * Lets a stand-by catch up with its primary and then hear no more of it.
   *
   * @param primary which it follows
   */
  public void stopFollowing(PostgresqlNode primary) {
    String written = primary.ask("select pg_current_wal_flush_lsn()");
    process.await(
        "catching up",
        () -> ask("select pg_last_wal_replay_lsn() >= '" + written + "'::pg_lsn").equals("t"));
    tell("alter system set primary_conninfo = ''");
    tell("select pg_reload_conf()");
    process.await("leaving", () -> primary.followers().equals("0"));
  }

  private String followers() throws SQLException {
    return ask("select count(*) from pg_stat_replication where state = 'streaming'");
  }

  /** Makes a stand-by the primary. */
  public void promote() {
    tell("select pg_promote(true, 60)");
    process.await("promotion", () -> ask("show transaction_read_only").equals("off"));
  }

  /**
   * Runs statements as the administrator of the server.
   *
   * @param statements SQL
   */
  public void tell(String... statements) {
    for (String each : statements) {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        statement.execute(each);
      } catch (SQLException e) {
        throw new IllegalStateException(each, e);
      }
    }
  }

  private String ask(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=3&socketTimeout=70",
        "postgres",
        "");
  }

  /**
   * Makes an empty database.
   *
   * @param name its name
   */
  public void create(String name) {
    tell("create database " + name);
  }

  /**
   * Its port on the loopback address.
   *
   * @return the port
   */
  public int port() {
    return port;
  }

  /**
   * What it has said since it was made.
   *
   * @return its log
   */
  public String said() {
    return process.said();
  }

  /**
   * Whether its process runs.
   *
   * @return whether it does
   */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it, whatever state it is in. */
  @Override
  public void close() {
    if (isAlive()) {
      kill();
    }
    ServerProcess.delete(folder);
  }

  /**
   * Makes what is told in a file of the settings hold from the next start on.
   *
   * @param setting a line of postgresql.conf
   */
  public void set(String setting) {
    try {
      Files.writeString(data.resolve("postgresql.conf"), setting + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
