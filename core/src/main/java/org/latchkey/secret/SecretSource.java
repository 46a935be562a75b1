package org.latchkey.secret;

/**
 * Where randomness comes from. Production code is given one over {@link
 * java.security.SecureRandom}; tests give one that repeats itself.
 *
 * <p>Implementations must be safe for use by many threads.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface SecretSource {

  /**
   * Fills an array with unpredictable bytes.
   *
   * @param bytes the array to fill, from its first to its last byte
   */
  void fill(byte[] bytes);
}
