package org.latchkey.benchmarks.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line says. */
final class FleetOptions {
  @Option(
      names = "--devices",
      split = ",",
      defaultValue = "10000",
      description = "sizes of fleets; the others are compared with the first")
  List<Long> devices = List.of(10_000L);

  @Option(
      names = "--stores",
      split = ",",
      defaultValue = "h2,postgresql,memory,bare",
      description = "what is measured: ${COMPLETION-CANDIDATES}")
  List<Subject> stores = List.of(Subject.values());

  @Option(names = "--heap", defaultValue = "512m", description = "heap of the servers")
  String heap = "512m";

  @Option(
      names = "--memory-heap",
      defaultValue = "512m",
      description = "heap of the server that keeps everything in memory")
  String memoryHeap = "512m";

  @Option(
      names = "--import-parts",
      defaultValue = "1",
      description = "files that are imported at once")
  int parts = 1;

  @Option(
      names = "--connections",
      split = ",",
      defaultValue = "1,16",
      description = "connections that phones use at once")
  List<Integer> connections = List.of(1, 16);

  @Option(
      names = "--requests",
      defaultValue = "50000",
      description = "requests of each measurement at most")
  long requests = 50_000;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "seconds of each measurement at most")
  int seconds = 60;

  @Option(
      names = "--warm-up",
      defaultValue = "30000",
      description = "requests before the first measurement; their files are looked into")
  long warmUp = 30_000;

  @Option(
      names = "--challenged",
      description =
          "phones are challenged and answer, two requests each time; otherwise they show Basic"
              + " credentials unasked")
  boolean challenged;

  @Option(
      names = "--tls",
      description = "the servers speak TLS; otherwise the driver plays the proxy that ends it")
  boolean tls;

  @Option(
      names = "--work",
      description = "folder for data, made and deleted (default: a temporary folder)")
  @Nullable Path work;

  void check() {
    boolean sizes = devices.stream().allMatch(n -> n >= 4 && n <= MadePhone.MOST);
    if (devices.isEmpty() || !sizes) {
      throw new IllegalArgumentException("--devices must be 4 to " + MadePhone.MOST + " each");
    }
    if (parts < 1 || requests < 1 || seconds < 1 || warmUp < 1) {
      throw new IllegalArgumentException(
          "--import-parts, --requests, --seconds and --warm-up must be at least 1");
    }
    if (connections.isEmpty() || connections.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException("--connections must be at least 1 each");
    }
  }

  Load load(boolean conditional, int by) {
    return new Load(conditional, by, requests, Duration.ofSeconds(seconds), false);
  }

  /**
   * By as many connections as are ever used, for so long that the compiler has done its work.
   *
   * @param read whether each phone's file is its own
   */
  Load warmUp(boolean conditional, boolean read) {
    int most = connections.stream().mapToInt(n -> n).max().orElse(1);
    return new Load(conditional, most, warmUp, Duration.ofSeconds(2L * seconds), read);
  }
}
