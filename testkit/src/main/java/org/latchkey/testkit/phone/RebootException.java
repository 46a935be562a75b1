package org.latchkey.testkit.phone;

/**
 * Unwinds a simulator that restarts in the middle of a round. Simulators catch it themselves.
 *
 * @since 1.0
 */
public final class RebootException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says why the phone restarts.
   *
   * @param why the reason, in words
   */
  public RebootException(String why) {
    super(why);
  }
}
