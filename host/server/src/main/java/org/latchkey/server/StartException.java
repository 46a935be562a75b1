package org.latchkey.server;

/** The server cannot start, and the message says what to change. */
final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartException(String message) {
    super(message);
  }

  StartException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
