package org.latchkey.testkit.grandstream;

/** Unwinds a pass because the phone asks a person for user name and password. */
final class PromptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PromptException(String file) {
    super(file);
  }
}
