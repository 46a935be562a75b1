package org.latchkey.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.latchkey.pass.PassPolicy;
import org.latchkey.secret.SecretAccess;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testkit.phone.SimulatedPhone;

/** A server on a database, and its administrator. */
final class TestServer implements AutoCloseable {
  private final RunningServer server;
  private final SSLContext tls;
  private final ManagementClient management;

  TestServer(ServeOptions options, Map<String, String> environment) {
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    server =
        RunningServer.start(
            options, environment, PassPolicy.DEFAULTS.withSettleTime(Duration.ZERO), silent);
    tls = options.plainHttp ? any() : own(options);
    management = new ManagementClient(server.adminUrl(), server.token(), tls);
  }

  private static SSLContext own(ServeOptions options) {
    return TrustingTls.of(KeyMaterial.selfSigned(options.data.resolve("tls.p12"), "x"));
  }

  private static SSLContext any() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Over TLS with the embedded database, on a port that stays the same. */
  static ServeOptions embedded(Path data) throws IOException {
    ServeOptions options = new ServeOptions();
    options.data = data;
    options.port = freePort();
    options.adminPort = 0;
    return options;
  }

  /** Without TLS, on another database. */
  static ServeOptions on(TestDatabase database, String url, Path data) {
    ServeOptions options = new ServeOptions();
    options.data = data;
    options.port = 0;
    options.plainHttp = true;
    options.store.url = url;
    options.store.user = database.user();
    return options;
  }

  /** What all nodes of an installation are told. */
  static Map<String, String> environment(TestDatabase database) {
    Map<String, String> all = new HashMap<>();
    all.put("LATCHKEY_JDBC_PASSWORD", database.password());
    all.put("LATCHKEY_VAULT_KEY", "0123456789abcdef".repeat(4));
    return all;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  void enrol(String mac, String brand, String model) throws Exception {
    String product = "\"brand\":\"" + brand + "\",\"model\":\"" + model + "\"";
    int status = management.call("POST", "devices", MatrixSite.device(mac, product, "1")).status();
    if (status != 201) {
      throw new IllegalStateException("not created: " + status);
    }
  }

  /** Tells a phone where to ask, with the global pass. */
  void redirect(SimulatedPhone phone) {
    phone.redirect(server.publicUrl().toString(), server.globalPass().username(), password());
  }

  String password() {
    return server.globalPass().password().reveal(SecretAccess.granted());
  }

  HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newBuilder()
        .sslContext(tls)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(server.adminUrl() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  String state(SimulatedPhone phone) throws Exception {
    return management.state(phone.mac());
  }

  RunningServer running() {
    return server;
  }

  SSLContext tls() {
    return tls;
  }

  ManagementClient management() {
    return management;
  }

  @Override
  public void close() {
    server.close();
  }
}
