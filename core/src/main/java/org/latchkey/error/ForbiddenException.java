package org.latchkey.error;

/**
 * The caller's scope does not allow this action. Nothing was changed.
 *
 * @since 1.0
 */
public final class ForbiddenException extends LatchkeyException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what went wrong, for an administrator, without secrets
   */
  public ForbiddenException(String message) {
    super(message);
  }
}
