package org.latchkey.testkit.phone;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a phone's HTTP client reaches servers.
 *
 * @param tls trust and own certificate for {@code https}; without it such addresses fail
 * @param localAddress address to bind to, or empty for the system's choice
 * @param connectTimeout limit for a TCP connection
 * @param readTimeout limit for each read, TLS handshake included
 * @param checkHostName whether the server's certificate must name the host
 * @since 1.0
 */
public record HttpSettings(
    Optional<SSLContext> tls,
    Optional<InetAddress> localAddress,
    Duration connectTimeout,
    Duration readTimeout,
    boolean checkHostName) {}
