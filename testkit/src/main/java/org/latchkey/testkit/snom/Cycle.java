package org.latchkey.testkit.snom;

/** One pass over all files that an address stands for. */
interface Cycle {
  /**
   * Asks for everything and takes it over.
   *
   * @param address the address, which may have variables
   * @return whether the phone restarts now
   * @throws IllegalArgumentException if the address cannot be used
   * @throws StoppedException if the phone gives up
   * @throws UntrustedException if there is no TLS connection
   */
  boolean run(String address);

  /** There is no TLS connection to the server of an address; another address may work. */
  final class UntrustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UntrustedException() {
      super("no TLS connection");
    }
  }
}
