package org.latchkey.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an installation has its settings and its files. */
class PlaceOptions {
  @Option(names = "--config", description = "properties file with these settings")
  @Nullable Path config;

  @Option(names = "--data", defaultValue = "latchkey-data", description = "folder for what is kept")
  Path data = Path.of("latchkey-data");
}
