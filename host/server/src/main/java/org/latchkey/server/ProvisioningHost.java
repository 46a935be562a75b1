package org.latchkey.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BooleanSupplier;
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
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.latchkey.Latchkey;
import org.latchkey.portal.ManagementServlet;
import org.latchkey.servlet.ProvisioningFilter;
import org.latchkey.servlet.TrustedProxies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty around Latchkey: one listener for phones, one for management, or both in one. */
final class ProvisioningHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProvisioningHost.class);
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final Server phones = new Server();
  private final Optional<Server> management;
  private final ServerConnector phonePort;
  private final ServerConnector adminPort;
  private final List<SslContextFactory.Server> tls = new ArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "latchkey-timer");
            thread.setDaemon(true);
            return thread;
          });

  /** Binds the ports, so that their numbers are known; nothing is answered yet. */
  ProvisioningHost(ServeOptions options, Optional<TlsSource> source) {
    phonePort = connector(phones, options.plainHttp ? Optional.empty() : source);
    open(phonePort, options.host, options.portOrDefault());
    if (options.sharesPort()) {
      management = Optional.empty();
      adminPort = phonePort;
    } else {
      Server server = new Server();
      management = Optional.of(server);
      adminPort = connector(server, source);
      open(adminPort, options.adminHost, options.adminPort);
    }
  }

  int port() {
    return phonePort.getLocalPort();
  }

  URI adminUrl() {
    String host = adminPort.getHost();
    String scheme = management.isPresent() ? "https" : "http";
    return URI.create(scheme + "://" + host + ":" + adminPort.getLocalPort());
  }

  /** Answers from now on. */
  void start(
      Latchkey latchkey,
      TrustedProxies proxies,
      ManagementServlet api,
      Optional<TlsSource> source,
      BooleanSupplier ready) {
    ServletContextHandler context = context(ready);
    context.addFilter(
        new FilterHolder(new ProvisioningFilter(latchkey, proxies)),
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
    ServletContextHandler admin = management.isPresent() ? context(ready) : context;
    admin.addServlet(new ServletHolder(api), "/api/v1/*");
    try {
      run(phones, context);
      if (management.isPresent()) {
        run(management.get(), admin);
      }
    } catch (Exception e) {
      throw new StartException("cannot start", e);
    }
    source.ifPresent(s -> repeat(() -> s.reloadIfChanged(tls), Duration.ofSeconds(30)));
  }

  /** Does something again and again until the host is closed, whatever it throws. */
  void repeat(Runnable task, Duration every) {
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(
            () -> guarded(task), every.toMillis(), every.toMillis(), MILLISECONDS);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("what is done now and then failed, and is done again", e);
    }
  }

  private static void run(Server server, ServletContextHandler context) throws Exception {
    GracefulHandler graceful = new GracefulHandler();
    graceful.setHandler(context);
    server.setHandler(graceful);
    server.setErrorHandler(new ShortErrors());
    server.setStopTimeout(DRAIN.toMillis());
    server.start();
  }

  private static ServletContextHandler context(BooleanSupplier ready) {
    ServletContextHandler context = new ServletContextHandler("/");
    // phones join URL and file name with two slashes; core reads the raw target itself
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    context.addServlet(new ServletHolder(new HealthServlet(() -> true)), "/healthz");
    context.addServlet(new ServletHolder(new HealthServlet(ready)), "/readyz");
    return context;
  }

  private ServerConnector connector(Server server, Optional<TlsSource> source) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // else a credential in other letters is read as the one before it on the connection
    http.setHeaderCacheCaseSensitive(true);
    http.setUriCompliance(
        UriCompliance.DEFAULT.with("phones", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
    if (source.isEmpty()) {
      return new ServerConnector(server, new HttpConnectionFactory(http));
    }
    // phones come by addresses and old names that no certificate has
    http.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server factory = source.get().factory(source.get().load());
    tls.add(factory);
    return new ServerConnector(
        server, new SslConnectionFactory(factory, "http/1.1"), new HttpConnectionFactory(http));
  }

  private static void open(ServerConnector connector, String host, int port) {
    connector.setHost(host);
    connector.setPort(port);
    connector.getServer().addConnector(connector);
    try {
      connector.open();
    } catch (IOException e) {
      throw new StartException("cannot listen on " + host + ":" + port, e);
    }
  }

  /** Ends what is under way, then the listeners. */
  @Override
  public void close() {
    timer.shutdown();
    try {
      phones.stop();
      if (management.isPresent()) {
        management.get().stop();
      }
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop", e);
    }
  }
}
