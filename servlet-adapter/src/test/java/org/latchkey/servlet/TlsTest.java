package org.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  @TempDir static Path folder;
  private static Keys keys;

  @BeforeAll
  static void makeCertificate() throws Exception {
    keys = Keys.make(folder);
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

  private static Wire open(Site site, boolean withCertificate) throws Exception {
    return new Wire(
        keys.sslContext(withCertificate).getSocketFactory().createSocket("127.0.0.1", site.port()));
  }

  @Test
  void answer_overTls_servesBehindAnyForwardedHeader() throws Exception {
    ProvisioningServlet servlet = new ProvisioningServlet(Site.latchkey());
    try (Site site = Site.servlet(servlet, "/cfg/*", keys);
        Wire wire = open(site, false)) {
      Wire.Reply reply = wire.get("/cfg/" + Site.FILE, Site.BASIC, "X-Forwarded-Proto: http");

      assertThat(reply.status()).isEqualTo(200);
    }
  }

  @Test
  void read_certificate_comesFromTheSocketUnlessTheProxyIsTrusted() throws Exception {
    String told =
        "Client-Cert: :"
            + Base64.getEncoder()
                .encodeToString(keys.store().getCertificate(Keys.ALIAS).getEncoded())
            + ":";
    try (Site site = Site.servlet(new Mirror(TrustedProxies.none()), "/*", keys)) {
      try (Wire wire = open(site, true)) {
        assertThat(wire.get("/").body()).isEqualTo("127.0.0.1 true [CN=localhost]");
      }
      try (Wire wire = open(site, false)) {
        assertThat(wire.get("/", told).body()).isEqualTo("127.0.0.1 true []");
      }
    }
    try (Site site = Site.servlet(new Mirror(TrustedProxies.of("127.0.0.1")), "/*", keys)) {
      try (Wire wire = open(site, true)) {
        assertThat(wire.get("/").body()).isEqualTo("127.0.0.1 true []");
        assertThat(wire.get("/", told, told).body()).isEqualTo("127.0.0.1 true []");
        assertThat(wire.get("/", told, "X-Forwarded-For: 192.0.2.7").body())
            .isEqualTo("192.0.2.7 true [CN=localhost]");
      }
    }
  }
}
