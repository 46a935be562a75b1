package org.latchkey.testdatabases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database server in a process of its own, which can be killed, frozen and started again on the
 * same port and data. What it says goes to the file {@code log} beside its data.
 */
final class ServerProcess {
  private static final long PATIENCE_SECONDS = 90;

  private final String user;
  private final Path folder;
  private @Nullable Process process;

  /**
   * A server that is not started yet.
   *
   * @param user who it runs as, if this process is root's; root itself is refused by PostgreSQL
   * @param folder where its log is
   */
  ServerProcess(String user, Path folder) {
    this.user = user;
    this.folder = folder;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Gives a folder to the server's user. */
  void own(Path path) {
    if (isRoot()) {
      run(List.of("chown", "-R", user, path.toString()), false);
    }
  }

  /** Runs a program to its end, as the server's user; returns what it said. */
  String run(List<String> command) {
    return run(command, true);
  }

  private String run(List<String> command, boolean asUser) {
    try {
      Process some =
          new ProcessBuilder(asUser ? asUser(command) : command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(some.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (some.waitFor() != 0) {
        throw new IllegalStateException(command.get(0) + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<String> asUser(List<String> command) {
    if (!isRoot()) {
      return command;
    }
    // which becomes the program, so that a signal reaches it
    List<String> all =
        new ArrayList<>(List.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups"));
    all.addAll(command);
    return all;
  }

  /** Starts the server itself; who calls waits until it can be reached. */
  void start(List<String> command) {
    try {
      Process mine =
          new ProcessBuilder(asUser(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(mine)));
      process = mine;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process process() {
    return Objects.requireNonNull(process, "not started");
  }

  Path log() {
    return folder.resolve("log");
  }

  String said() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      return e.toString();
    }
  }

  boolean isAlive() {
    Process some = process;
    return some != null && some.isAlive();
  }

  /** SIGKILL to the server and its helpers. */
  void kill() {
    kill(process());
  }

  private static void kill(Process some) {
    List<ProcessHandle> helpers = some.descendants().toList();
    some.destroyForcibly();
    helpers.forEach(ProcessHandle::destroyForcibly);
    some.onExit().join();
    helpers.forEach(helper -> helper.onExit().join());
  }

  /** Sends a signal such as {@code TERM} to the server, not to its helpers. */
  void signal(String name) {
    run(List.of("kill", "-" + name, Long.toString(process().pid())), false);
  }

  /** Stops the server and its helpers in the midst of whatever they do, or lets them go on. */
  void freeze(boolean frozen) {
    List<String> command = new ArrayList<>(List.of("kill", frozen ? "-STOP" : "-CONT"));
    command.add(Long.toString(process().pid()));
    process().descendants().forEach(helper -> command.add(Long.toString(helper.pid())));
    run(command, false);
  }

  void awaitEnd() {
    try {
      if (!process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("does not end: " + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Something that is true once a server is ready, or throws. */
  @FunctionalInterface
  interface Probe {
    boolean holds() throws Exception;
  }

  /** Asks again and again until it holds, as long as the server lives. */
  void await(String what, Probe probe) {
    long begun = System.nanoTime();
    Exception last = new IllegalStateException("it does not hold");
    while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
      try {
        if (probe.holds()) {
          return;
        }
      } catch (Exception e) {
        last = e;
      }
      try {
        if (process().waitFor(20, TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new IllegalStateException(what + " did not happen; the server said " + said(), last);
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("left behind: " + folder, e);
    }
  }
}
