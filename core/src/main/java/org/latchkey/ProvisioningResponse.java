package org.latchkey;

import java.util.List;
import java.util.Optional;

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
  private final int status;
  private final List<Header> headers;
  private final byte[] body;

  /**
   * One header line.
   *
   * @param name the field's name
   * @param value its value
   */
  public record Header(String name, String value) {}

  ProvisioningResponse(int status, List<Header> headers, byte[] body) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
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
   * Tells the body.
   *
   * @return the bytes to send; none for HEAD and 304. Not a copy
   */
  public byte[] body() {
    return body;
  }
}
