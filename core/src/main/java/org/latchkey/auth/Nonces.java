package org.latchkey.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.latchkey.secret.SecretSource;

/**
 * Makes and checks Digest nonces without remembering them: a time, a number that is used once, and
 * an HMAC-SHA256 over both. Every node with the same key takes every other's.
 *
 * <p>Immutable but for a counter, and safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-5.4">RFC 7616 section 5.4</a>
 * @since 1.0
 */
public final class Nonces {
  /** How long a nonce is good: phones with several files and slow flash need minutes. */
  public static final Duration LIFETIME = Duration.ofHours(1);

  private static final String HMAC = "HmacSHA256";
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final int SIGNED_BYTES = 16;
  private static final int MAC_BYTES = 14;
  private static final int TEXT_LENGTH = 40;

  // each thread has its own: neither made nor copied for each nonce
  private final ThreadLocal<Mac> macs;
  private final AtomicLong counter;

  /** What can be said of a nonce. */
  public enum Age {
    /** Ours and good. */
    FRESH,
    /** Ours, but too old. */
    OLD,
    /** Not ours. */
    FOREIGN
  }

  /**
   * Nonces under a key.
   *
   * @param key 32 secret bytes, the same on every node
   * @param source where the counter begins, so that two nodes do not make the same nonce
   */
  public Nonces(byte[] key, SecretSource source) {
    SecretKeySpec secret = new SecretKeySpec(key, HMAC);
    macs = ThreadLocal.withInitial(() -> newMac(secret));
    byte[] start = new byte[Long.BYTES];
    source.fill(start);
    counter = new AtomicLong(ByteBuffer.wrap(start).getLong());
  }

  /**
   * Makes a nonce.
   *
   * @param now the present
   * @return 40 letters, digits, {@code -} and {@code _}
   */
  public String issue(Instant now) {
    ByteBuffer bytes = ByteBuffer.allocate(SIGNED_BYTES + MAC_BYTES);
    bytes.putLong(now.toEpochMilli()).putLong(counter.getAndIncrement());
    bytes.put(mac(bytes.array()), 0, MAC_BYTES);
    return new String(Base64.getUrlEncoder().encode(bytes.array()), StandardCharsets.US_ASCII);
  }

  /**
   * Checks a nonce.
   *
   * @param nonce as the client sent it
   * @param now the present
   * @return what it is
   */
  public Age age(String nonce, Instant now) {
    if (nonce.length() != TEXT_LENGTH) {
      return Age.FOREIGN;
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(nonce.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      return Age.FOREIGN;
    }
    if (bytes.length != SIGNED_BYTES + MAC_BYTES) {
      // padding, which ours never has
      return Age.FOREIGN;
    }
    byte[] mac = mac(bytes);
    int different = 0;
    for (int i = 0; i < MAC_BYTES; i++) {
      different |= mac[i] ^ bytes[SIGNED_BYTES + i];
    }
    if (different != 0) {
      return Age.FOREIGN;
    }
    long millis = now.toEpochMilli() - issuedAt(bytes);
    boolean good = millis <= LIFETIME.toMillis() && millis >= -CLOCK_SKEW.toMillis();
    return good ? Age.FRESH : Age.OLD;
  }

  /** When a nonce of ours was made, in milliseconds since 1970. */
  static long issuedAt(String nonce) {
    return issuedAt(Base64.getUrlDecoder().decode(nonce));
  }

  private static long issuedAt(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getLong();
  }

  private byte[] mac(byte[] bytes) {
    Mac mac = macs.get();
    mac.update(bytes, 0, SIGNED_BYTES);
    return mac.doFinal();
  }

  private static Mac newMac(SecretKeySpec secret) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }
}
