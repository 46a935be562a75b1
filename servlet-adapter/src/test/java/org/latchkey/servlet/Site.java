package org.latchkey.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
import org.latchkey.Latchkey;
import org.latchkey.LatchkeyBuilder;
import org.latchkey.admin.ArmOrder;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Vault;

/** A Jetty with one armed Yealink phone, and a host's own servlet behind everything. */
final class Site implements AutoCloseable {
  static final String MAC = "001565aabbcc";
  static final String FILE = MAC + ".cfg";
  static final String USER = "global1";
  static final String PASSWORD = "Abcdefgh12345678";
  static final String BASIC = basic(PASSWORD);

  /** All violations that Jetty can let through, so that they reach the code under test. */
  static final UriCompliance ANY = UriCompliance.UNSAFE;

  static final UriCompliance PHONES =
      UriCompliance.DEFAULT.with("phones", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

  private final Server server = new Server();
  private final Logs logs = new Logs();

  private static final class Logs extends Handler {
    final List<LogRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      records.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static final class HostServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      byte[] body = "the host's".getBytes(StandardCharsets.US_ASCII);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  static String basic(String password) {
    byte[] pair = (USER + ":" + password).getBytes(StandardCharsets.US_ASCII);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
  }

  static Latchkey latchkey(String publicUrl, String... paths) {
    MemoryDirectory directory = new MemoryDirectory();
    GlobalPass pass =
        new GlobalPass("g", GlobalPass.Scope.INSTALLATION, Credential.of(USER, PASSWORD), false);
    LatchkeyBuilder builder =
        Latchkey.builder(
                URI.create(publicUrl),
                directory,
                new MemoryCredentialStore(),
                Vault.ofKey(new byte[32]))
            .globalPasses(new MemoryGlobalPasses(pass))
            .brands(new YealinkBrand());
    if (paths.length > 0) {
      builder.paths(paths);
    }
    Latchkey latchkey = builder.build();
    MacAddress mac = MacAddress.of(MAC);
    Owner owner = new Owner("acme.example", "reseller");
    Caller caller = Caller.superUser("test");
    latchkey
        .administration()
        .create(caller, Device.of(new DeviceIdentity(mac, "yealink", "T46S", owner, "1")), false);
    latchkey.administration().arm(caller, mac, ArmOrder.DEFAULT);
    return latchkey;
  }

  static Latchkey latchkey() {
    return latchkey("https://prov.example/cfg/");
  }

  /** A filter on everything in a context. */
  static Site filter(String context, Filter filter, UriCompliance compliance) throws Exception {
    ServletContextHandler handler = new ServletContextHandler(context);
    handler.setAllowNullPathInContext(true);
    handler.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    handler.addServlet(new ServletHolder(new HostServlet()), "/*");
    return new Site(handler, Optional.empty(), compliance);
  }

  static Site servlet(String context, HttpServlet servlet, String pattern) throws Exception {
    return servlet(context, servlet, pattern, Optional.empty());
  }

  static Site servlet(
      String context, HttpServlet servlet, String pattern, Optional<SslContextFactory.Server> tls)
      throws Exception {
    ServletContextHandler handler = new ServletContextHandler(context);
    handler.addServlet(new ServletHolder(servlet), pattern);
    return new Site(handler, tls, tls.isPresent() ? PHONES : ANY);
  }

  private Site(
      ServletContextHandler handler,
      Optional<SslContextFactory.Server> tls,
      UriCompliance compliance)
      throws Exception {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setUriCompliance(compliance);
    configuration.setSendDateHeader(false);
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    ServerConnector connector;
    if (tls.isPresent()) {
      configuration.addCustomizer(new SecureRequestCustomizer(false));
      connector =
          new ServerConnector(server, new SslConnectionFactory(tls.get(), "http/1.1"), http);
    } else {
      connector = new ServerConnector(server, http);
    }
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(handler);
    Logger.getLogger("").addHandler(logs);
    server.start();
  }

  int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  Wire open() throws IOException {
    return new Wire(new Socket(InetAddress.getLoopbackAddress(), port()));
  }

  Wire.Reply get(String target, String... headers) throws IOException {
    try (Wire wire = open()) {
      return wire.get(target, headers);
    }
  }

  List<String> logged(Level least) {
    return logs.records.stream()
        .filter(line -> line.getLevel().intValue() >= least.intValue())
        .map(line -> line.getLoggerName() + ": " + line.getMessage())
        .toList();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty does not stop", e);
    }
    Logger.getLogger("").removeHandler(logs);
  }
}
