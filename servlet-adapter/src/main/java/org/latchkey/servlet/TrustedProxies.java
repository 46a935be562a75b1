package org.latchkey.servlet;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.latchkey.pass.Network;

/**
 * The proxies whose word counts on where a request came from.
 *
 * <p>Only when the peer of the connection lies in one of the networks:
 *
 * <ul>
 *   <li>the phone's address is the right-most one in {@code X-Forwarded-For} or {@code Forwarded}
 *       that is not a trusted proxy's itself. What cannot be read leaves the peer's address;
 *   <li>the request is secure if {@code X-Forwarded-Proto} or the same element of {@code Forwarded}
 *       says https, and not if it says anything else;
 *   <li>the client certificate is that in {@code Client-Cert}.
 * </ul>
 *
 * <p>From everybody else these fields are ignored. A proxy must set or remove each of them: what it
 * lets through, a phone may have forged. Where both families of fields are there, one of them may
 * have been let through, and so they must agree: otherwise the address is the peer's and the
 * request not secure.
 *
 * @param networks where the proxies are
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239, Forwarded</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9440">RFC 9440, Client-Cert</a>
 * @since 1.0
 */
public record TrustedProxies(List<Network> networks) {
  private static final TrustedProxies NONE = new TrustedProxies(List.of());

  /**
   * Copies the list.
   *
   * @param networks where the proxies are
   */
  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /**
   * Trusts nobody.
   *
   * @return no proxies
   */
  public static TrustedProxies none() {
    return NONE;
  }

  /**
   * Reads networks.
   *
   * @param networks such as {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or one address
   * @return the proxies
   * @throws org.latchkey.error.InvalidValueException if one has another form
   */
  public static TrustedProxies of(String... networks) {
    return new TrustedProxies(Stream.of(networks).map(Network::of).toList());
  }

  boolean contains(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
