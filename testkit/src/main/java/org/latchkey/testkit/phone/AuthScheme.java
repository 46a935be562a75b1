package org.latchkey.testkit.phone;

/**
 * HTTP authentication schemes that desk phones know.
 *
 * @since 1.0
 */
public enum AuthScheme {
  /** RFC 7617: user name and password in every request. */
  BASIC("Basic"),
  /** RFC 7616: a hash over password, nonce and request target. */
  DIGEST("Digest");

  private final String token;

  AuthScheme(String token) {
    this.token = token;
  }

  /**
   * The scheme's name as written in header lines.
   *
   * @return {@code Basic} or {@code Digest}
   */
  public String token() {
    return token;
  }
}
