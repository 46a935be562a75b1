package org.latchkey.error;

/**
 * Somebody else changed the same record again and again. Nothing was changed; the call may be
 * repeated.
 *
 * @since 1.0
 */
public final class LostRaceException extends LatchkeyException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what went wrong, for an administrator, without secrets
   */
  public LostRaceException(String message) {
    super(message);
  }
}
