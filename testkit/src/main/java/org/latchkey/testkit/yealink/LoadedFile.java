package org.latchkey.testkit.yealink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.latchkey.testkit.phone.Hashes;

/**
 * A file that waits for the end of the round.
 *
 * @param name last segment of its address
 * @param md5 checksum of its bytes
 * @param changed whether the bytes differ from last time
 * @param config its settings, none for contacts
 * @param contacts the contact list, if it is one
 */
record LoadedFile(
    String name, String md5, boolean changed, ConfigFile config, Optional<String> contacts) {
  private static final ConfigFile NONE = new ConfigFile(true, List.of(), List.of());

  static LoadedFile config(String name, byte[] bytes, Memory memory, ConfigFile config) {
    String md5 = Hashes.md5(bytes);
    boolean changed = !md5.equals(memory.checksums().get(name));
    return new LoadedFile(name, md5, changed, config, Optional.empty());
  }

  /** A boot file: its checksum counts, settings it has none. */
  static LoadedFile boot(String name, byte[] bytes, Memory memory) {
    return config(name, bytes, memory, NONE);
  }

  static LoadedFile contacts(String name, byte[] bytes, Memory memory) {
    LoadedFile file = config(name, bytes, memory, NONE);
    return new LoadedFile(
        name, file.md5(), file.changed(), NONE, Optional.of(new String(bytes, UTF_8)));
  }
}
