package org.latchkey.example.embedder;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcConnectionPool;
import org.latchkey.Latchkey;
import org.latchkey.admin.ArmOrder;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.caller.Caller;
import org.latchkey.device.MacAddress;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Vault;
import org.latchkey.servlet.ProvisioningFilter;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.yealink.YealinkPhone;

/**
 * A small PBX that hands its phones their configuration, over its own tables. It stands for the
 * host that you have; run, it lets one phone boot and ends with 0 if all went well.
 */
public final class Pbx implements AutoCloseable {
  static final Credential PASS = Credential.of("firstboot", "NotARealPass1234");

  private final Server server;
  private final URI url;
  private final Latchkey latchkey;

  private Pbx(Server server, URI url, Latchkey latchkey) {
    this.server = server;
    this.url = url;
    this.latchkey = latchkey;
  }

  static Pbx start(DataSource database, byte[] vaultKey) throws Exception {
    Server server = new Server();
    HttpConfiguration http = new HttpConfiguration();
    // else a credential in other letters is read as the one before it on the connection
    http.setHeaderCacheCaseSensitive(true);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    // without TLS on this machine only; see docs/embedding.md
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    connector.open();

    URI url = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/cfg/");
    Rows rows = new Rows(database);
    Latchkey latchkey =
        Latchkey.builder(
                url, new PbxDirectory(rows), new PbxCredentialStore(rows), Vault.ofKey(vaultKey))
            .globalPasses(
                new MemoryGlobalPasses(
                    new GlobalPass("first", GlobalPass.Scope.INSTALLATION, PASS, false)))
            .brands(new YealinkBrand())
            .build();

    ServletContextHandler application = new ServletContextHandler("/");
    application.addFilter(
        new FilterHolder(new ProvisioningFilter(latchkey)),
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
    server.setHandler(application);
    server.start();
    return new Pbx(server, url, latchkey);
  }

  URI url() {
    return url;
  }

  /** The button of this host's own pages: allow the global password once. */
  void allowGlobalPassword(MacAddress mac, String who) {
    latchkey.administration().arm(Caller.superUser(who), mac, ArmOrder.DEFAULT);
  }

  String state(MacAddress mac) {
    return latchkey.administration().show(Caller.superUser("pbx"), mac).state();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }

  static DataSource database(String url) {
    return JdbcConnectionPool.create(url, "pbx", "");
  }

  static String tables() {
    try (InputStream in = Pbx.class.getResourceAsStream("/pbx.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs the example.
   *
   * @param args none
   * @throws Exception if something went wrong
   */
  public static void main(String[] args) throws Exception {
    DataSource database = database("jdbc:h2:mem:pbx;DB_CLOSE_DELAY=-1");
    Rows rows = new Rows(database);
    rows.change(tables());
    rows.change("insert into extensions values ('acme.example', '100', 'Alice', 'NotReal')");
    rows.change(
        "insert into phones (mac, vendor, model, tenant, reseller, extension)"
            + " values ('001565aabbcc', 'yealink', 'T46S', 'acme.example', 'west', '100')");
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    MacAddress mac = MacAddress.of("001565aabbcc");
    try (Pbx pbx = start(database, key)) {
      YealinkPhone phone = YealinkPhone.builder(mac.toString()).build();
      phone.redirect(pbx.url().toString(), PASS.username(), "NotARealPass1234");
      Round refused = phone.boot();
      pbx.allowGlobalPassword(mac, "example");
      Round first = phone.boot();
      Round proof = phone.resync();
      System.out.println(
          "embedder: " + refused.outcome() + ", " + first.outcome() + ", " + proof.outcome());
      if (!pbx.state(mac).equals("provisioned")) {
        throw new IllegalStateException("the phone is " + pbx.state(mac));
      }
    }
  }
}
