package org.latchkey;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses that were not seen before, so that no limit on one source ends a long run. */
final class Sources {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private Sources() {}

  static String next() {
    int number = COUNTER.getAndIncrement();
    return "10." + (number >> 16 & 0xff) + "." + (number >> 8 & 0xff) + "." + (number & 0xff);
  }
}
