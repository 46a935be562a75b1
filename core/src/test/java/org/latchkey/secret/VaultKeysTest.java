package org.latchkey.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.SealException;

/** Vaults of several keys. */
class VaultKeysTest {
  private static final String PURPOSE = "access/001565aabbcc";
  private static final byte[] CLEAR = "what nobody may read".getBytes(UTF_8);

  private final SecretSource source = new Random(1)::nextBytes;
  private final Vault first = Vault.ofKey(key(1));
  private final Vault second = Vault.ofKeys(key(2), key(1));
  private final Vault third = Vault.ofKeys(key(3), key(1), key(2));

  private static byte[] key(int value) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) value);
    return key;
  }

  @Test
  void unseal_sealedWithAFormerKey_opens() {
    String ofFirst = first.seal(PURPOSE, CLEAR, source);
    String ofSecond = second.seal(PURPOSE, CLEAR, source);

    assertThat(second.unseal(PURPOSE, ofFirst)).isEqualTo(CLEAR);
    assertThat(third.unseal(PURPOSE, ofFirst)).isEqualTo(CLEAR);
    assertThat(third.unseal(PURPOSE, ofSecond)).isEqualTo(CLEAR);
  }

  @Test
  void unseal_sealedWithAFormerKeyForSomethingElse_sealException() {
    String sealed = first.seal("access/001565aabbdd", CLEAR, source);

    assertThatExceptionOfType(SealException.class)
        .isThrownBy(() -> second.unseal(PURPOSE, sealed))
        .withMessageContaining("altered or sealed for something else");
  }

  @Test
  void unseal_namedAfterAnotherKeyOfTheVault_sealException() {
    String sealed = first.seal(PURPOSE, CLEAR, source).replace(first.keyId(), second.keyId());

    assertThatExceptionOfType(SealException.class).isThrownBy(() -> second.unseal(PURPOSE, sealed));
  }

  @Test
  void unseal_keyNotHeld_namesTheWantedAndTheHeldOnes() {
    String sealed = third.seal(PURPOSE, CLEAR, source);

    assertThatExceptionOfType(SealException.class)
        .isThrownBy(() -> second.unseal(PURPOSE, sealed))
        .withMessage(
            "%s was sealed with key %s; this vault holds %s, %s",
            PURPOSE, third.keyId(), second.keyId(), first.keyId());
  }

  @Test
  void seal_severalKeys_usesTheCurrentOne() {
    String sealed = second.seal(PURPOSE, CLEAR, source);

    assertThat(sealed).startsWith("lk1." + second.keyId() + ".");
    assertThat(Vault.ofKey(key(2)).unseal(PURPOSE, sealed)).isEqualTo(CLEAR);
    assertThatExceptionOfType(SealException.class).isThrownBy(() -> first.unseal(PURPOSE, sealed));
  }

  @Test
  void isCurrent_text_tellsTheCurrentKeyFromAllElse() {
    String ofFirst = first.seal(PURPOSE, CLEAR, source);
    String ofSecond = second.seal(PURPOSE, CLEAR, source);

    assertThat(first.isCurrent(ofFirst)).isTrue();
    assertThat(second.isCurrent(ofFirst)).isFalse();
    assertThat(second.isCurrent(ofSecond)).isTrue();
    assertThat(third.isCurrent(ofSecond)).isFalse();
    assertThat(first.isCurrent("")).isFalse();
    assertThat(first.isCurrent("lk1." + first.keyId())).isFalse();
    assertThat(first.isCurrent("lk2." + first.keyId() + ".AAAA")).isFalse();
    assertThat(first.isCurrent(first.keyId())).isFalse();
  }

  @Test
  void keyIds_severalKeys_currentFirst() {
    assertThat(third.keyIds()).containsExactly(third.keyId(), first.keyId(), second.keyId());
    assertThat(first.keyIds()).containsExactly(first.keyId());
    assertThat(third).hasToString("Vault[keys " + String.join(", ", third.keyIds()) + "]");
  }

  @Test
  void subKey_severalKeys_isOfTheCurrentOne() {
    assertThat(second.subKey("a"))
        .isEqualTo(Vault.ofKey(key(2)).subKey("a"))
        .isNotEqualTo(first.subKey("a"));
  }

  @Test
  void ofKeys_oneKeyTwice_invalidValueThatNamesIt() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Vault.ofKeys(key(1), key(1)))
        .withMessageContaining("two named " + first.keyId());
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Vault.ofKeys(key(1), key(2), key(3), key(2)))
        .withMessageContaining("two named " + second.keyId());
  }

  @Test
  void ofKeys_formerKeyOfAnotherLength_invalidValue() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Vault.ofKeys(key(1), new byte[31]))
        .withMessageContaining("32 bytes");
  }

  @Test
  void equals_vaults_comparesCurrentAndFormerKeys() {
    assertThat(Vault.ofKeys(key(3), key(2), key(1))).isEqualTo(third).hasSameHashCodeAs(third);
    assertThat(Vault.ofKeys(key(2), key(1), key(3))).isNotEqualTo(third);
    assertThat(Vault.ofKeys(key(3), key(1))).isNotEqualTo(third);
    assertThat(Vault.ofKeys(key(1))).isEqualTo(first);
  }
}
