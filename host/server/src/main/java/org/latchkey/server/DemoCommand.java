package org.latchkey.server;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.latchkey.pass.PassPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets simulated phones live through everything, on free ports and temporary data. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Shows a phone's whole life over real HTTPS, then goes on serving.")
final class DemoCommand implements Callable<Integer> {
  /** Stands for the 45 seconds that some brands need; a demonstration should not take a minute. */
  static final Duration SETTLE_TIME = Duration.ofSeconds(2);

  @Option(names = "--exit", description = "end after the table; status 0 only if every step held")
  boolean exit;

  @Override
  public Integer call() throws Exception {
    PrintStream out = System.out;
    Path folder = Files.createTempDirectory("latchkey-demo");
    ServeOptions options = new ServeOptions();
    options.port = 0;
    options.adminPort = 0;
    options.data = folder.resolve("data");
    options.digestAlgorithms = List.of("md5");
    try (RunningServer server =
        RunningServer.start(
            options, Map.of(), PassPolicy.DEFAULTS.withSettleTime(SETTLE_TIME), out)) {
      out.println("Demo: settleTime is " + SETTLE_TIME.toSeconds() + " s for every brand");
      boolean held = true;
      for (DemoPhone phone : DemoPhone.values()) {
        held &= new PhoneLife(phone, server, options.data.resolve("tls.p12")).run(out);
      }
      if (exit) {
        return held ? 0 : 1;
      }
      out.println();
      out.println("Still serving " + server.publicUrl() + " (Ctrl-C ends)");
      out.println("Management   " + server.adminUrl() + "/api/v1/");
      out.println("Token        " + server.token());
      new CountDownLatch(1).await();
      return 0;
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }
}
