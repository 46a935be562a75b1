package org.latchkey.testkit.phone;

/**
 * Something a server did that troubles real phones even if the simulator could go on.
 *
 * @param kind what is wrong
 * @param detail where, in words; never a secret
 * @since 1.0
 */
public record Defect(Kind kind, String detail) {
  /** What can be wrong with an answer or with a file. */
  public enum Kind {
    /** An answer that may have a body names no {@code Content-Length}. */
    MISSING_LENGTH,
    /** The body came in chunks. */
    CHUNKED,
    /** One {@code WWW-Authenticate} line holds several challenges; phones read the first. */
    TWO_CHALLENGES_ON_ONE_LINE,
    /** A {@code WWW-Authenticate} line that cannot be read. */
    BAD_CHALLENGE,
    /** A 401 without any challenge this phone can answer. */
    NO_USABLE_CHALLENGE,
    /** A Digest challenge that does not name its algorithm. */
    DIGEST_WITHOUT_ALGORITHM,
    /** A Digest challenge without {@code qop}. */
    DIGEST_WITHOUT_QOP,
    /** A file whose first line is not the one the phone insists on; the file was ignored. */
    BAD_FIRST_LINE,
    /** A line of a file that is neither comment nor setting; the line was ignored. */
    BAD_LINE,
    /** A file that is no well-formed XML as the phone wants it; the file was ignored. */
    BAD_XML,
    /** An address the phone cannot use; it was ignored. */
    BAD_URL,
    /**
     * An answer that sends the phone elsewhere; what becomes of the credential is not documented.
     */
    REDIRECT,
    /** A file larger than the phone can take; the file was ignored. */
    TOO_LARGE
  }

  @Override
  public String toString() {
    return kind + ": " + detail;
  }
}
