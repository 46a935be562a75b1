package org.latchkey.auth;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.latchkey.error.InvalidValueException;

/**
 * A hash of HTTP Digest authentication (RFC 7616 section 6.1).
 *
 * @since 1.0
 */
public enum DigestAlgorithm {
  /** What every phone can do. */
  MD5("MD5", 16),
  /** For the few phones that can; never offered first. */
  SHA_256("SHA-256", 32);

  private static final List<DigestAlgorithm> ALL = List.of(values());

  private final String token;
  private final int bytes;
  private final String zeros;

  DigestAlgorithm(String token, int bytes) {
    this.token = token;
    this.bytes = bytes;
    this.zeros = "0".repeat(2 * bytes);
  }

  /**
   * The name in challenges and in the JDK.
   *
   * @return for example {@code SHA-256}
   */
  public String token() {
    return token;
  }

  /**
   * Finds an algorithm.
   *
   * @param token its name in any case
   * @return the algorithm, or empty if Latchkey does not know it
   */
  public static Optional<DigestAlgorithm> find(String token) {
    for (DigestAlgorithm algorithm : ALL) {
      if (algorithm.token.equalsIgnoreCase(token)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a name as settings spell it.
   *
   * @param name such as {@code md5} or {@code sha-256}
   * @return the algorithm
   */
  public static DigestAlgorithm of(String name) {
    return find(name.strip())
        .orElseThrow(
            () ->
                InvalidValueException.of(
                    "digest algorithm", "md5 or sha-256", name.toLowerCase(Locale.ROOT)));
  }

  int bytes() {
    return bytes;
  }

  /** As long as a hash in hexadecimal digits, to keep room for one. */
  String zeros() {
    return zeros;
  }
}
