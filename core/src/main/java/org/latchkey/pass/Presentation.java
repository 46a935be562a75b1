package org.latchkey.pass;

import java.time.Instant;
import java.util.Optional;

/**
 * How, when and from where a credential was presented.
 *
 * @param ask what the answer would hold
 * @param source from where
 * @param now when
 * @param proving whether the file is one that only a phone asks that has stored its credential
 * @param seen what the phone says of itself, if it is its main application that says so
 * @param ownSeen whether this device used its own credential from there in the last eight days
 * @since 1.0
 */
public record Presentation(
    Ask ask, Source source, Instant now, boolean proving, Optional<Seen> seen, boolean ownSeen) {

  /** What the answer would hold. */
  public enum Ask {
    /** The device file with its secrets. */
    DELIVERY,
    /** The device file's headers only: HEAD, or 304 to a phone that has the file. */
    LOOK,
    /** Anything else: personal files, uploads, common files. */
    OTHER
  }
}
