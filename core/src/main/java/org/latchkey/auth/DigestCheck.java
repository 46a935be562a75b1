package org.latchkey.auth;

import java.nio.charset.StandardCharsets;
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
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final MessageDigest hash;
  private final byte[] userAndRealm;
  // HA1 in hex, then everything that follows it
  private final byte[] proof;
  private final byte[] response;
  private final byte[] expected;

  /**
   * Begins a check.
   *
   * @param offered what the request offered
   * @param method the request's method, in upper case
   */
  public DigestCheck(Authorization.Digest offered, String method) {
    this.hash = offered.algorithm().hash();
    this.userAndRealm = ascii(offered.username() + ":" + offered.realm() + ":");
    hash.update(ascii(method + ":" + offered.uri()));
    byte[] a2 = hash.digest();
    String middle = ":" + offered.nonce() + ":" + offered.nc() + ":" + offered.cnonce() + ":auth:";
    int hexDigits = 2 * a2.length;
    this.proof = new byte[hexDigits + middle.length() + hexDigits];
    byte[] tail = ascii(middle);
    System.arraycopy(tail, 0, proof, hexDigits, tail.length);
    hex(a2, proof, hexDigits + tail.length);
    this.response = ascii(offered.response());
    this.expected = new byte[hexDigits];
  }

  /**
   * Says whether the response was made with a credential. Takes the same time whether it was or
   * not.
   *
   * @param credential a credential whose user name is the offered one
   * @return true if it was
   */
  public boolean matches(Credential credential) {
    hash.update(userAndRealm);
    credential.password().feed(hash);
    hex(hash.digest(), proof, 0);
    hex(hash.digest(proof), expected, 0);
    return MessageDigest.isEqual(expected, response);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void hex(byte[] bytes, byte[] out, int start) {
    int at = start;
    for (byte b : bytes) {
      out[at++] = HEX[(b >> 4) & 0xf];
      out[at++] = HEX[b & 0xf];
    }
  }
}
