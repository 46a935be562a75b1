package org.latchkey.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.latchkey.error.InvalidValueException;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;

/**
 * How a key is made of a pass phrase: Argon2id, RFC 9106. Its numbers stand in the backup, so that
 * they may grow.
 *
 * @param memoryKib 8 to 1,048,576 KiB
 * @param passes 1 to 100
 * @param salt 16 bytes in Base64
 */
record PassPhrase(int memoryKib, int passes, String salt) {
  static final int SHORTEST = 12;

  private static final int SALT_BYTES = 16;

  // the second recommended choice of RFC 9106, section 4, on one lane
  private static final int MEMORY_KIB = 64 * 1024;
  private static final int PASSES = 3;

  PassPhrase {
    if (memoryKib < 8 || memoryKib > 1 << 20) {
      throw InvalidValueException.of("memoryKib", "8 to 1048576", memoryKib);
    }
    if (passes < 1 || passes > 100) {
      throw InvalidValueException.of("passes", "1 to 100", passes);
    }
    if (bytes(salt).length != SALT_BYTES) {
      throw InvalidValueException.of("salt", SALT_BYTES + " bytes in Base64", salt);
    }
  }

  static PassPhrase fresh(SecretSource secrets) {
    byte[] salt = new byte[SALT_BYTES];
    secrets.fill(salt);
    return new PassPhrase(MEMORY_KIB, PASSES, Base64.getEncoder().encodeToString(salt));
  }

  Vault vault(String phrase) {
    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(bytes(salt))
            .build());
    byte[] key = new byte[32];
    argon.generateBytes(phrase.getBytes(StandardCharsets.UTF_8), key);
    return Vault.ofKey(key);
  }

  private static byte[] bytes(String salt) {
    try {
      return Base64.getDecoder().decode(salt);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  static void check(String phrase) {
    if (phrase.codePointCount(0, phrase.length()) < SHORTEST) {
      throw InvalidValueException.ofSecret("pass phrase", "at least " + SHORTEST + " characters");
    }
  }
}
