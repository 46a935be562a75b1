package org.latchkey.auth;

import org.latchkey.secret.Secret;

/**
 * What a request's {@code Authorization} header says, before anybody knows whether it is true.
 *
 * @since 1.0
 */
public sealed interface Authorization {

  /**
   * Tells the user name.
   *
   * @return the name, or the empty text if none was offered
   */
  default String username() {
    return "";
  }

  /** No header, or one of a scheme that phones do not speak: nothing was offered. */
  record None() implements Authorization {}

  /**
   * A header that nobody can act on.
   *
   * @param problem what is wrong with it, without its content
   */
  record Malformed(String problem) implements Authorization {}

  /**
   * RFC 7617.
   *
   * @param username the user name
   * @param password the password
   */
  record Basic(String username, Secret password) implements Authorization {}

  /**
   * RFC 7616 with {@code qop=auth}.
   *
   * @param username the user name
   * @param realm the realm that the client was told
   * @param nonce the nonce that it was told
   * @param uri the request target as the client knows it
   * @param algorithm the hash
   * @param nonceCount how often the client used the nonce, at least 1
   * @param nc the same as the header spells it
   * @param cnonce the client's nonce
   * @param response the hash over all this and the password, in lower-case hexadecimal digits
   */
  record Digest(
      String username,
      String realm,
      String nonce,
      String uri,
      DigestAlgorithm algorithm,
      long nonceCount,
      String nc,
      String cnonce,
      String response)
      implements Authorization {

    /** Tells user name and target; the rest would help a guesser. */
    @Override
    public String toString() {
      return "Digest[" + username + " " + uri + "]";
    }
  }
}
