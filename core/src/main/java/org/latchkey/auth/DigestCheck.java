package org.latchkey.auth;

import java.security.MessageDigest;
import org.latchkey.secret.Credential;

/**
 * Checks one Digest response against as many credentials as need be; what does not depend on the
 * credential is worked out once.
 *
 * <p>Not safe for use by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-3.4.1">RFC 7616 section 3.4.1</a>
 * @since 1.0
 */
public final class DigestCheck {
  private final DigestAlgorithm algorithm;
  private final byte[] userAndRealm;
  // HA1:nonce:nc:cnonce:qop:HA2, of which HA1 is put in for each credential
  private final byte[] proof;
  private final byte[] response;

  /**
   * Begins a check.
   *
   * @param offered what the request offered
   * @param method the request's method, in upper case
   */
  public DigestCheck(Authorization.Digest offered, String method) {
    this.algorithm = offered.algorithm();
    this.userAndRealm = Ascii.joined(offered.username(), offered.realm(), "");
    this.response = Ascii.joined(offered.response());
    String room = algorithm.zeros();
    this.proof = Ascii.joined(room, offered.nonce(), offered.nc(), offered.cnonce(), "auth", room);
    byte[] a2 = Hashes.of(algorithm).digest(Ascii.joined(method, offered.uri()));
    Ascii.hex(a2, proof, proof.length - room.length());
  }

  /**
   * Says whether the response was made with a credential. Takes the same time whether it was or
   * not.
   *
   * @param credential a credential whose user name is the offered one
   * @return true if it was
   */
  public boolean matches(Credential credential) {
    MessageDigest hash = Hashes.of(algorithm);
    hash.update(userAndRealm);
    credential.password().feed(hash);
    Ascii.hex(hash.digest(), proof, 0);
    byte[] expected = new byte[2 * algorithm.bytes()];
    Ascii.hex(hash.digest(proof), expected, 0);
    return MessageDigest.isEqual(expected, response);
  }
}
