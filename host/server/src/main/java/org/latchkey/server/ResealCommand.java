package org.latchkey.server;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Seals with the vault's key what former ones have sealed. */
@Command(
    name = "reseal",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Seals with the vault's key what those named by --former-vault-key-file have sealed. Afterwards",
      "they are not needed any more. Servers may use the store meanwhile, unless it is the embedded",
      "one; all of them must have been started with the new key before."
    },
    footer = {
      "",
      "The settings are those of serve, also as environment variables and in the --config file."
    })
final class ResealCommand implements Callable<Integer> {
  @Mixin ArchiveOptions options = new ArchiveOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return ConfigFile.applied(spec, options.config, this, ResealCommand::new)
        .run(SettingSources.environment(spec), spec.commandLine().getErr());
  }

  private int run(Map<String, String> environment, PrintWriter err) {
    Progress progress = new Progress(err, System::nanoTime);
    try (OpenStore store = OpenStore.existing(options, environment)) {
      int rows = store.archive().sealAnew(progress::rows);
      err.println("latchkey: sealed " + rows + " rows of " + store.description() + " anew");
      Set<String> left = store.formerKeys();
      if (!left.isEmpty()) {
        throw new StartException(
            "something is sealed with key "
                + String.join(", ", left)
                + " again: a server runs with that as its current key. Start it with the new one,"
                + " and run this once more.");
      }
      err.println("latchkey: nothing needs a former key any more");
    }
    return 0;
  }
}
