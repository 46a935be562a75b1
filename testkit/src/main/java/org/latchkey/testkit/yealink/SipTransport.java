package org.latchkey.testkit.yealink;

/**
 * How a phone reaches its registrar, in the order of the vendor's numbers 0 to 3.
 *
 * @since 1.0
 */
public enum SipTransport {
  /** Number 0. */
  UDP,
  /** Number 1. */
  TCP,
  /** Number 2. */
  TLS,
  /** Number 3: the name service decides. */
  DNS_NAPTR
}
