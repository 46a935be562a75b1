package org.latchkey.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A text that must not be printed: a password. {@code toString} is masked, comparison takes the
 * same time wherever two texts of one length differ, and the clear text is had only with a {@link
 * SecretAccess}.
 *
 * <p>Instances are immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class Secret {
  private final byte[] utf8;

  private Secret(byte[] utf8) {
    this.utf8 = utf8;
  }

  /**
   * Wraps a clear text.
   *
   * @param clearText any text, also an empty one
   * @return the secret
   */
  public static Secret of(String clearText) {
    return new Secret(clearText.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Wraps clear text that is UTF-8 already.
   *
   * @param clearUtf8 the bytes, which are copied
   * @return the secret
   */
  public static Secret ofUtf8(byte[] clearUtf8) {
    return new Secret(clearUtf8.clone());
  }

  /**
   * Tells the clear text.
   *
   * @param access the permission to read it
   * @return the clear text
   */
  public String reveal(SecretAccess access) {
    Objects.requireNonNull(access, "access");
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /**
   * Feeds the clear text, as UTF-8, to a hash; the text itself does not leave this object.
   *
   * @param hash the hash to update
   */
  public void feed(MessageDigest hash) {
    hash.update(utf8);
  }

  /**
   * Says whether there is no text at all.
   *
   * @return true for the empty text
   */
  public boolean isEmpty() {
    return utf8.length == 0;
  }

  /** Compares in a time that depends on the lengths only. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(utf8, that.utf8);
  }

  /** The same for all secrets, so that a printed hash code tells nothing. */
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
