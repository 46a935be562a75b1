package org.latchkey.testkit.grandstream;

import org.latchkey.testkit.phone.HttpAnswer;

/** What became of one file. */
sealed interface Fetched {
  /** The server has it. */
  record Found(HttpAnswer answer) implements Fetched {}

  /** The server has no such file. */
  record Absent() implements Fetched {}

  /** No attempt brought it. */
  record Failed() implements Fetched {}
}
