package org.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latchkey.auth.Nonces.Age;
import org.latchkey.secret.SecretSource;

class NoncesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.123Z");
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final byte[] KEY = bytes(1);

  private final Nonces nonces = new Nonces(KEY, startingAt(7));

  private static byte[] bytes(int value) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) value);
    return key;
  }

  private static SecretSource startingAt(int value) {
    return bytes -> Arrays.fill(bytes, (byte) value);
  }

  @Test
  void issue_nonce_isFortyPlainCharactersAndFresh() {
    String nonce = nonces.issue(NOW);

    assertThat(nonce).matches("[A-Za-z0-9_-]{40}");
    assertThat(nonces.age(nonce, NOW)).isEqualTo(Age.FRESH);
    assertThat(Nonces.issuedAt(nonce)).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void age_anyBitFlipped_foreign() {
    byte[] good = Base64.getUrlDecoder().decode(nonces.issue(NOW));
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] forged = good.clone();
      forged[bit / 8] ^= (byte) (1 << (bit % 8));
      String nonce = Base64.getUrlEncoder().encodeToString(forged);

      assertThat(nonces.age(nonce, NOW)).as("bit %d", bit).isEqualTo(Age.FOREIGN);
    }
  }

  @Test
  void age_anyCharacterReplaced_foreign() {
    String good = nonces.issue(NOW);
    for (int i = 0; i < good.length(); i++) {
      char other = good.charAt(i) == 'A' ? 'B' : 'A';
      String forged = good.substring(0, i) + other + good.substring(i + 1);

      assertThat(nonces.age(forged, NOW)).as(forged).isEqualTo(Age.FOREIGN);
    }
  }

  @Test
  void age_macOfAnotherNonce_foreign() {
    String first = nonces.issue(NOW);
    String second = nonces.issue(NOW.plusSeconds(1));

    // 22 characters carry the signed part, and a little of the HMAC
    String mixed = first.substring(0, 21) + second.substring(21);
    assertThat(nonces.age(mixed, NOW)).isEqualTo(Age.FOREIGN);
  }

  @Test
  void age_otherKey_foreign() {
    String nonce = new Nonces(bytes(2), startingAt(7)).issue(NOW);

    assertThat(nonces.age(nonce, NOW)).isEqualTo(Age.FOREIGN);
  }

  @Test
  void age_afterAnHour_freshUntilTheLastMillisecond() {
    String nonce = nonces.issue(NOW);
    Instant hourLater = NOW.plus(Duration.ofHours(1));

    assertThat(nonces.age(nonce, hourLater)).isEqualTo(Age.FRESH);
    assertThat(nonces.age(nonce, hourLater.plus(MILLI))).isEqualTo(Age.OLD);
    assertThat(nonces.age(nonce, NOW.plus(Duration.ofDays(36_500)))).isEqualTo(Age.OLD);
  }

  @Test
  void age_fromANodeWhoseClockIsAhead_freshWithinFiveMinutes() {
    String nonce = nonces.issue(NOW);
    Instant fiveBefore = NOW.minus(Duration.ofMinutes(5));

    assertThat(nonces.age(nonce, fiveBefore)).isEqualTo(Age.FRESH);
    assertThat(nonces.age(nonce, fiveBefore.minus(MILLI))).isEqualTo(Age.OLD);
    assertThat(nonces.age(nonce, Instant.EPOCH)).isEqualTo(Age.OLD);
  }

  @ParameterizedTest
  @MethodSource("strangeTexts")
  void age_strangeText_foreign(String text) {
    assertThat(nonces.age(text, NOW)).isEqualTo(Age.FOREIGN);
  }

  static List<String> strangeTexts() {
    String good = new Nonces(KEY, startingAt(7)).issue(NOW);
    List<String> texts = new ArrayList<>();
    for (int length = 0; length < good.length(); length++) {
      texts.add(good.substring(0, length));
      // as long as a nonce, but padding makes it fewer bytes
      texts.add(good.substring(0, length) + "=".repeat(good.length() - length));
    }
    for (String strange : List.of("+", "/", " ", "\n", "=", "%", "\u0000", "\u00e9", "\u4e2d")) {
      texts.add(strange + good.substring(1));
      texts.add(good.substring(0, 20) + strange + good.substring(21));
      texts.add(good.substring(0, 39) + strange);
    }
    texts.addAll(List.of(good + "A", good + "=", good + good, "=".repeat(40), "A".repeat(40)));
    return texts;
  }

  @Test
  void issue_oneNodeOneMoment_neverTheSameTwice() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      all.add(nonces.issue(NOW));
    }
    assertThat(all).hasSize(100_000);
  }

  @Test
  void issue_sixteenThreads_neverTheSameTwice() throws Exception {
    // 0x7f… : the counter wraps while they run
    Nonces shared =
        new Nonces(
            KEY,
            bytes -> {
              Arrays.fill(bytes, (byte) 0xff);
              bytes[0] = 0x7f;
            });
    Set<String> all = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int thread = 0; thread < 16; thread++) {
        ends.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 2_000; i++) {
                    all.add(shared.issue(NOW));
                  }
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(all).hasSize(32_000);
    assertThat(all).allMatch(nonce -> shared.age(nonce, NOW) == Age.FRESH);
  }

  @Test
  void age_nonceOfAnotherNodeWithTheSameKey_fresh() {
    Nonces other = new Nonces(KEY.clone(), startingAt(9));

    assertThat(other.age(nonces.issue(NOW), NOW)).isEqualTo(Age.FRESH);
    assertThat(nonces.age(other.issue(NOW), NOW)).isEqualTo(Age.FRESH);
    assertThat(nonces.issue(NOW)).isNotEqualTo(other.issue(NOW));
  }
}
