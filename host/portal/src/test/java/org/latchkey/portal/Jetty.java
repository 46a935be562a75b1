package org.latchkey.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The one Jetty of all tests, each of which has a servlet of its own in it. */
final class Jetty implements AutoCloseable {
  private final Server server = new Server();
  private final AtomicReference<HttpServlet> current = new AtomicReference<>();

  private final class Passing extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      current.get().service(request, response);
    }
  }

  private Jetty() {
    HttpConfiguration http = new HttpConfiguration();
    // else a token in other letters would be read as the one before it on the connection
    http.setHeaderCacheCaseSensitive(true);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler handler = new ServletContextHandler("/");
    handler.addServlet(new ServletHolder(new Passing()), "/api/v1/*");
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty does not start", e);
    }
  }

  /** The Jetty of this run, started by the first test and stopped after the last. */
  static Jetty of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Jetty.class))
        .getOrComputeIfAbsent(Jetty.class, key -> new Jetty(), Jetty.class);
  }

  void serve(HttpServlet servlet) {
    current.set(servlet);
  }

  int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty does not stop", e);
    }
  }
}
