package org.latchkey.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.error.SealException;

class AccessCodecTest {
  @ParameterizedTest
  @MethodSource("org.latchkey.pass.PassFixtures#everyState")
  void decode_encodedState_isEqual(DeviceAccess access) {
    assertThat(AccessCodec.decode(AccessCodec.encode(access))).isEqualTo(access);
    assertThat(access.toString()).doesNotContain("-password");
  }

  @ParameterizedTest
  @MethodSource("org.latchkey.pass.PassFixtures#everyState")
  void decode_truncated_sealException(DeviceAccess access) {
    byte[] bytes = AccessCodec.encode(access);
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(SealException.class).isThrownBy(() -> AccessCodec.decode(part));
    }
  }

  @Test
  void decode_damaged_accessOrSealException() {
    Random random = new Random(17);
    for (DeviceAccess access : PassFixtures.everyState()) {
      for (int i = 0; i < 3000; i++) {
        byte[] bytes = AccessCodec.encode(access);
        for (int hits = 1 + i % 4; hits > 0; hits--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        decodes(bytes);
      }
    }
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      decodes(bytes);
    }
  }

  private static void decodes(byte[] bytes) {
    try {
      assertThat(AccessCodec.decode(bytes)).isNotNull();
    } catch (SealException expected) {
      assertThat(expected).hasMessageContaining("stored access");
    }
  }
}
