package org.latchkey.auth;

/**
 * Writes the values of {@code WWW-Authenticate} headers, one scheme a header.
 *
 * @since 1.0
 */
public final class Challenges {
  private Challenges() {}

  /**
   * A Digest challenge (RFC 7616 section 3.3).
   *
   * @param realm the realm
   * @param algorithm the hash
   * @param nonce a new nonce
   * @param stale whether only the nonce of the request was wrong
   * @return the header's value
   */
  public static String digest(Realm realm, DigestAlgorithm algorithm, String nonce, boolean stale) {
    return "Digest realm=\""
        + realm.name()
        + "\", qop=\"auth\", algorithm="
        + algorithm.token()
        + ", nonce=\""
        + nonce
        + (stale ? "\", stale=true" : "\"");
  }

  /**
   * A Basic challenge (RFC 7617 section 2).
   *
   * @param realm the realm
   * @return the header's value
   */
  public static String basic(Realm realm) {
    return "Basic realm=\"" + realm.name() + "\"";
  }
}
