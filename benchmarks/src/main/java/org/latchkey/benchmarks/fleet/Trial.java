package org.latchkey.benchmarks.fleet;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.latchkey.benchmarks.fleet.Result.Imported;
import org.latchkey.benchmarks.fleet.Result.Kept;
import org.latchkey.benchmarks.fleet.Result.Row;

/**
 * One subject with a fleet of one size: the fleet is entered, a server with a database is ended and
 * started again, and phones ask.
 */
final class Trial implements AutoCloseable {
  private static final String SERVER = "org.latchkey.server.Main";

  private final FleetOptions options;
  private final Subject subject;
  private final long devices;
  private final Path folder;
  private final Optional<Path> keystore;
  private final PrintStream progress;
  private Optional<DurablePostgresql> postgresql = Optional.empty();
  private Optional<ServerProcess> server = Optional.empty();
  private String url = "";

  /**
   * @param folder a new folder for all that it needs
   * @param keystore for TLS; without one the driver is the proxy that ends it
   */
  Trial(
      FleetOptions options,
      Subject subject,
      long devices,
      Path folder,
      Optional<Path> keystore,
      PrintStream progress) {
    this.options = options;
    this.subject = subject;
    this.devices = devices;
    this.folder = folder;
    this.keystore = keystore;
    this.progress = progress;
  }

  Result run() throws IOException, InterruptedException, SQLException {
    Files.createDirectories(folder);
    say("%s with %,d devices", subject, devices);
    if (subject == Subject.POSTGRESQL) {
      postgresql = Optional.of(new DurablePostgresql(folder.resolve("postgresql")));
      url = postgresql.get().create("fleet");
    }
    if (subject == Subject.BARE) {
      // what it answers comes from a Latchkey with a phone of each kind
      ServerProcess source = start(MemoryServer.class.getName(), List.of());
      long unused = new Importing(source.management(), progress).run(Kind.ALL.size(), 1);
      BareServer.write(folder, resyncs(source).samples());
      source.stop();
    }
    ServerProcess running = start();
    Optional<Imported> imported =
        subject == Subject.BARE ? Optional.empty() : Optional.of(imported(running));
    return asked(server.orElseThrow(), imported);
  }

  private ServerProcess start() throws IOException, InterruptedException {
    return switch (subject) {
      case H2, POSTGRESQL -> start(SERVER, serve());
      case MEMORY -> start(MemoryServer.class.getName(), List.of());
      case BARE -> start(BareServer.class.getName(), List.of(folder.toString()));
    };
  }

  private ServerProcess start(String main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(arguments);
    if (!main.equals(SERVER)) {
      keystore.ifPresent(file -> all.add(file.toString()));
    }
    Map<String, String> environment =
        Map.of(
            "LATCHKEY_KEYSTORE_PASSWORD",
            Keystore.PASSWORD,
            "LATCHKEY_JDBC_PASSWORD",
            DurablePostgresql.PASSWORD);
    ServerProcess started =
        new ServerProcess(heap(), main, all, environment, line -> say("  the server: %s", line));
    server = Optional.of(started);
    return started;
  }

  private String heap() {
    return subject == Subject.MEMORY ? options.memoryHeap : options.heap;
  }

  private List<String> serve() {
    List<String> arguments =
        new ArrayList<>(List.of("serve", "--port=0", "--data=" + folder.resolve("data")));
    if (keystore.isPresent()) {
      arguments.addAll(List.of("--admin-port=0", "--keystore=" + keystore.get()));
    } else {
      arguments.addAll(List.of("--plain-http", "--trusted-proxies=" + JettyHost.HOST + "/32"));
    }
    if (subject == Subject.POSTGRESQL) {
      arguments.addAll(List.of("--jdbc-url=" + url, "--jdbc-user=" + DurablePostgresql.USER));
    }
    return arguments;
  }

  private Imported imported(ServerProcess running)
      throws IOException, InterruptedException, SQLException {
    long nanos;
    try {
      nanos = new Importing(running.management(), progress).run(devices, options.parts);
    } catch (IOException e) {
      throw new IOException(e.getMessage() + "; the server: " + running.lastWords(), e);
    }
    say("  %,d rows in %.1f s", devices, nanos / 1e9);
    Optional<Long> peak = running.peak();
    long live = running.live();
    if (!subject.isDurable()) {
      return new Imported(nanos, peak, live, Optional.empty());
    }
    long before = size();
    long stop = running.stop();
    long after = size();
    long begun = System.nanoTime();
    ServerProcess unused = start();
    Kept kept = new Kept(before, after, stop, System.nanoTime() - begun);
    say("  %,d bytes, %,d after an end of %.1f s", before, after, stop / 1e9);
    return new Imported(nanos, peak, live, Optional.of(kept));
  }

  private long size() throws IOException, SQLException {
    return postgresql.isPresent()
        ? postgresql.get().size("fleet")
        : Files.size(folder.resolve("data").resolve("latchkey.mv.db"));
  }

  private Resyncs resyncs(ServerProcess running) {
    return new Resyncs(running.phones(), devices, options.challenged);
  }

  private Result asked(ServerProcess running, Optional<Imported> imported)
      throws IOException, InterruptedException {
    Resyncs resyncs = resyncs(running);
    for (boolean conditional : new boolean[] {false, true}) {
      Timings warm = resyncs.run(options.warmUp(conditional, subject != Subject.BARE));
      say("  warm after %,d requests", warm.count());
    }
    List<Row> rows = new ArrayList<>();
    for (boolean conditional : new boolean[] {false, true}) {
      for (int connections : options.connections) {
        Load load = options.load(conditional, connections);
        Timings timings = resyncs.run(load);
        rows.add(new Row(load, timings));
        say(
            "  %s by %d: median %.0f us, 99%% %.0f us, %.0f/s",
            load.title(),
            connections,
            timings.medianMicros(),
            timings.p99Micros(),
            timings.perSecond());
      }
    }
    Optional<Long> peak = running.peak();
    long live = running.live();
    running.stop();
    return new Result(subject, devices, heap(), imported, peak, live, rows);
  }

  private void say(String form, Object... values) {
    progress.printf(Locale.ROOT, form + "%n", values);
  }

  /** Ends what still runs. */
  @Override
  public void close() throws IOException {
    server.ifPresent(ServerProcess::close);
    if (postgresql.isPresent()) {
      postgresql.get().close();
    }
  }
}
