package org.latchkey.testkit.polycom;

import org.latchkey.testkit.phone.HttpAnswer;

/** What became of one file. */
sealed interface Fetched {
  /** The server has it. */
  record Found(HttpAnswer answer) implements Fetched {}

  /** The server has no such file for this phone, or does not take it. */
  record Absent() implements Fetched {}

  /** The server refused, or failed as often as the phone was patient. */
  record Failed() implements Fetched {}

  /** No server answered at all. */
  record Silent() implements Fetched {}

  default boolean found() {
    return this instanceof Found;
  }
}
