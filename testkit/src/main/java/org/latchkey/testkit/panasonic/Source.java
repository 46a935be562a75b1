package org.latchkey.testkit.panasonic;

/**
 * Where a phone may learn its bootstrap address from, in the order in which it looks.
 *
 * @since 1.0
 */
public enum Source {
  /** A SIP multicast SUBSCRIBE for {@code ua-profile}, answered by a NOTIFY. */
  PNP,
  /** DHCP option 160. */
  OPTION_160,
  /** DHCP option 159. */
  OPTION_159,
  /** DHCP option 66. */
  OPTION_66,
  /** The vendor's redirect service. */
  REDIRECT
}
