package org.latchkey.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.caller.Caller;

/**
 * Knows callers by {@code Authorization: Bearer} tokens (RFC 6750 section 2.1). Only hashes of the
 * tokens are kept, and all are compared, so that time tells nothing.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class BearerTokens implements CallerSource {
  private static final String SCHEME = "Bearer ";

  private final List<Entry> entries;

  private record Entry(String hash, Caller caller) {}

  /**
   * Some tokens.
   *
   * @param callers the callers by their tokens
   */
  public BearerTokens(Map<String, Caller> callers) {
    entries =
        callers.entrySet().stream().map(e -> new Entry(hash(e.getKey()), e.getValue())).toList();
  }

  @Override
  public Optional<Caller> callerOf(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    byte[] shown =
        hash(header.substring(SCHEME.length()).strip()).getBytes(StandardCharsets.US_ASCII);
    Optional<Caller> caller = Optional.empty();
    for (Entry entry : entries) {
      if (MessageDigest.isEqual(entry.hash().getBytes(StandardCharsets.US_ASCII), shown)) {
        caller = Optional.of(entry.caller());
      }
    }
    return caller;
  }

  private static String hash(String token) {
    return Hashes.sha256(token);
  }
}
