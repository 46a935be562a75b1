package org.latchkey.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.error.InvalidValueException;

class CredentialTest {
  private static final String MAC = "001565aabbcc";

  private static String password(Credential credential) {
    return credential.password().reveal(SecretAccess.granted());
  }

  @Test
  void generate_password_isTwentyLettersAndDigits() {
    SecretSource source = new Random(1)::nextBytes;
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      Credential credential = Credential.generate(MAC, source);
      assertThat(credential.username()).isEqualTo(MAC);
      assertThat(password(credential)).matches("[A-Za-z0-9]{20}");
      all.add(password(credential));
    }
    assertThat(all).hasSize(1_000);
  }

  @Test
  void generate_manyPasswords_everyCharacterIsAsLikely() {
    SecretSource source = new Random(2)::nextBytes;
    Map<Integer, Integer> counts = new TreeMap<>();
    int passwords = 20_000;
    for (int i = 0; i < passwords; i++) {
      password(Credential.generate(MAC, source))
          .chars()
          .forEach(c -> counts.merge(c, 1, Integer::sum));
    }
    double expected = passwords * 20 / 62.0;
    double chiSquare =
        counts.values().stream().mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();

    assertThat(counts).hasSize(62);
    // 61 degrees of freedom: 100.9 is passed once in a thousand tries; a plain modulo gives 2,800
    assertThat(chiSquare).isLessThan(100.9);
  }

  @Test
  void generate_bytesAboveTheLargestMultiple_areLeftOut() {
    byte[] next = {(byte) 244};
    SecretSource counting =
        bytes -> {
          for (int i = 0; i < bytes.length; i++) {
            bytes[i] = next[0]++;
          }
        };

    // 244 to 247 are the last four of the alphabet, 248 to 255 nothing, then it begins anew
    assertThat(password(Credential.generate(MAC, counting))).isEqualTo("6789ABCDEFGHIJKLMNOP");
  }

  @Test
  void generate_sourceOfUnusableBytesAtFirst_asksAgain() {
    int[] calls = {0};
    SecretSource source = bytes -> Arrays.fill(bytes, calls[0]++ == 0 ? (byte) 255 : (byte) 0);

    assertThat(password(Credential.generate(MAC, source))).isEqualTo("A".repeat(20));
    assertThat(calls[0]).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", MAC, "user@acme.example", "!#$%&'()*+,-./;<=>?@[]^_`{|}~"})
  void new_goodUsername_isKept(String username) {
    assertThat(Credential.of(username, "p").username()).isEqualTo(username);
    assertThat(Credential.of("u".repeat(64), "p").username()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a:b",
        "a\"b",
        "a\\b",
        "a\n",
        "\u0000",
        "\u007f",
        "m\u00fcller",
        "\u4e2d"
      })
  void new_badUsername_invalidValueThatNamesIt(String username) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Credential.of(username, "p4ssword"))
        .withMessageContaining("username")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("p4ssword"));
  }

  @Test
  void new_usernameTooLong_invalidValue() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Credential.of("u".repeat(65), "p"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cr\u0000t", "s3cret\n", "s3c\u0085ret", "\ts3cret", "s3cret\u007f"})
  void new_passwordWithControlCharacter_invalidValueWithoutIt(String password) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Credential.of("user", password))
        .withMessageContaining("password")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3c"));
  }

  @Test
  void new_passwordLength_isOneTo128() {
    assertThat(password(Credential.of("user", "p".repeat(128)))).hasSize(128);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Credential.of("user", ""));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Credential.of("user", "p".repeat(129)))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("ppp"));
  }

  @Test
  void toString_credential_masksThePassword() {
    assertThat(Credential.of("user", "open sesame").toString())
        .contains("user")
        .doesNotContain("sesame");
  }
}
