package org.latchkey.testdatabases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MariaDB as the system has it installed, in a process of its own, alone or as a node of a Galera
 * cluster: it can be killed, stopped, frozen and started again.
 *
 * <p>For one thread.
 */
public final class MariadbNode implements AutoCloseable {
  private static final Path GALERA = Path.of("/usr/lib/galera/libgalera_smm.so");

  private final Path program;
  private final Path folder;
  private final int port = ServerProcess.freePort();
  private final int group = ServerProcess.freePort();
  private final int incremental = ServerProcess.freePort();
  private final int transfer = ServerProcess.freePort();
  private final ServerProcess process;

  private MariadbNode(Path program) {
    this.program = program;
    try {
      this.folder =
          Files.setPosixFilePermissions(
              Files.createTempDirectory("latchkey-mariadb"),
              PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.process = new ServerProcess("mysql", folder);
    process.own(folder);
    String installer =
        MariadbServer.find("mariadb-install-db")
            .orElseThrow(() -> new IllegalStateException("no mariadb-install-db"))
            .toString();
    String said =
        process.run(
            List.of(
                installer,
                "--no-defaults",
                "--datadir=" + data(),
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
    if (!Files.isDirectory(data())) {
      throw new IllegalStateException(said);
    }
  }

  /**
   * A server alone, running.
   *
   * @return the server, or empty if none is installed and none is required
   */
  public static Optional<MariadbNode> create() {
    Optional<MariadbNode> node = MariadbServer.program().map(MariadbNode::new);
    node.ifPresent(MariadbNode::start);
    return node;
  }

  /**
   * A cluster, running.
   *
   * @param size how many nodes
   * @return its nodes, or none if no MariaDB or no galera-4 is installed
   */
  public static List<MariadbNode> cluster(int size) {
    Optional<Path> program = MariadbServer.program();
    if (program.isEmpty() || !Files.exists(GALERA)) {
      System.out.println("Galera was NOT tested: install mariadb-server and galera-4");
      return List.of();
    }
    List<MariadbNode> nodes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      MariadbNode node = new MariadbNode(program.get());
      nodes.add(node);
      node.join(i == 0 ? List.of() : List.of(nodes.get(0)));
    }
    return nodes;
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Starts it alone, and waits until it answers. */
  public void start() {
    process.start(command());
    process.await("start", () -> ask("select 1").equals("1"));
  }

  private List<String> command() {
    // what was committed survives a kill, though not a power cut
    return new ArrayList<>(
        List.of(
            program.toString(),
            "--no-defaults",
            "--datadir=" + data(),
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=" + folder.resolve("socket"),
            "--pid-file=" + folder.resolve("pid"),
            "--max-connections=200",
            "--innodb-buffer-pool-size=32M",
            "--innodb-flush-log-at-trx-commit=2"));
  }

  /**
   * Starts it as a node, and waits until it has what the others have.
   *
   * @param others nodes that run; none to begin a cluster
   */
  public void join(List<MariadbNode> others) {
    List<String> command = command();
    String address =
        others.stream()
            .map(node -> "127.0.0.1:" + node.group)
            .reduce((one, more) -> one + "," + more)
            .orElse("");
    command.addAll(
        List.of(
            "--wsrep-on=ON",
            "--wsrep-provider=" + GALERA,
            "--wsrep-cluster-name=latchkey",
            "--wsrep-cluster-address=gcomm://" + address,
            "--wsrep-node-address=127.0.0.1:" + group,
            "--wsrep-node-incoming-address=127.0.0.1:" + port,
            "--wsrep-sst-method=rsync",
            "--wsrep-sst-receive-address=127.0.0.1:" + transfer,
            "--wsrep-slave-threads=2",
            "--binlog-format=ROW",
            "--innodb-autoinc-lock-mode=2",
            "--wsrep-provider-options=gcache.size=16M;gmcast.listen_addr=tcp://127.0.0.1:"
                + group
                + ";ist.recv_addr=127.0.0.1:"
                + incremental));
    process.start(command);
    process.await(
        "joining", () -> ask("show status like 'wsrep_local_state_comment'", 2).equals("Synced"));
  }

  /** SIGKILL. */
  public void kill() {
    process.kill();
  }

  /** Ends it in order. */
  public void stop() {
    process.signal("TERM");
    process.awaitEnd();
  }

  /**
   * SIGSTOP or SIGCONT.
   *
   * @param frozen whether it shall stand still
   */
  public void freeze(boolean frozen) {
    process.freeze(frozen);
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

  /**
   * The first column of the first row.
   *
   * @param sql a query
   * @return what it says
   */
  public String ask(String sql) {
    return ask(sql, 1);
  }

  private String ask(String sql, int column) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(column) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url("") + "&connectTimeout=3000", "root", "");
  }

  /**
   * A database of it, for user root without a password.
   *
   * @param database its name
   * @return its JDBC URL
   */
  public String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?sslMode=disable";
  }

  /**
   * Whether its process runs.
   *
   * @return whether it does
   */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it, whatever state it is in, and deletes its data. */
  @Override
  public void close() {
    if (isAlive()) {
      kill();
    }
    ServerProcess.delete(folder);
  }
}
