package org.latchkey.pass;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a request came from.
 *
 * @param address the phone's address as the server or a trusted proxy saw it
 * @param factoryCertificate true if the phone showed a verified factory certificate of its own MAC
 * @since 1.0
 */
public record Source(InetAddress address, boolean factoryCertificate) {

  /**
   * A source without a certificate.
   *
   * @param address the phone's address
   * @return the source
   */
  public static Source of(InetAddress address) {
    return new Source(address, false);
  }

  /**
   * Names the site that the source belongs to: what counts as one address when the holder of a
   * first boot is compared.
   *
   * @return an IPv4 address, or an IPv6 prefix of 64 bits (a site's phones change the other half,
   *     RFC 8981)
   */
  public String site() {
    if (address instanceof Inet6Address) {
      try {
        byte[] half = Network.masked(address.getAddress(), 64);
        return InetAddress.getByAddress(half).getHostAddress() + "/64";
      } catch (UnknownHostException e) {
        throw new IllegalStateException("an IPv6 address has 16 bytes", e);
      }
    }
    return address.getHostAddress();
  }

  /**
   * Tells the address family.
   *
   * @return true for IPv6
   */
  public boolean isIpv6() {
    return address instanceof Inet6Address;
  }

  /** Tells the address alone. */
  @Override
  public String toString() {
    return address.getHostAddress();
  }
}
