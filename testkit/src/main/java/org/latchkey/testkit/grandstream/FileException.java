package org.latchkey.testkit.grandstream;

/** A file that the phone rejects as a whole. The message holds no value of it. */
final class FileException extends Exception {
  private static final long serialVersionUID = 1L;

  FileException(String why) {
    super(why);
  }
}
