package org.latchkey.server;

import java.time.Clock;
import java.time.Instant;

/** The one place of the server that reads the system's clock. */
final class ServerClock {
  static final Clock SYSTEM = Clock.systemUTC();

  private ServerClock() {}

  static Instant now() {
    return SYSTEM.instant();
  }
}
