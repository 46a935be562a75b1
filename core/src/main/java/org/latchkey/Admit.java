package org.latchkey;

import java.util.concurrent.Semaphore;

/** Step 2: no more requests at once than the host can bear; the others are told to come again. */
final class Admit {
  private final Semaphore permits;

  Admit(int most) {
    permits = new Semaphore(most);
  }

  /** Takes a permit, to be given back with {@link #leave}; false if there is none. */
  boolean enter() {
    return permits.tryAcquire();
  }

  void leave() {
    permits.release();
  }
}
