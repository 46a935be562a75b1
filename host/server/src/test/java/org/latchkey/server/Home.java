package org.latchkey.server;

/** Where phones ask that live while something is killed, and their administrators. */
interface Home {
  String TOKEN = "crash-token-crash-token";
  String PASS_USER = "firstboot";
  String PASS_PASSWORD = "NotARealPass1234";

  /** The address that phones are given. */
  String url();

  /** Waits while nobody would answer. */
  void awaitUp() throws InterruptedException;

  /** Grows whenever what answers was killed and started again, if that is counted. */
  default int starts() {
    return 0;
  }

  /** Grows whenever what was answered may have been lost; never if nothing may. */
  default int losses() {
    return 0;
  }
}
