package org.latchkey.error;

/**
 * There is no such object, or the caller may not know of it: the two look the same on purpose.
 *
 * @since 1.0
 */
public final class NotFoundException extends LatchkeyException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what went wrong, for an administrator, without secrets
   */
  public NotFoundException(String message) {
    super(message);
  }
}
