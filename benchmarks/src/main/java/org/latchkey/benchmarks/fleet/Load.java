package org.latchkey.benchmarks.fleet;

import java.time.Duration;

/**
 * Requests to be sent.
 *
 * @param conditional whether the phones have their file already, and name its tag
 * @param connections how many are used at once
 * @param requests how many are sent at most
 * @param most for how long they are sent at most
 * @param read whether the files are looked into, which costs the driver time
 */
record Load(boolean conditional, int connections, long requests, Duration most, boolean read) {
  Load {
    if (connections < 1 || requests < 1) {
      throw new IllegalArgumentException("connections and requests must be at least 1");
    }
  }

  String title() {
    return conditional ? "304" : "full";
  }
}
