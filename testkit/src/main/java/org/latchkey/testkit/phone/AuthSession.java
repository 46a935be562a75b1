package org.latchkey.testkit.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Answers one challenge for one credential, any number of times with a growing nonce count.
 *
 * <p>For one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-3.4">RFC 7616 section 3.4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617#section-2">RFC 7617 section 2</a>
 * @since 1.0
 */
public final class AuthSession {
  private final Challenge challenge;
  private final PhoneCredential credential;
  private final RandomGenerator random;
  private int count;

  /**
   * Starts with nonce count 0; the first answer says {@code 00000001}.
   *
   * @param challenge the challenge picked by {@link AuthAbilities}
   * @param credential what to prove
   * @param random source of client nonces
   */
  public AuthSession(Challenge challenge, PhoneCredential credential, RandomGenerator random) {
    this.challenge = challenge;
    this.credential = credential;
    this.random = random;
  }

  /**
   * Makes the proof for the next request.
   *
   * @param method HTTP method
   * @param target request target exactly as it will be sent
   * @return the proof
   */
  public Proof prove(String method, String target) {
    count++;
    return challenge.is(AuthScheme.BASIC)
        ? new Proof(AuthScheme.BASIC, credential.user(), basic())
        : new Proof(AuthScheme.DIGEST, credential.user(), digest(method, target));
  }

  private String basic() {
    byte[] pair = (credential.user() + ":" + credential.password()).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private String digest(String method, String target) {
    String cnonce = HexFormat.of().toHexDigits(random.nextLong());
    String nc = String.format(Locale.ROOT, "%08x", count);
    String nonce = challenge.parameter("nonce").orElse("");
    StringBuilder line = new StringBuilder("Digest ");
    line.append("username=").append(quote(credential.user()));
    line.append(", realm=").append(quote(challenge.parameter("realm").orElse("")));
    line.append(", nonce=").append(quote(nonce));
    line.append(", uri=").append(quote(target));
    line.append(", response=\"").append(response(method, target, nc, cnonce)).append('"');
    challenge.parameter("algorithm").ifPresent(a -> line.append(", algorithm=").append(a));
    challenge.parameter("opaque").ifPresent(o -> line.append(", opaque=").append(quote(o)));
    if (challenge.parameter("qop").isPresent()) {
      line.append(", qop=auth, nc=").append(nc).append(", cnonce=\"").append(cnonce).append('"');
    }
    return line.toString();
  }

  /** The hash of RFC 7616, or of RFC 2069 if the challenge has no qop. */
  String response(String method, String target, String nc, String cnonce) {
    String hash =
        challenge.parameter("algorithm").orElse("MD5").equalsIgnoreCase("SHA-256")
            ? "SHA-256"
            : "MD5";
    String realm = challenge.parameter("realm").orElse("");
    String nonce = challenge.parameter("nonce").orElse("");
    String a1 = Hashes.hex(hash, credential.user() + ":" + realm + ":" + credential.password());
    String a2 = Hashes.hex(hash, method + ":" + target);
    return challenge.parameter("qop").isPresent()
        ? Hashes.hex(hash, String.join(":", a1, nonce, nc, cnonce, "auth", a2))
        : Hashes.hex(hash, String.join(":", a1, nonce, a2));
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
