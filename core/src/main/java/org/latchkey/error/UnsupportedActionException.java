package org.latchkey.error;

/**
 * The host does not offer what this action needs, for example an inventory that can be edited.
 * Nothing was changed.
 *
 * @since 1.0
 */
public final class UnsupportedActionException extends LatchkeyException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what went wrong, for an administrator, without secrets
   */
  public UnsupportedActionException(String message) {
    super(message);
  }
}
