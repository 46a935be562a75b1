package org.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir static Path folder;
  private static KeyStore store;

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path file = folder.resolve("keys.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "k",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).as(said).isZero();
    store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
  }

  /** Tells what an adapter would have told the core. */
  private static final class Mirror extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient OriginReader reader;

    Mirror(TrustedProxies proxies) {
      reader = new OriginReader(proxies);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Origin origin = reader.read(request);
      byte[] body =
          (origin.address().getHostAddress()
                  + " "
                  + origin.secure()
                  + " "
                  + origin.certificates().stream().map(c -> c.getSubjectX500Principal()).toList())
              .getBytes(StandardCharsets.UTF_8);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  private static SslContextFactory.Server tls() {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(store);
    tls.setKeyStorePassword(PASSWORD);
    tls.setTrustStore(store);
    tls.setWantClientAuth(true);
    return tls;
  }

  private static Wire open(Site site, boolean withCertificate) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(withCertificate ? keys.getKeyManagers() : null, trust.getTrustManagers(), null);
    return new Wire(context.getSocketFactory().createSocket("127.0.0.1", site.port()));
  }

  @Test
  void answer_overTls_servesBehindAnyForwardedHeader() throws Exception {
    ProvisioningServlet servlet = new ProvisioningServlet(Site.latchkey());
    try (Site site = Site.servlet("/", servlet, "/cfg/*", Optional.of(tls()));
        Wire wire = open(site, false)) {
      Wire.Reply reply = wire.get("/cfg/" + Site.FILE, Site.BASIC, "X-Forwarded-Proto: http");

      assertThat(reply.status()).isEqualTo(200);
    }
  }

  @Test
  void read_certificate_comesFromTheSocketUnlessTheProxyIsTrusted() throws Exception {
    String told =
        "Client-Cert: :"
            + Base64.getEncoder().encodeToString(store.getCertificate("k").getEncoded())
            + ":";
    try (Site site =
        Site.servlet("/", new Mirror(TrustedProxies.none()), "/*", Optional.of(tls()))) {
      try (Wire wire = open(site, true)) {
        assertThat(wire.get("/").body()).isEqualTo("127.0.0.1 true [CN=localhost]");
      }
      try (Wire wire = open(site, false)) {
        assertThat(wire.get("/", told).body()).isEqualTo("127.0.0.1 true []");
      }
    }
    try (Site site =
        Site.servlet("/", new Mirror(TrustedProxies.of("127.0.0.1")), "/*", Optional.of(tls()))) {
      try (Wire wire = open(site, true)) {
        assertThat(wire.get("/").body()).isEqualTo("127.0.0.1 true []");
        assertThat(wire.get("/", told, told).body()).isEqualTo("127.0.0.1 true []");
        assertThat(wire.get("/", told, "X-Forwarded-For: 192.0.2.7").body())
            .isEqualTo("192.0.2.7 true [CN=localhost]");
      }
    }
  }
}
