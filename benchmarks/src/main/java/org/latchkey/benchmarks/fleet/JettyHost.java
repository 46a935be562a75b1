package org.latchkey.benchmarks.fleet;

import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty as the server has it, on a free port of loopback, around something else. */
final class JettyHost {
  static final String HOST = "127.0.0.1";

  private final Server server = new Server();
  private final ServletContextHandler context = new ServletContextHandler("/");
  private final ServerConnector connector;
  private final String scheme;

  /**
   * Binds the port; nothing is answered yet.
   *
   * @param keystore a file of {@link Keystore}; without one there is no TLS
   */
  JettyHost(Optional<String> keystore) throws Exception {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setHeaderCacheCaseSensitive(true);
    http.setUriCompliance(
        UriCompliance.DEFAULT.with("phones", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
    if (keystore.isPresent()) {
      http.addCustomizer(new SecureRequestCustomizer(false));
      SslContextFactory.Server tls = new SslContextFactory.Server();
      tls.setKeyStorePath(keystore.get());
      tls.setKeyStorePassword(Keystore.PASSWORD);
      tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
      connector =
          new ServerConnector(
              server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
      scheme = "https";
    } else {
      connector = new ServerConnector(server, new HttpConnectionFactory(http));
      scheme = "http";
    }
    connector.setHost(HOST);
    server.addConnector(connector);
    connector.open();
    context.getServletHandler().setDecodeAmbiguousURIs(true);
  }

  ServletContextHandler context() {
    return context;
  }

  URI url() {
    return URI.create(scheme + "://" + HOST + ":" + connector.getLocalPort() + "/cfg/");
  }

  /** Answers until the process is told to end, and says where, as the server does. */
  void run() throws Exception {
    GracefulHandler graceful = new GracefulHandler();
    graceful.setHandler(context);
    server.setHandler(graceful);
    server.setStopAtShutdown(true);
    server.start();
    ServerProcess.announce(url());
    server.join();
  }
}
