package org.latchkey.auth;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.latchkey.auth.Authorization.Basic;
import org.latchkey.auth.Authorization.Malformed;
import org.latchkey.auth.Authorization.None;
import org.latchkey.auth.DigestFields.Name;
import org.latchkey.secret.Secret;

/**
 * Reads {@code Authorization} headers. Never throws: what cannot be read is {@link Malformed}.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-3.4">RFC 7616 section 3.4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617#section-2">RFC 7617 section 2</a>
 * @since 1.0
 */
public final class AuthorizationParser {
  private static final int LONGEST = 4_096;
  private static final String BASIC = "Basic";
  private static final String DIGEST = "Digest";

  private final Set<DigestAlgorithm> accepted;

  /**
   * A parser that accepts some algorithms.
   *
   * @param accepted the algorithms that are switched on
   */
  public AuthorizationParser(Set<DigestAlgorithm> accepted) {
    this.accepted = Set.copyOf(accepted);
  }

  /**
   * Reads the headers of one request.
   *
   * @param headers the values of all {@code Authorization} headers
   * @return what they say
   */
  public Authorization parse(List<String> headers) {
    if (headers.isEmpty()) {
      return new None();
    }
    String header = headers.get(0).strip();
    if (headers.size() > 1) {
      return new Malformed("more than one Authorization header");
    }
    if (header.length() > LONGEST) {
      return new Malformed("Authorization header longer than " + LONGEST + " characters");
    }
    if (isScheme(header, BASIC)) {
      return basic(header.substring(BASIC.length()).strip());
    }
    if (isScheme(header, DIGEST)) {
      return digest(header);
    }
    return new None();
  }

  private static boolean isScheme(String header, String scheme) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length())
        && (header.length() == scheme.length() || header.charAt(scheme.length()) <= ' ');
  }

  private static Authorization basic(String token) {
    try {
      byte[] bytes = Base64.getDecoder().decode(token.getBytes(StandardCharsets.ISO_8859_1));
      String pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int colon = pair.indexOf(':');
      if (colon < 0) {
        return new Malformed("Basic credentials without colon");
      }
      if (pair.chars().anyMatch(Character::isISOControl)) {
        return new Malformed("Basic credentials with control characters");
      }
      return new Basic(pair.substring(0, colon), Secret.of(pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return new Malformed("Basic credentials are not Base64");
    } catch (CharacterCodingException e) {
      return new Malformed("Basic credentials are not UTF-8");
    }
  }

  private Authorization digest(String header) {
    DigestFields fields = new DigestFields();
    String problem = fields.read(header, DIGEST.length());
    if (problem.isEmpty()) {
      problem = fields.missing();
    }
    if (!problem.isEmpty()) {
      return new Malformed("Digest credentials: " + problem);
    }
    return digest(fields);
  }

  private Authorization digest(DigestFields fields) {
    Optional<DigestAlgorithm> algorithm = algorithm(fields.get(Name.ALGORITHM));
    if (algorithm.filter(accepted::contains).isEmpty()) {
      return new Malformed("Digest credentials: algorithm is not one of those offered");
    }
    if (!fields.get(Name.QOP).equalsIgnoreCase("auth")) {
      return new Malformed("Digest credentials: qop must be auth");
    }
    if (fields.get(Name.USERHASH).equalsIgnoreCase("true")) {
      return new Malformed("Digest credentials: userhash was not offered");
    }
    String response = fields.get(Name.RESPONSE).toLowerCase(Locale.ROOT);
    if (response.length() != 2 * algorithm.get().bytes() || !isHex(response)) {
      return new Malformed("Digest credentials: response is no hash of that algorithm");
    }
    String nc = fields.get(Name.NC);
    if (nc.length() != 8 || !isHex(nc) || nc.equals("00000000")) {
      return new Malformed("Digest credentials: nc must be 8 hexadecimal digits from 00000001");
    }
    return new Authorization.Digest(
        fields.get(Name.USERNAME),
        fields.get(Name.REALM),
        fields.get(Name.NONCE),
        fields.get(Name.URI),
        algorithm.get(),
        HexFormat.fromHexDigitsToLong(nc),
        nc,
        fields.get(Name.CNONCE),
        response);
  }

  /** A missing algorithm means MD5 (RFC 7616 section 3.3). */
  private static Optional<DigestAlgorithm> algorithm(String token) {
    return token.isEmpty() ? Optional.of(DigestAlgorithm.MD5) : DigestAlgorithm.find(token);
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
