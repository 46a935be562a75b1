package org.latchkey.device;

/**
 * A SIP server that a line registers with or sends through.
 *
 * @param host host name or IP address
 * @param port 0 to 65535; 0 lets the phone look the port up in DNS
 * @param transport how SIP travels
 * @since 1.0
 */
public record Registrar(String host, int port, Transport transport) {
  /**
   * Checks host and port.
   *
   * @param host host name or IP address
   * @param port 0 to 65535
   * @param transport how SIP travels
   */
  public Registrar {
    Text.host("host", host);
    Text.range("port", port, 0, 65_535);
  }

  /** How SIP travels (RFC 3261 section 18; DNS: RFC 3263). */
  public enum Transport {
    /** Datagrams. */
    UDP,
    /** A plain connection. */
    TCP,
    /** A connection under TLS. */
    TLS,
    /** What DNS NAPTR records say. */
    DNS
  }
}
