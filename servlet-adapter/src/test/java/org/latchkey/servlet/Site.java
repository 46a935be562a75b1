package org.latchkey.servlet;

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
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
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
import org.latchkey.servlet.Container.Context;
import org.latchkey.servlet.Container.Targets;

/** A container with one armed Yealink phone, and a host's own servlet behind everything. */
final class Site implements AutoCloseable {
  static final String MAC = "001565aabbcc";
  static final String FILE = MAC + ".cfg";
  static final String USER = "global1";
  static final String PASSWORD = "Abcdefgh12345678";
  static final String BASIC = basic(PASSWORD);

  private final Container container;
  private final Logs logs = new Logs();

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

  static Latchkey latchkey() {
    return latchkey(builder -> builder);
  }

  static Latchkey latchkey(UnaryOperator<LatchkeyBuilder> settings) {
    MemoryDirectory directory = new MemoryDirectory();
    GlobalPass pass =
        new GlobalPass("g", GlobalPass.Scope.INSTALLATION, Credential.of(USER, PASSWORD), false);
    LatchkeyBuilder builder =
        Latchkey.builder(
                URI.create("https://prov.example/cfg/"),
                directory,
                new MemoryCredentialStore(),
                Vault.ofKey(new byte[32]))
            .globalPasses(new MemoryGlobalPasses(pass))
            .brands(new YealinkBrand());
    Latchkey latchkey = settings.apply(builder).build();
    MacAddress mac = MacAddress.of(MAC);
    Owner owner = new Owner("acme.example", "reseller");
    Caller caller = Caller.superUser("test");
    latchkey
        .administration()
        .create(caller, Device.of(new DeviceIdentity(mac, "yealink", "T46S", owner, "1")), false);
    latchkey.administration().arm(caller, mac, ArmOrder.DEFAULT);
    return latchkey;
  }

  /** A filter on everything in a context whose default servlet is the host's. */
  static Site filter(String context, Filter filter, Targets targets) throws Exception {
    return new Site(
        new Context(
            context, Optional.of(filter), new HostServlet(), "/", targets, Optional.empty()));
  }

  static Site servlet(String context, HttpServlet servlet, String pattern) throws Exception {
    return new Site(
        new Context(context, Optional.empty(), servlet, pattern, Targets.ANY, Optional.empty()));
  }

  static Site servlet(HttpServlet servlet, String pattern, Keys tls) throws Exception {
    return new Site(
        new Context("/", Optional.empty(), servlet, pattern, Targets.PHONES, Optional.of(tls)));
  }

  private Site(Context context) throws Exception {
    logs.start();
    container = Container.start(context);
  }

  int port() {
    return container.port();
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
    return logs.lines(least);
  }

  @Override
  public void close() {
    container.close();
    logs.close();
  }
}
