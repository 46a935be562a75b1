package org.latchkey.spi;

import java.util.Optional;

/**
 * The host's files for phones: firmware, ring tones, language packs. What it holds is no secret:
 * any phone that has proven itself may read all of it, and a link to a folder opens that folder to
 * whoever knows the link.
 *
 * <p>Called by many threads at once.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface FileSource {
  /** A source without files. */
  FileSource NONE = path -> Optional.empty();

  /**
   * Finds a file.
   *
   * @param path names of folders and of the file with slashes between them; no name is empty, one
   *     dot or two dots
   * @return the file, or empty if there is none
   */
  Optional<StoredFile> find(String path);
}
