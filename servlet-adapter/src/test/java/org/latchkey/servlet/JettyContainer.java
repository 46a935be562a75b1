package org.latchkey.servlet;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

final class JettyContainer implements Container {
  private static final UriCompliance PHONES =
      UriCompliance.DEFAULT.with("phones", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

  private final Server server = new Server();
  private final ServerConnector connector;

  JettyContainer(Context context) throws Exception {
    ServletContextHandler handler = new ServletContextHandler(context.path());
    // no redirect from /cfg to /cfg/
    handler.setAllowNullPathInContext(true);
    context
        .filter()
        .ifPresent(
            filter ->
                handler.addFilter(
                    new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST)));
    handler.addServlet(new ServletHolder(context.servlet()), context.pattern());
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setUriCompliance(
        context.targets() == Targets.PHONES ? PHONES : UriCompliance.UNSAFE);
    configuration.setSendDateHeader(false);
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    if (context.tls().isPresent()) {
      configuration.addCustomizer(new SecureRequestCustomizer(false));
      SslContextFactory.Server tls = new SslContextFactory.Server();
      tls.setSslContext(context.tls().get().sslContext(true));
      tls.setWantClientAuth(true);
      connector = new ServerConnector(server, new SslConnectionFactory(tls, "http/1.1"), http);
    } else {
      connector = new ServerConnector(server, http);
    }
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(handler);
    server.start();
  }

  @Override
  public int port() {
    return connector.getLocalPort();
  }

  /**
   * Stops Jetty, and leaves it alone where that takes too long: an answer to a client that has gone
   * away may keep its selector from ending.
   */
  @Override
  public void close() {
    FutureTask<Void> stop =
        new FutureTask<>(
            () -> {
              server.stop();
              return null;
            });
    Thread stopper = new Thread(stop, "jetty stop");
    stopper.setDaemon(true);
    stopper.start();
    try {
      stop.get(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      stopper.interrupt();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("Jetty does not stop", e);
    }
  }
}
