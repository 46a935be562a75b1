package org.latchkey.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Settings that are not flags: environment variables before the properties of {@code --config}. */
final class SettingSources implements IDefaultValueProvider {
  static final String PREFIX = "LATCHKEY_";

  private final Map<String, String> environment;
  private Properties file = new Properties();

  SettingSources(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Reads a properties file whose names must all be settings. */
  static Properties read(Path path, Set<String> known) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new StartException("--config: cannot read " + path, e);
    }
    for (String name : properties.stringPropertyNames()) {
      if (!known.contains(name)) {
        throw new StartException("--config: " + path + " has the unknown setting '" + name + "'");
      }
    }
    return properties;
  }

  /** The environment that a command was given; the process's own one outside of tests. */
  static Map<String, String> environment(CommandSpec spec) {
    return spec.root().defaultValueProvider() instanceof SettingSources sources
        ? sources.environment
        : System.getenv();
  }

  void use(Properties properties) {
    file = properties;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) {
    if (!(arg instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String name = option.longestName().substring(2);
    String fromEnvironment =
        environment.get(PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    return fromEnvironment != null ? fromEnvironment : file.getProperty(name);
  }
}
