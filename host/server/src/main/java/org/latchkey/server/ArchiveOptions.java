package org.latchkey.server;

import picocli.CommandLine.Mixin;

/**
 * The settings of commands that work on the store itself; those of the server, as far as needed.
 */
final class ArchiveOptions extends PlaceOptions {
  @Mixin DatabaseOptions store = new DatabaseOptions();
}
