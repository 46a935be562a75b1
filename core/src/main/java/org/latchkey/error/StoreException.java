package org.latchkey.error;

/**
 * A store or another part of the host could not be reached or answered nonsense. What was asked for
 * did not happen, as far as can be known.
 *
 * @since 1.0
 */
public final class StoreException extends LatchkeyException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what went wrong, for an administrator, without secrets
   */
  public StoreException(String message) {
    super(message);
  }

  /**
   * Creates the exception with its cause.
   *
   * @param message what went wrong, for an administrator, without secrets
   * @param cause what made it go wrong
   */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
