package org.latchkey.testkit.phone;

import java.time.Duration;

/**
 * Lets virtual time pass for a simulated phone, which itself never sleeps.
 *
 * <p>A test advances its own clock here; a load driver may really wait. Called by the phone's
 * thread.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface Waiter {
  /**
   * Returns once the given time is over.
   *
   * @param duration how long the phone stays idle, never negative
   */
  void await(Duration duration);

  /**
   * A waiter that returns at once; the phone still reports how long it would have waited.
   *
   * @return the waiter without any effect
   */
  static Waiter none() {
    return duration -> {};
  }
}
