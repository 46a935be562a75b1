package org.latchkey.error;

/**
 * An object of that name exists already; whose it is, is not said. Nothing was changed.
 *
 * @since 1.0
 */
public final class AlreadyExistsException extends LatchkeyException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what went wrong, for an administrator, without secrets
   */
  public AlreadyExistsException(String message) {
    super(message);
  }
}
