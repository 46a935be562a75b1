package org.latchkey.testkit.snom;

import org.latchkey.testkit.phone.HttpAnswer;

/** What became of one file. */
sealed interface Fetched {
  /** The server has it, and the phone could read it. */
  record Found(HttpAnswer answer) implements Fetched {}

  /** The server has no such file for this phone. */
  record Absent() implements Fetched {}

  /** The phone has no credential for it, or the wrong one. */
  record Refused() implements Fetched {}

  /** No TLS connection: the server or the phone did not trust the other. */
  record Untrusted() implements Fetched {}

  /** Something else went wrong; the next file is asked for. */
  record Failed() implements Fetched {}

  /** No server answered, however long the phone waited. */
  record Silent() implements Fetched {}
}
