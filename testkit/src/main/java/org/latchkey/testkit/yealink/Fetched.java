package org.latchkey.testkit.yealink;

import java.util.Optional;
import org.latchkey.testkit.phone.HttpAnswer;

/**
 * What became of one file.
 *
 * @param answer the answer, or empty if there is no such file for this phone
 * @param failed whether it is missing because of an error that may pass
 */
record Fetched(Optional<HttpAnswer> answer, boolean failed) {
  static Fetched found(HttpAnswer answer) {
    return new Fetched(Optional.of(answer), false);
  }

  static Fetched absent() {
    return new Fetched(Optional.empty(), false);
  }

  static Fetched error() {
    return new Fetched(Optional.empty(), true);
  }
}
