package org.latchkey.testkit.snom;

import org.latchkey.testkit.phone.Outcome;

/** Unwinds a cycle that the phone gives up. */
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  StoppedException(Outcome outcome, String why) {
    super(why);
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }
}
