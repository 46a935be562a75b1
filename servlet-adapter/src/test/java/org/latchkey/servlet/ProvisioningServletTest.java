package org.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.servlet.Container.Kind;

class ProvisioningServletTest {

  @ParameterizedTest
  @CsvSource({
    "/,/cfg/*,/cfg/001565aabbcc.cfg",
    "/,/cfg/*,/cfg//001565aabbcc.cfg",
    "/,/cfg/*,/%63fg/001565aabbcc.cfg",
    "/,/cfg/*,/cfg/001565aabbcc.cfg?x=/y",
    "/,/other/place/*,/other/place/001565aabbcc.cfg",
    "/app,/cfg/*,/app/cfg/001565aabbcc.cfg",
    "/cfg,/*,/cfg/001565aabbcc.cfg",
    "/cfg,/,/cfg/001565aabbcc.cfg",
    "/,*.cfg,/any/001565aabbcc.cfg"
  })
  void service_anyMapping_servesTheFile(String context, String pattern, String target)
      throws Exception {
    try (Site site = Site.servlet(context, new ProvisioningServlet(Site.latchkey()), pattern)) {
      assertThat(site.get(target).status()).isEqualTo(401);
      assertThat(site.get(target, Site.BASIC).status()).isEqualTo(200);
      assertThat(site.logged(Level.SEVERE)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cfg", "/cfg/", "/cfg?mac=001565aabbcc", "/cfg/?x"})
  void service_mountItself_isChallenged(String target) throws Exception {
    try (Site site = Site.servlet("/", new ProvisioningServlet(Site.latchkey()), "/cfg/*")) {
      assertThat(site.get(target).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cfg/x/../001565aabbcc.cfg",
        "/x/../cfg/001565aabbcc.cfg",
        "/cfg/%2e%2e/cfg/001565aabbcc.cfg",
        "/cfg/a%2f001565aabbcc.cfg",
        "/cfg/001565aabbcc.cfg;x=1"
      })
  void service_malformedTarget_isRefused(String target) throws Exception {
    // Undertow does not resolve dots, so this is below no mapping and its own 404
    boolean elsewhere = Kind.current() == Kind.UNDERTOW_2_3 && target.startsWith("/x/../");
    try (Site site = Site.servlet("/", new ProvisioningServlet(Site.latchkey()), "/cfg/*")) {
      assertThat(site.get(target, Site.BASIC).status()).isEqualTo(elsewhere ? 404 : 400);
      assertThat(site.logged(Level.SEVERE)).isEmpty();
    }
  }

  @Test
  void service_everyMethod_isTheCores() throws Exception {
    try (Site site = Site.servlet("/", new ProvisioningServlet(Site.latchkey()), "/cfg/*");
        Wire wire = site.open()) {
      String target = "/cfg/" + Site.FILE;

      assertThat(wire.ask("OPTIONS", target, "").value("Allow")).isEqualTo("GET, HEAD");
      assertThat(wire.ask("OPTIONS", "/cfg/" + Site.MAC + "-contact.xml", "").value("Allow"))
          .isEqualTo("GET, HEAD, PUT, POST");
      assertThat(wire.ask("DELETE", target, "").status()).isEqualTo(405);
      assertThat(wire.ask("HEAD", target, "").value("Content-Length"))
          .isEqualTo(wire.get(target).value("Content-Length"));
    }
  }
}
