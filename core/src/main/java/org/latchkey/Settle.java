package org.latchkey;

import java.util.Optional;
import org.latchkey.device.MacAddress;
import org.latchkey.error.LatchkeyException;
import org.latchkey.internal.AccessBook;
import org.latchkey.internal.AccessBook.Page;
import org.latchkey.pass.Decision;
import org.latchkey.pass.DeviceAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Step 7: what has changed is stored, by one conditional write, before the answer goes out. */
final class Settle {
  private static final Logger LOG = LoggerFactory.getLogger(Settle.class);

  private final AccessBook book;

  Settle(AccessBook book) {
    this.book = book;
  }

  /** What became of a decision. */
  enum Outcome {
    /** Nothing had to be stored. */
    UNCHANGED,
    /** It is stored. */
    STORED,
    /** The phone proved its credential, but that could not be stored: it will do so again. */
    UNSTORED,
    /** Somebody else was faster: decide again. */
    LOST
  }

  /**
   * Stores a decision. A proof goes out even if the store fails: the phone holds what it has shown,
   * and its next request proves again. What a right own credential leaves as it is may be sealed
   * anew.
   */
  Outcome settle(
      MacAddress mac,
      Optional<Page> page,
      DeviceAccess before,
      Decision decision,
      boolean ownCredential) {
    if (decision.access().equals(before)) {
      if (ownCredential) {
        page.ifPresent(book::reseal);
      }
      return Outcome.UNCHANGED;
    }
    try {
      return book.write(mac, page, decision.access()) ? Outcome.STORED : Outcome.LOST;
    } catch (LatchkeyException e) {
      if (!decision.proof()) {
        throw e;
      }
      LOG.warn("the proof of {} could not be stored; its next request proves again", mac, e);
      return Outcome.UNSTORED;
    }
  }
}
