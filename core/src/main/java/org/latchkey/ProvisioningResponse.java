package org.latchkey;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.latchkey.spi.StoredFile;

/**
 * What to answer a phone. {@code Content-Length} is among the headers already and must be sent,
 * since old phones do not read chunked answers.
 *
 * <p>Not to be changed by adapters; safe for use by many threads as long as nobody writes to the
 * body.
 *
 * @since 1.0
 */
public final class ProvisioningResponse {
  private static final int BUFFER = 32 * 1024;

  private final int status;
  private final List<Header> headers;
  private final byte[] body;
  private final Optional<Region> region;

  /** A part of a file of the host's. */
  record Region(StoredFile file, Range range) {}

  /**
   * One header line.
   *
   * @param name the field's name
   * @param value its value
   */
  public record Header(String name, String value) {}

  ProvisioningResponse(int status, List<Header> headers, byte[] body) {
    this(status, headers, body, Optional.empty());
  }

  ProvisioningResponse(int status, List<Header> headers, byte[] body, Optional<Region> region) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
    this.region = region;
  }

  /**
   * Tells the status.
   *
   * @return the HTTP status code
   */
  public int status() {
    return status;
  }

  /**
   * Lists the header lines.
   *
   * @return in the order in which they must be sent
   */
  public List<Header> headers() {
    return headers;
  }

  /**
   * Finds a header.
   *
   * @param name the field's name as {@link #headers} spells it
   * @return the value of its first line
   */
  public Optional<String> header(String name) {
    return headers.stream().filter(h -> h.name().equals(name)).map(Header::value).findFirst();
  }

  /**
   * Sends the body, be it in memory or a file of the host's.
   *
   * @param out where to; neither flushed nor closed
   * @throws IOException if it cannot be written, or if a file became shorter meanwhile: then the
   *     connection must be cut, since the phone was promised more
   */
  public void writeTo(OutputStream out) throws IOException {
    out.write(body);
    if (region.isPresent()) {
      Range range = region.get().range();
      try (InputStream in = region.get().file().open(range.from())) {
        byte[] buffer = new byte[(int) Math.min(BUFFER, range.length())];
        for (long left = range.length(); left > 0; ) {
          int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
          if (read < 0) {
            throw new EOFException("the file became shorter by " + left + " bytes");
          }
          out.write(buffer, 0, read);
          left -= read;
        }
      }
    }
  }

  /**
   * Tells the body, unless it is a file of the host's, which {@link #writeTo} sends.
   *
   * @return the bytes to send; none for HEAD and 304. Not a copy
   */
  public byte[] body() {
    return body;
  }
}
