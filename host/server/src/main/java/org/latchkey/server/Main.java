package org.latchkey.server;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.latchkey.error.LatchkeyException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code latchkey}. */
@Command(
    name = "latchkey",
    mixinStandardHelpOptions = true,
    version = "Latchkey 1.0.0-SNAPSHOT",
    description = "Hands desk phones their configuration over HTTPS.",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ResealCommand.class
    })
public final class Main implements Runnable {
  // held here, or the level is forgotten with the logger
  private static final List<Logger> TALKATIVE =
      Stream.of("org.eclipse.jetty", "org.flywaydb", "com.zaxxer.hikari")
          .map(Logger::getLogger)
          .toList();

  /**
   * Runs a command and ends the process when it is done.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %5$s%6$s%n");
    TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    System.exit(commandLine(System.getenv()).execute(args));
  }

  static CommandLine commandLine(Map<String, String> environment) {
    CommandLine line = new CommandLine(new Main());
    line.setDefaultValueProvider(new SettingSources(environment));
    line.setExecutionExceptionHandler(Main::explain);
    return line;
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /** What a person can mend is said in one line; anything else keeps its stack trace. */
  private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof LatchkeyException || e instanceof StartException) {
      line.getErr().println("latchkey: " + e.getMessage());
      return line.getCommandSpec().exitCodeOnExecutionException();
    }
    if (e instanceof UncheckedIOException io) {
      // such an exception always has a cause
      String reason = WholeFile.reason(Objects.requireNonNull(io.getCause()));
      line.getErr().println("latchkey: " + io.getMessage() + ": " + reason);
      return line.getCommandSpec().exitCodeOnExecutionException();
    }
    throw e;
  }
}
