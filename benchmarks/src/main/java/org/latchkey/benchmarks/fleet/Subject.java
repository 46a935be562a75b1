package org.latchkey.benchmarks.fleet;

/** What is measured. */
enum Subject {
  /** The server as it is run, with its embedded database. */
  H2,
  /** The server as it is run, with PostgreSQL on the same machine. */
  POSTGRESQL,
  /** The same requests answered from memory: what the databases cost. */
  MEMORY,
  /** A servlet that writes the same bytes: what everything costs. */
  BARE;

  boolean isDurable() {
    return this == H2 || this == POSTGRESQL;
  }
}
