package org.latchkey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.bouncycastle.crypto.macs.SipHash;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
  @Test
  void of_anyPair_isSipHashOfItsSixteenBytes() {
    Random random = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      long k0 = random.nextLong();
      long k1 = random.nextLong();
      long first = random.nextLong();
      long second = random.nextLong();

      SipHash expected = new SipHash(1, 3);
      expected.init(new KeyParameter(littleEndian(k0, k1)));
      expected.update(littleEndian(first, second), 0, 16);

      assertThat(new KeyedHash(k0, k1).of(first, second)).isEqualTo(expected.doFinal());
    }
  }

  @Test
  void keyedHash_everyByteOfItsKey_counts() {
    byte[] key = new byte[16];
    new Random(3).nextBytes(key);
    long expected = with(key).of(3, 4);
    for (int i = 0; i < key.length; i++) {
      byte[] other = key.clone();
      other[i] ^= 1;
      assertThat(with(other).of(3, 4)).as("byte " + i).isNotEqualTo(expected);
    }
  }

  private static KeyedHash with(byte[] key) {
    return new KeyedHash(bytes -> System.arraycopy(key, 0, bytes, 0, bytes.length));
  }

  @Test
  void of_otherKey_otherHash() {
    KeyedHash one = new KeyedHash(new Random(1)::nextBytes);
    KeyedHash other = new KeyedHash(new Random(2)::nextBytes);

    assertThat(one.of(3, 4)).isEqualTo(new KeyedHash(new Random(1)::nextBytes).of(3, 4));
    assertThat(one.of(3, 4)).isNotEqualTo(other.of(3, 4)).isNotEqualTo(one.of(4, 3));
  }

  private static byte[] littleEndian(long first, long second) {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(first)
        .putLong(second)
        .array();
  }
}
