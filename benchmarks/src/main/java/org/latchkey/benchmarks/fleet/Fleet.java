package org.latchkey.benchmarks.fleet;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Measures fleets of given sizes: import, memory, disk, and resyncs of random phones, on each
 * store, beside a store in memory and a servlet that only writes the same bytes. Ends with status 0
 * only if every answer was as it must be; leaves nothing behind either way.
 */
@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures imports and resyncs of made-up fleets.")
public final class Fleet implements Callable<Integer> {
  // held here, or the level is forgotten with the logger
  private static final Logger TALKATIVE = Logger.getLogger("io.zonky.test.db.postgres");

  @Mixin private FleetOptions options = new FleetOptions();

  private final PrintStream out;
  private final PrintStream progress;
  private final AtomicReference<AutoCloseable> running = new AtomicReference<>(() -> {});

  Fleet(PrintStream out, PrintStream progress) {
    this.out = out;
    this.progress = progress;
  }

  /**
   * Runs it and ends the process.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    TALKATIVE.setLevel(Level.WARNING);
    System.exit(run(System.out, System.err, args));
  }

  static int run(PrintStream out, PrintStream progress, String... args) {
    return new CommandLine(new Fleet(out, progress))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  @Override
  public Integer call() throws Exception {
    options.check();
    Path work = folder();
    Thread interrupted = new Thread(() -> cleanUp(work), "clean-up");
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      Optional<Path> keystore = options.tls ? Optional.of(Keystore.make(work)) : Optional.empty();
      List<Result> results = new ArrayList<>();
      for (Subject subject : options.stores.stream().distinct().toList()) {
        for (long devices : options.devices.stream().distinct().sorted().toList()) {
          if (subject == Subject.BARE && !results.isEmpty() && last(results) == Subject.BARE) {
            continue; // it has no fleet
          }
          results.add(trial(subject, devices, work, keystore));
        }
      }
      new FleetTable(results, out).print();
      return 0;
    } finally {
      cleanUp(work);
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
  }

  private static Subject last(List<Result> results) {
    return results.get(results.size() - 1).subject();
  }

  private Result trial(Subject subject, long devices, Path work, Optional<Path> keystore)
      throws Exception {
    Path folder = work.resolve(subject + "-" + devices);
    try (Trial trial = new Trial(options, subject, devices, folder, keystore, progress)) {
      running.set(trial);
      return trial.run();
    } finally {
      running.set(() -> {});
      delete(folder);
    }
  }

  private Path folder() throws IOException {
    if (options.work == null) {
      return Files.createTempDirectory("latchkey-fleet");
    }
    // never what somebody else has there
    return Files.createDirectory(options.work.toAbsolutePath());
  }

  private void cleanUp(Path work) {
    try {
      running.getAndSet(() -> {}).close();
      delete(work);
    } catch (Exception e) {
      progress.println("cannot delete " + work + ": " + e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
