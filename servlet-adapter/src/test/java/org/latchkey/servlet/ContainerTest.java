package org.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.latchkey.servlet.Container.Kind;
import org.latchkey.servlet.Container.Targets;

/** That the suite runs where the build says, and what these containers do that others do not. */
class ContainerTest {

  /** Names the container, and the jar from which it takes the Servlet API. */
  private static final class NameServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String text =
          getServletContext().getServerInfo()
              + " "
              + Servlet.class.getProtectionDomain().getCodeSource().getLocation();
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  @Test
  void start_ofThisRun_isTheContainerNamedWithItsOwnServletApi() throws Exception {
    try (Site site = Site.servlet("/", new NameServlet(), "/*")) {
      String body = site.get("/").body();

      assertThat(body).startsWith(Kind.current().info);
      if (Kind.current().isTomcat()) {
        String version = body.substring("Apache Tomcat/".length(), body.indexOf(" ", 14));
        assertThat(body).endsWith("/tomcat-embed-core-" + version + ".jar");
      } else {
        assertThat(body).contains("/jakarta.servlet-api-6.0.");
      }
    }
  }

  @Test
  void get_underscoreInHost_isRefusedByTomcatOnly() throws Exception {
    try (Site site = Site.filter("/", new ProvisioningFilter(Site.latchkey()), Targets.PHONES);
        Wire wire = site.open()) {
      wire.send("GET /cfg/" + Site.FILE + " HTTP/1.1\r\nHost: my_prov.example\r\n\r\n");

      assertThat(wire.read(false).status()).isEqualTo(Kind.current().isTomcat() ? 400 : 401);
    }
  }
}
