package org.latchkey.error;

/**
 * Root of every exception that Latchkey throws on purpose. Its message never holds a secret, so it
 * may be logged and shown to an administrator.
 *
 * @since 1.0
 */
public abstract class LatchkeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception without a cause.
   *
   * @param message what went wrong, for an administrator, without secrets
   */
  protected LatchkeyException(String message) {
    super(message);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what went wrong, for an administrator, without secrets
   * @param cause what made it go wrong
   */
  protected LatchkeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
