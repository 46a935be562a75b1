package org.latchkey.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.latchkey.store.jdbc.JdbcArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything that is kept into one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Writes everything that the store holds into one file, from which restore fills an empty store",
      "of any kind. A server may use the store meanwhile, unless it is the embedded one."
    },
    footer = {
      "",
      "The settings are those of serve, also as environment variables and in the --config file.",
      "Secrets are sealed under the pass phrase; the vault key is needed, and is not in the file."
    })
final class BackupCommand implements Callable<Integer> {
  static final String STANDARD = "-";

  @Mixin ArchiveOptions options = new ArchiveOptions();

  @Mixin PassPhraseOptions passPhrase = new PassPhraseOptions();

  @Option(names = "--overwrite", description = "replace FILE if it is there")
  boolean overwrite;

  @Parameters(paramLabel = "FILE", description = "where to, or - for the standard output")
  String file = "";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return ConfigFile.applied(spec, options.config, this, BackupCommand::new)
        .run(SettingSources.environment(spec), spec.commandLine().getErr());
  }

  private int run(Map<String, String> environment, PrintWriter err) {
    boolean standard = file.equals(STANDARD);
    if (!standard) {
      // before anybody is asked anything
      WholeFile.check(Path.of(file), overwrite);
    }
    String phrase = passPhrase.find(environment, PassPhraseOptions.console(), true);
    Progress progress = new Progress(err, System::nanoTime);
    long[] rows = new long[1];
    try (OpenStore store = OpenStore.existing(options, environment)) {
      JdbcArchive archive = store.archive();
      if (standard) {
        // not System.out, which is silent about a full disk
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        rows[0] = archive.backUp(progress.counting(out), phrase);
      } else {
        WholeFile.write(
            Path.of(file),
            overwrite,
            out -> rows[0] = archive.backUp(progress.counting(out), phrase));
      }
      err.println(
          "latchkey: backed up " + rows[0] + " rows of " + store.description() + " to " + file);
    }
    return 0;
  }
}
