package org.latchkey.testkit.grandstream;

import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.RoundLog;

/** What a call brought so far, with all its restarts. */
final class Progress {
  private boolean accepted;
  private boolean changed;

  void accepted(boolean anyChange) {
    accepted = true;
    changed |= anyChange;
  }

  Outcome outcome(RoundLog log) {
    if (changed) {
      return Outcome.APPLIED;
    }
    if (accepted) {
      return Outcome.UNCHANGED;
    }
    return log.anyFailed() ? Outcome.FAILED : Outcome.NOTHING_FOUND;
  }
}
