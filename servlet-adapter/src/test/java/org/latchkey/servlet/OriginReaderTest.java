package org.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.servlet.Container.Targets;

class OriginReaderTest {
  private static final TrustedProxies PROXIES = TrustedProxies.of("10.0.0.0/8", "2001:db8:f::/48");

  /** A request as it comes from a peer, with lines of header fields. */
  private static HttpServletRequest request(
      String peer, boolean secure, Object attribute, String... lines) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 2));
    }
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> peer;
                  case "isSecure" -> secure;
                  case "getAttribute" -> attribute;
                  case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                  case "getHeaders" ->
                      Collections.enumeration(headers.getOrDefault(args[0], List.of()));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static String read(String peer, String... lines) {
    Origin origin = new OriginReader(PROXIES).read(request(peer, false, null, lines));
    return origin.address().getHostAddress() + (origin.secure() ? " secure" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For: 192.0.2.7 | 192.0.2.7",
        "X-Forwarded-For: 192.0.2.7:5060 | 192.0.2.7",
        "X-Forwarded-For: [2001:db8::7]:5060 | 2001:db8:0:0:0:0:0:7",
        "X-Forwarded-For: 1.1.1.1, 192.0.2.7 | 192.0.2.7",
        "X-Forwarded-For: 1.1.1.1, 192.0.2.7, 10.0.0.9,, 2001:db8:f::1 | 192.0.2.7",
        "X-Forwarded-For: garbage, 192.0.2.7 | 192.0.2.7",
        "X-Forwarded-For: 192.0.2.7, garbage | 10.0.0.1",
        "X-Forwarded-For: 192.0.2.7, unknown, 10.0.0.9 | 10.0.0.1",
        "X-Forwarded-For: 10.1.1.1, 10.2.2.2 | 10.1.1.1",
        "X-Forwarded-For: , | 10.0.0.1",
        "Forwarded: for=1.1.1.1;proto=https, for=192.0.2.7;proto=http | 192.0.2.7",
        "Forwarded: for=1.1.1.1, for=192.0.2.7;proto=HTTPS, for=10.0.0.9 | 192.0.2.7 secure",
        "Forwarded: for=\"[2001:db8::7]:1\";proto=https | 2001:db8:0:0:0:0:0:7 secure",
        "Forwarded: for=_hidden;proto=https | 10.0.0.1 secure",
        "Forwarded: proto=https | 10.0.0.1 secure",
        "Forwarded: for=1.1.1.1;proto=https;a=\", for=192.0.2.7 | 10.0.0.1",
        "X-Forwarded-Proto: https | 10.0.0.1 secure",
        "X-Forwarded-Proto: HTTPS | 10.0.0.1 secure",
        "X-Forwarded-Proto: https, http | 10.0.0.1",
        "X-Forwarded-Proto: http, https | 10.0.0.1 secure",
        "X-Forwarded-Proto: httpsx | 10.0.0.1",
        "X-Forwarded-Host: x | 10.0.0.1",
        "Via: x | 10.0.0.1"
      })
  void read_trustedPeer_believesIt(String line, String expected) {
    assertThat(read("10.0.0.1", line)).isEqualTo(expected);
    assertThat(read("198.51.100.1", line)).isEqualTo("198.51.100.1");
    // a proxy on this machine that nobody named makes nothing secure
    assertThat(read("127.0.0.1", line)).isEqualTo("127.0.0.1");
  }

  @Test
  void read_schemesOfTwoProxies_isThatOfThePhonesHop() {
    String nodes = "X-Forwarded-For: 192.0.2.7, 10.0.0.9";
    assertThat(read("10.0.0.1", nodes, "X-Forwarded-Proto: https, http"))
        .isEqualTo("192.0.2.7 secure");
    assertThat(read("10.0.0.1", nodes, "X-Forwarded-Proto: https, http, https"))
        .isEqualTo("192.0.2.7");
    assertThat(read("10.0.0.1", nodes, "X-Forwarded-Proto: https")).isEqualTo("192.0.2.7 secure");
    assertThat(read("10.0.0.1", "X-Forwarded-For: 1.1.1.1", "X-Forwarded-For: 192.0.2.7", nodes))
        .isEqualTo("192.0.2.7");
  }

  @Test
  void read_bothFamilies_mustAgree() {
    String older = "X-Forwarded-For: 192.0.2.7";
    String https = "X-Forwarded-Proto: https";
    assertThat(read("10.0.0.1", older, https, "Forwarded: for=192.0.2.7;proto=https"))
        .isEqualTo("192.0.2.7 secure");
    assertThat(read("10.0.0.1", older, "Forwarded: for=1.1.1.1;proto=https")).isEqualTo("10.0.0.1");
    assertThat(read("10.0.0.1", older, https, "Forwarded: for=192.0.2.7;proto=http"))
        .isEqualTo("192.0.2.7");
    assertThat(read("10.0.0.1", https, "Forwarded: for=192.0.2.7")).isEqualTo("10.0.0.1");
  }

  @Test
  void read_loopback_isSecureOnlyWithoutProxy() {
    assertThat(read("127.0.0.1")).isEqualTo("127.0.0.1 secure");
    assertThat(read("[::1]")).isEqualTo("0:0:0:0:0:0:0:1 secure");
    assertThat(read("127.0.0.1", "User-Agent: x")).isEqualTo("127.0.0.1 secure");
    assertThat(read("127.0.0.1", "x-real-ip: 1.1.1.1")).isEqualTo("127.0.0.1");
    assertThat(read("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(read("nonsense")).isEqualTo("0.0.0.0");
  }

  @Test
  void read_tls_isSecureUnlessItsProxyDeniesIt() {
    OriginReader reader = new OriginReader(PROXIES);
    assertThat(reader.read(request("192.0.2.1", true, null)).secure()).isTrue();
    assertThat(reader.read(request("192.0.2.1", true, null, "X-Forwarded-Proto: http")).secure())
        .isTrue();
    assertThat(reader.read(request("10.0.0.1", true, null)).secure()).isTrue();
    assertThat(reader.read(request("10.0.0.1", true, null, "X-Forwarded-Proto: http")).secure())
        .isFalse();
  }

  @Test
  void read_wrongAttributeOrCertificate_isNone() {
    OriginReader reader = new OriginReader(PROXIES);
    for (Object wrong : new Object[] {"text", new String[] {"x"}, 1, new Object[0]}) {
      assertThat(reader.read(request("192.0.2.1", true, wrong)).certificates()).isEmpty();
    }
    for (String wrong : new String[] {":", "::", ":AAAA:", ":!:", "AAAA", "x", ":A:", ""}) {
      assertThat(
              reader.read(request("10.0.0.1", true, null, "Client-Cert: " + wrong)).certificates())
          .isEmpty();
    }
  }

  @Test
  void read_forwardedByStrangers_warnsOnce() throws Exception {
    try (Site site = Site.filter("/", new ProvisioningFilter(Site.latchkey()), Targets.PHONES)) {
      for (int i = 0; i < 3; i++) {
        Wire.Reply forged =
            site.get(
                "/cfg/" + Site.FILE,
                Site.BASIC,
                "X-Forwarded-For: 192.0.2.7",
                "X-Forwarded-Proto: https");
        assertThat(forged.status()).isEqualTo(403);
      }
      assertThat(site.logged(Level.WARNING))
          .singleElement()
          .asString()
          .contains("no trusted proxy");
    }
  }

  @Test
  void read_forwardedByManyStrangers_oneWarningForEachOfTheFirst() {
    List<String> warned = new CopyOnWriteArrayList<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            warned.add(String.valueOf(line.getMessage()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(OriginReader.class.getName());
    logger.addHandler(listener);
    logger.setUseParentHandlers(false);
    try {
      OriginReader reader = new OriginReader(PROXIES);
      for (int i = 0; i < 1_000; i++) {
        String peer = "198.51.100." + (i % 250);
        reader.read(request(peer, true, null, "X-Forwarded-For: 192.0.2.7"));
        reader.read(request("10.0.0." + (i % 250), true, null, "X-Forwarded-For: 192.0.2.7"));
        reader.read(request("203.0.113." + (i % 250), true, null));
      }
    } finally {
      logger.setUseParentHandlers(true);
      logger.removeHandler(listener);
    }

    assertThat(warned).hasSize(32).doesNotHaveDuplicates();
    assertThat(warned).allMatch(line -> line.startsWith("198.51.100."));
  }

  @Test
  void read_trustedProxyOnLoopback_makesRequestsSecure() throws Exception {
    ProvisioningFilter filter =
        new ProvisioningFilter(Site.latchkey(), TrustedProxies.of("127.0.0.0/8"));
    try (Site site = Site.filter("/", filter, Targets.PHONES)) {
      String target = "/cfg/" + Site.FILE;
      String node = "X-Forwarded-For: 192.0.2.7";
      assertThat(site.get(target, Site.BASIC, node).status()).isEqualTo(403);
      assertThat(site.get(target, Site.BASIC, node, "X-Forwarded-Proto: http").status())
          .isEqualTo(403);
      assertThat(site.get(target, Site.BASIC, node, "X-Forwarded-Proto: https").status())
          .isEqualTo(200);
      assertThat(site.logged(Level.WARNING)).isEmpty();
    }
  }
}
