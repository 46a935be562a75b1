package org.latchkey.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.SealException;

class VaultTest {
  private static final String PURPOSE = "access/001565aabbcc";
  private static final byte[] CLEAR = "what nobody may read".getBytes(UTF_8);
  private static final byte[] KEY = key(1);

  private final Random random = new Random(5869);
  private final SecretSource source = random::nextBytes;
  private final Vault vault = Vault.ofKey(KEY);

  private static byte[] key(int value) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) value);
    return key;
  }

  private static byte[] derived(String use, int length) {
    // no salt is a salt of 32 zeros (RFC 5869 section 2.2)
    return Hkdf.derive(KEY, new byte[32], ("latchkey " + use).getBytes(UTF_8), length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 3_000})
  void unseal_sealed_isTheSame(int length) {
    byte[] clear = new byte[length];
    random.nextBytes(clear);

    String sealed = vault.seal(PURPOSE, clear, source);

    assertThat(vault.unseal(PURPOSE, sealed)).isEqualTo(clear);
    assertThat(Vault.ofKey(KEY.clone()).unseal(PURPOSE, sealed)).isEqualTo(clear);
    assertThat(sealed).matches("lk1\\." + vault.keyId() + "\\.[A-Za-z0-9_-]+");
    assertThat(sealed.length()).isLessThanOrEqualTo(length * 4 / 3 + 53);
  }

  @Test
  void seal_sameTextTwice_differs() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      all.add(vault.seal(PURPOSE, CLEAR, source));
    }
    assertThat(all).hasSize(1_000);
  }

  @Test
  void seal_sealedText_isAesGcmUnderADerivedKey() throws Exception {
    String[] parts = vault.seal(PURPOSE, CLEAR, source).split("\\.", -1);
    byte[] bytes = Base64.getUrlDecoder().decode(parts[2]);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(derived("seal", 32), "AES"),
        new GCMParameterSpec(128, bytes, 0, 12));
    cipher.updateAAD(PURPOSE.getBytes(UTF_8));

    assertThat(cipher.doFinal(bytes, 12, bytes.length - 12)).isEqualTo(CLEAR);
    assertThat(parts[0]).isEqualTo("lk1");
    assertThat(parts[1]).isEqualTo(HexFormat.of().formatHex(derived("key id", 4)));
  }

  @Test
  void unseal_textOfTheFirstRelease_opens() {
    String sealed = "lk1.1b66aad3.AAECAwQFBgcICQoLCDK1Ywc5CDjMvdmoD9OmoeoEdJHo54y3c9hqlbDJ-7seNr9g";

    assertThat(vault.unseal(PURPOSE, sealed)).isEqualTo(CLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "access/001565aabbcd",
        "access/001565aabbcc ",
        "Access/001565aabbcc",
        "pass/1",
        ""
      })
  void unseal_otherPurpose_sealException(String purpose) {
    String sealed = vault.seal(PURPOSE, CLEAR, source);

    assertThatExceptionOfType(SealException.class)
        .isThrownBy(() -> vault.unseal(purpose, sealed))
        .withMessageContaining("altered or sealed for something else");
  }

  @Test
  void unseal_anyBitFlipped_sealException() {
    String sealed = vault.seal(PURPOSE, CLEAR, source);
    int start = sealed.lastIndexOf('.') + 1;
    byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(start));
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] altered = bytes.clone();
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      String text =
          sealed.substring(0, start)
              + Base64.getUrlEncoder().withoutPadding().encodeToString(altered);

      assertThatExceptionOfType(SealException.class)
          .as("bit %d", bit)
          .isThrownBy(() -> vault.unseal(PURPOSE, text));
    }
  }

  @Test
  void unseal_cutShort_sealException() {
    String sealed = vault.seal(PURPOSE, CLEAR, source);
    for (int length = 0; length < sealed.length(); length++) {
      String part = sealed.substring(0, length);
      assertThatExceptionOfType(SealException.class)
          .as(part)
          .isThrownBy(() -> vault.unseal(PURPOSE, part));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "lk1", "lk2.", "lk1..", "secret", "\u4e2d.\u4e2d.\u4e2d"})
  void unseal_noSealedText_sealExceptionWithoutItsContent(String text) {
    assertThatExceptionOfType(SealException.class)
        .isThrownBy(() -> vault.unseal(PURPOSE, text))
        .withMessageContaining("something unknown")
        .withMessageContaining(PURPOSE)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "A", "AAAA", "\u4e2d", "AAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAA"})
  void unseal_damagedText_sealException(String rest) {
    String text = "lk1." + vault.keyId() + "." + rest;

    assertThatExceptionOfType(SealException.class).isThrownBy(() -> vault.unseal(PURPOSE, text));
  }

  @Test
  void unseal_otherKey_namesBothKeysAndTellsNeither() {
    Vault other = Vault.ofKey(key(2));
    String sealed = vault.seal(PURPOSE, CLEAR, source);

    assertThatExceptionOfType(SealException.class)
        .isThrownBy(() -> other.unseal(PURPOSE, sealed))
        .withMessageContaining(PURPOSE)
        .withMessageContaining(vault.keyId())
        .withMessageContaining(other.keyId());
    assertThat(vault.keyId()).matches("[0-9a-f]{8}").isNotEqualTo(other.keyId());
  }

  @Test
  void unseal_otherKeyUnderTheRightName_sealException() {
    Vault other = Vault.ofKey(key(2));
    String sealed = vault.seal(PURPOSE, CLEAR, source).replace(vault.keyId(), other.keyId());

    assertThatExceptionOfType(SealException.class).isThrownBy(() -> other.unseal(PURPOSE, sealed));
  }

  @Test
  void subKey_rfc5869_asWorkedOutIndependently() {
    HexFormat hex = HexFormat.of();
    // the independent one first: RFC 5869 appendix A.1
    assertThat(
            Hkdf.derive(
                hex.parseHex("0b".repeat(22)),
                hex.parseHex("000102030405060708090a0b0c"),
                hex.parseHex("f0f1f2f3f4f5f6f7f8f9"),
                42))
        .isEqualTo(
            hex.parseHex(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                    + "34007208d5b887185865"));

    assertThat(vault.subKey("digest nonce")).isEqualTo(derived("sub-key/digest nonce", 32));
    assertThat(vault.subKey("")).isEqualTo(derived("sub-key/", 32));
  }

  @Test
  void subKey_otherUseOrKey_differs() {
    assertThat(vault.subKey("a")).hasSize(32).isEqualTo(Vault.ofKey(KEY).subKey("a"));
    assertThat(vault.subKey("a")).isNotEqualTo(vault.subKey("b"));
    assertThat(vault.subKey("a")).isNotEqualTo(Vault.ofKey(key(2)).subKey("a"));
    // what seals and what names the key are out of reach
    assertThat(List.of("seal", "key id", "../seal"))
        .noneMatch(use -> Arrays.equals(vault.subKey(use), derived("seal", 32)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33, 64})
  void ofKey_otherLength_invalidValue(int length) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Vault.ofKey(new byte[length]))
        .withMessageContaining("32 bytes");
  }

  @Test
  void ofKey_keyChangedAfterwards_vaultUnchanged() {
    byte[] mine = KEY.clone();
    Vault copied = Vault.ofKey(mine);
    Arrays.fill(mine, (byte) 9);

    assertThat(copied.subKey("a")).isEqualTo(vault.subKey("a"));
    assertThat(copied).isEqualTo(vault).hasSameHashCodeAs(vault);
    assertThat(copied).isNotEqualTo(Vault.ofKey(key(2)));
  }

  @Test
  void toString_vault_namesTheKeyOnly() {
    byte[] letters = "ABCDEFGHABCDEFGHABCDEFGHABCDEFGH".getBytes(US_ASCII);

    assertThat(Vault.ofKey(letters).toString())
        .contains(Vault.ofKey(letters).keyId())
        .doesNotContain("ABCDEFGH")
        .doesNotContain("41424344");
  }
}
