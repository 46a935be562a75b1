package org.latchkey.testkit.cisco;

/** A body that is no profile; the message holds nothing of it. */
final class CorruptProfileException extends Exception {
  private static final long serialVersionUID = 1L;

  CorruptProfileException(String message) {
    super(message);
  }
}
