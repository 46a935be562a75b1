package org.latchkey.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {
  private static final SecretAccess ACCESS = SecretAccess.granted();

  private record Holder(String name, Secret secret) {}

  @Test
  void toString_anySecret_isMasked() {
    Secret secret = Secret.of("open sesame");

    assertThat(secret).hasToString("***");
    assertThat(Secret.of("")).hasToString("***");
    assertThat(new Holder("n", secret).toString()).isEqualTo("Holder[name=n, secret=***]");
    assertThat(List.of(secret).toString()).doesNotContain("sesame");
  }

  @Test
  void hashCode_anySecret_isTheSame() {
    assertThat(Secret.of("a")).hasSameHashCodeAs(Secret.of("b")).hasSameHashCodeAs(Secret.of(""));
  }

  @Test
  void equals_secrets_comparesTheText() {
    assertThat(Secret.of("123£")).isEqualTo(Secret.ofUtf8("123£".getBytes(UTF_8)));
    assertThat(Secret.of("abc")).isNotEqualTo(Secret.of("abd"));
    assertThat(Secret.of("abc")).isNotEqualTo(Secret.of("bbc"));
    assertThat(Secret.of("abc")).isNotEqualTo(Secret.of("abcd"));
    assertThat(Secret.of("abc")).isNotEqualTo(Secret.of(""));
    assertThat((Object) Secret.of("abc")).isNotEqualTo("abc").isNotEqualTo(null);
  }

  @Test
  void reveal_withAccess_tellsTheText() {
    assertThat(Secret.of("123£ \u4e2d \ud83d\ude00").reveal(ACCESS))
        .isEqualTo("123£ \u4e2d \ud83d\ude00");
    assertThat(Secret.of("").reveal(ACCESS)).isEmpty();
    assertThat(Secret.of("").isEmpty()).isTrue();
    assertThat(Secret.of(" ").isEmpty()).isFalse();
  }

  @Test
  void reveal_withoutAccess_nullPointerException() {
    assertThatNullPointerException().isThrownBy(() -> Secret.of("a").reveal(null));
  }

  @Test
  void ofUtf8_bytesChangedAfterwards_secretUnchanged() {
    byte[] bytes = {'a', 'b'};
    Secret secret = Secret.ofUtf8(bytes);
    Arrays.fill(bytes, (byte) 'x');

    assertThat(secret.reveal(ACCESS)).isEqualTo("ab");
  }

  @Test
  void feed_hash_getsUtf8() throws Exception {
    MessageDigest fed = MessageDigest.getInstance("SHA-256");
    Secret.of("123£").feed(fed);

    assertThat(fed.digest())
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest("123£".getBytes(UTF_8)));
  }

  @Test
  void secret_publicMethods_onlyRevealTellsTheText() {
    List<String> telling =
        Arrays.stream(Secret.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .filter(method -> !method.getReturnType().isPrimitive())
            .map(Method::getName)
            .toList();

    assertThat(telling).containsExactlyInAnyOrder("reveal", "toString");
    // neither Serializable nor CharSequence
    assertThat(Secret.class.getInterfaces()).isEmpty();
  }
}
