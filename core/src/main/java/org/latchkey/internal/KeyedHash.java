package org.latchkey.internal;

import java.nio.ByteBuffer;
import org.latchkey.secret.SecretSource;

/**
 * Spreads pairs of numbers over tables in a way that nobody outside can foresee (SipHash-1-3 over
 * 16 bytes): else somebody could look for a MAC that shares its place with a phone's and fill that.
 *
 * <p>Immutable and safe for use by many threads. Allocates nothing.
 *
 * @see <a href="https://www.aumasson.jp/siphash/siphash.pdf">SipHash: a fast short-input PRF</a>
 */
public final class KeyedHash {
  private static final long LENGTH_BLOCK = 16L << 56;

  private final long k0;
  private final long k1;

  /**
   * A hash with a key of its own.
   *
   * @param source where the key comes from
   */
  public KeyedHash(SecretSource source) {
    byte[] key = new byte[2 * Long.BYTES];
    source.fill(key);
    k0 = ByteBuffer.wrap(key).getLong();
    k1 = ByteBuffer.wrap(key).getLong(Long.BYTES);
  }

  KeyedHash(long k0, long k1) {
    this.k0 = k0;
    this.k1 = k1;
  }

  long of(long first, long second) {
    long v0 = k0 ^ 0x736f6d6570736575L;
    long v1 = k1 ^ 0x646f72616e646f6dL;
    long v2 = k0 ^ 0x6c7967656e657261L;
    long v3 = k1 ^ 0x7465646279746573L;
    // three blocks, then three rounds with nothing in them
    for (int round = 0; round < 6; round++) {
      long block = round == 0 ? first : round == 1 ? second : round == 2 ? LENGTH_BLOCK : 0;
      v3 ^= block;
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
      v0 ^= block;
      if (round == 2) {
        v2 ^= 0xff;
      }
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }
}
