package org.latchkey;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

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
 * @param body what the phone sends, not read yet
 * @since 1.0
 */
public record ProvisioningRequest(
    String method,
    String target,
    String file,
    Headers headers,
    InetAddress remote,
    boolean secure,
    List<X509Certificate> certificates,
    Body body) {
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
   * @param body what the phone sends
   */
  public ProvisioningRequest {
    certificates = List.copyOf(certificates);
  }

  /**
   * A request without a body.
   *
   * @param method the method
   * @param target the request target
   * @param file the end of the target behind the provisioning path
   * @param headers its header fields
   * @param remote the phone's address
   * @param secure whether nobody on the way could read it
   * @param certificates the client certificate and its chain
   */
  public ProvisioningRequest(
      String method,
      String target,
      String file,
      Headers headers,
      InetAddress remote,
      boolean secure,
      List<X509Certificate> certificates) {
    this(method, target, file, headers, remote, secure, certificates, Body.NONE);
  }

  /** Tells what was asked and from where; the headers hold credentials. */
  @Override
  public String toString() {
    return method + " " + file + " from " + remote.getHostAddress();
  }

  ProvisioningRequest with(Body other) {
    return new ProvisioningRequest(
        method, target, file, headers, remote, secure, certificates, other);
  }

  /**
   * The body of a request. Nobody reads it before the request's credential has been found right, so
   * an adapter must not read it beforehand. What nobody reads is the adapter's to skip.
   */
  @FunctionalInterface
  public interface Body {
    /** No body. */
    Body NONE = most -> Optional.of(new byte[0]);

    /**
     * Reads the body to its end. Called at most once, by the thread that handles the request.
     *
     * @param most how many bytes are wanted at most
     * @return the whole body, or empty if it is longer than that; then no more than one byte beyond
     *     was read, or none where its length was announced
     * @throws IOException if it ends too early or cannot be read
     */
    Optional<byte[]> read(int most) throws IOException;
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
