package org.latchkey.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The settings of {@code --config}: one file does for all commands that read one. */
final class ConfigFile {
  private static final String CONFIG = "--config";

  private ConfigFile() {}

  /**
   * Parses a command once more, with the file's settings behind flags and environment.
   *
   * @return the command as it is with them
   */
  static <C> C applied(CommandSpec spec, @Nullable Path file, C command, Supplier<C> fresh) {
    if (file == null || !(spec.root().defaultValueProvider() instanceof SettingSources sources)) {
      return command;
    }
    sources.use(SettingSources.read(file, known(spec.root())));
    CommandLine again = new CommandLine(fresh.get());
    again.setDefaultValueProvider(sources);
    List<String> all = spec.commandLine().getParseResult().originalArgs();
    // the name of the command is the first that is no flag of latchkey itself
    again.parseArgs(all.subList(all.indexOf(spec.name()) + 1, all.size()).toArray(String[]::new));
    return again.getCommand();
  }

  private static Set<String> known(CommandSpec root) {
    return Stream.concat(
            Stream.of(root), root.subcommands().values().stream().map(CommandLine::getCommandSpec))
        .filter(spec -> spec.findOption(CONFIG) != null)
        .flatMap(spec -> spec.options().stream())
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .map(OptionSpec::longestName)
        .filter(name -> !name.equals(CONFIG))
        .map(name -> name.substring(2))
        .collect(Collectors.toSet());
  }
}
