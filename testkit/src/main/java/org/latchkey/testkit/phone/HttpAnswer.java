package org.latchkey.testkit.phone;

import java.util.List;
import java.util.Optional;

/**
 * A complete answer of a server.
 *
 * <p>Immutable as long as nobody changes the array of {@link #body()}.
 *
 * @since 1.0
 */
public final class HttpAnswer {
  private final int status;
  private final List<Header> headers;
  private final byte[] body;

  HttpAnswer(int status, List<Header> headers, byte[] body) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
  }

  /**
   * One header line.
   *
   * @param name name as sent
   * @param value value without surrounding blanks
   */
  public record Header(String name, String value) {}

  /**
   * Status code.
   *
   * @return 200 to 999
   */
  public int status() {
    return status;
  }

  /**
   * All values of a header, one for each line.
   *
   * @param name the name in any letter case
   * @return the values in the order sent
   */
  public List<String> all(String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /**
   * First value of a header.
   *
   * @param name the name in any letter case
   * @return the value, or empty if there is no such line
   */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /**
   * The body, chunks joined.
   *
   * @return the bytes, not copied
   */
  public byte[] body() {
    return body;
  }
}
