package org.latchkey.testdatabases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** MariaDB as the system has it installed, such as Debian's package mariadb-server. */
final class MariadbServer {
  private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/usr/local/bin");

  private final int port;

  private MariadbServer(int port) {
    this.port = port;
  }

  private static final class Lazily {
    static final Optional<MariadbServer> SERVER = start();
  }

  static Optional<MariadbServer> running() {
    return Lazily.SERVER;
  }

  /** The program, or empty, with a word about it, if there is none and it need not be. */
  static Optional<Path> program() {
    Optional<Path> server = find("mariadbd");
    if (server.isEmpty()) {
      String reason = "no mariadbd found; install mariadb-server";
      if ("required".equals(System.getProperty("latchkey.mariadb"))) {
        throw new IllegalStateException(reason);
      }
      System.out.println("MariaDB was NOT tested: " + reason);
    }
    return server;
  }

  private static Optional<MariadbServer> start() {
    Optional<Path> server = program();
    if (server.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(start(server.get()));
    } catch (IOException e) {
      throw new UncheckedIOException("MariaDB does not start", e);
    }
  }

  private static MariadbServer start(Path program) throws IOException {
    Path folder = Files.createTempDirectory("latchkey-mariadb");
    Path data = folder.resolve("data");
    Path installer =
        find("mariadb-install-db").orElseThrow(() -> new IOException("no mariadb-install-db"));
    Process install =
        run(
            List.of(
                installer.toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--user=" + System.getProperty("user.name"),
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
    String said = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (install.onExit().join().exitValue() != 0) {
      throw new IOException("mariadb-install-db: " + said);
    }
    int port = freePort();
    Process server =
        run(
            List.of(
                program.toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--user=" + System.getProperty("user.name"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + folder.resolve("socket"),
                "--max-connections=200",
                "--innodb-buffer-pool-size=64M"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
    awaitReady(server);
    return new MariadbServer(port);
  }

  private static Process run(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Reads what the server says until it is ready, then goes on reading so that it never waits. */
  private static void awaitReady(Process server) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    List<String> said = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.contains("ready for connections")) {
        Thread reader = new Thread(() -> lines.lines().forEach(more -> {}), "mariadb-output");
        reader.setDaemon(true);
        reader.start();
        return;
      }
    }
    throw new IOException("mariadbd ended: " + String.join("\n", said));
  }

  private static void end(Process server, Path folder) {
    server.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println("left behind: " + folder);
    }
  }

  static Optional<Path> find(String program) {
    return FOLDERS.stream()
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  TestDatabase create(String name) {
    try (Connection connection = DriverManager.getConnection(url(""), "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make the database " + name, e);
    }
    return new TestDatabase(url(name), "root", "");
  }

  /** Without TLS, which this server has no certificate for and the loopback address no need of. */
  private String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?sslMode=disable";
  }
}
