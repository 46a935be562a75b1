package org.latchkey.testkit.cisco;

import org.latchkey.testkit.phone.HttpAnswer;

/** What became of one request. */
sealed interface Fetched {
  /** 200. */
  record Found(HttpAnswer answer) implements Fetched {}

  /** 404. */
  record Absent() implements Fetched {}

  /** Still 401 at the end. */
  record Refused() implements Fetched {}

  /** Any other answer, or none. */
  record Failed() implements Fetched {}
}
