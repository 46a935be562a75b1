package org.latchkey;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * One HTTP request of a phone, as an adapter saw it.
 *
 * @param method the method as it was sent
 * @param target the request target as it was sent, with its query (RFC 9112 section 3.2.1)
 * @param file the end of the target behind the provisioning path, with its query, not decoded:
 *     {@code /001565aabbcc.cfg}, {@code 001565aabbcc.cfg} where the phone joined without a slash,
 *     or the empty text
 * @param headers its header fields
 * @param remote the phone's address, as the socket or a trusted proxy tells it
 * @param secure whether nobody on the way could read it: TLS, TLS up to a trusted proxy, or
 *     loopback
 * @param certificates the client certificate and its chain, as the socket or a trusted proxy tells
 *     it; empty if the phone showed none
 * @since 1.0
 */
public record ProvisioningRequest(
    String method,
    String target,
    String file,
    Headers headers,
    InetAddress remote,
    boolean secure,
    List<X509Certificate> certificates) {
  /**
   * Copies the list.
   *
   * @param method the method
   * @param target the request target
   * @param file the end of the target behind the provisioning path
   * @param headers its header fields
   * @param remote the phone's address
   * @param secure whether nobody on the way could read it
   * @param certificates the client certificate and its chain
   */
  public ProvisioningRequest {
    certificates = List.copyOf(certificates);
  }

  /** Looks header fields up. */
  @FunctionalInterface
  public interface Headers {

    /**
     * Tells the values of a field.
     *
     * @param name the field's name, in any case
     * @return its values in the order in which they were sent; empty if there is none
     */
    List<String> values(String name);
  }
}
