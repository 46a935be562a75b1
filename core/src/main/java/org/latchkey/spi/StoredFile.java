package org.latchkey.spi;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * One file of a {@link FileSource} as it was when it was found.
 *
 * @since 1.0
 */
public interface StoredFile {

  /**
   * Its media type.
   *
   * @return such as {@code application/octet-stream}
   */
  String type();

  /**
   * Its length.
   *
   * @return in bytes
   */
  long length();

  /**
   * When it was last changed: length and time together tell one version from another.
   *
   * @return the time, as finely as the host knows it
   */
  Instant modified();

  /**
   * Opens its content.
   *
   * @param from how many bytes to leave out, at most {@link #length}
   * @return the rest; closed by the caller
   * @throws IOException if it cannot be read
   */
  InputStream open(long from) throws IOException;
}
