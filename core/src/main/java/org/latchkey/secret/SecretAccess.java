package org.latchkey.secret;

/**
 * Permission to read secrets in the clear. A look-up of {@code SecretAccess.granted} finds every
 * place that does so; a test pins their number.
 *
 * @since 1.0
 */
public final class SecretAccess {
  private static final SecretAccess GRANTED = new SecretAccess();

  private SecretAccess() {}

  /**
   * Grants the permission. Call it where the clear text is needed and nowhere else.
   *
   * @return the permission
   */
  public static SecretAccess granted() {
    return GRANTED;
  }
}
