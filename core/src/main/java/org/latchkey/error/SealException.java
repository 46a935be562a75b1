package org.latchkey.error;

/**
 * Sealed text cannot be opened: it was sealed with another key, for another purpose, or was
 * altered. The sealed text itself stays as it was.
 *
 * @since 1.0
 */
public final class SealException extends LatchkeyException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what went wrong, for an administrator, without secrets
   */
  public SealException(String message) {
    super(message);
  }

  /**
   * Creates the exception with its cause.
   *
   * @param message what went wrong, for an administrator, without secrets
   * @param cause what made it go wrong
   */
  public SealException(String message, Throwable cause) {
    super(message, cause);
  }
}
