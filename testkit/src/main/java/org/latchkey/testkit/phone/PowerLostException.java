package org.latchkey.testkit.phone;

/**
 * Unwinds a simulator whose power was cut by a {@link Fault}. Simulators catch it themselves.
 *
 * @since 1.0
 */
public final class PowerLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says where the power went.
   *
   * @param where the moment, in words
   */
  public PowerLostException(String where) {
    super(where);
  }
}
