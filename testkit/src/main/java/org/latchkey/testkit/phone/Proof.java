package org.latchkey.testkit.phone;

/**
 * The value of an {@code Authorization} line. Never prints it.
 *
 * @since 1.0
 */
public final class Proof {
  private final AuthScheme scheme;
  private final String user;
  private final String header;

  Proof(AuthScheme scheme, String user, String header) {
    this.scheme = scheme;
    this.user = user;
    this.header = header;
  }

  /**
   * The scheme used.
   *
   * @return the scheme
   */
  public AuthScheme scheme() {
    return scheme;
  }

  /**
   * The user name it proves.
   *
   * @return the user name in clear text
   */
  public String user() {
    return user;
  }

  /**
   * The value to send. For the wire only, with Basic it holds the password.
   *
   * @return the header value
   */
  public String header() {
    return header;
  }

  @Override
  public String toString() {
    return scheme.token() + " " + user + ":***";
  }
}
