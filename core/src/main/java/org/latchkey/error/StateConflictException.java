package org.latchkey.error;

/**
 * The action is not allowed in the state that the device's access is in. Nothing was changed.
 *
 * @since 1.0
 */
public final class StateConflictException extends LatchkeyException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what went wrong, for an administrator, without secrets
   */
  public StateConflictException(String message) {
    super(message);
  }
}
