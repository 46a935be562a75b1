package org.latchkey.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills an empty store from a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Fills a store that holds nothing yet, of any kind, from a backup: all of it or nothing.",
      "Before the first start of serve, which would put something in."
    },
    footer = {
      "",
      "The settings are those of serve, also as environment variables and in the --config file.",
      "Tables are made, and the vault key too where there is none."
    })
final class RestoreCommand implements Callable<Integer> {
  @Mixin ArchiveOptions options = new ArchiveOptions();

  @Mixin PassPhraseOptions passPhrase = new PassPhraseOptions();

  @Parameters(paramLabel = "FILE", description = "the backup, or - for the standard input")
  String file = "";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return ConfigFile.applied(spec, options.config, this, RestoreCommand::new)
        .run(SettingSources.environment(spec), spec.commandLine().getErr());
  }

  private int run(Map<String, String> environment, PrintWriter err) {
    // first of all: nothing is made for a backup that is not there
    try (InputStream in = open()) {
      String phrase = passPhrase.find(environment, PassPhraseOptions.console(), false);
      Progress progress = new Progress(err, System::nanoTime);
      try (OpenStore store = OpenStore.made(options, environment)) {
        long rows = store.archiveToFill(err).restore(progress.counting(in), phrase);
        err.println("latchkey: restored " + rows + " rows into " + store.description());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return 0;
  }

  private InputStream open() throws IOException {
    return file.equals(BackupCommand.STANDARD)
        ? System.in
        : new BufferedInputStream(Files.newInputStream(Path.of(file)), 1 << 16);
  }
}
