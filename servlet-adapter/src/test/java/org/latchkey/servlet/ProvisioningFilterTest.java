package org.latchkey.servlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.servlet.Container.Kind.JETTY_12_1;
import static org.latchkey.servlet.Container.Kind.TOMCAT_10_1;
import static org.latchkey.servlet.Container.Kind.TOMCAT_11;
import static org.latchkey.servlet.Container.Kind.UNDERTOW_2_3;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.Latchkey;
import org.latchkey.servlet.Container.Kind;
import org.latchkey.servlet.Container.Targets;

class ProvisioningFilterTest {
  private static final String TARGET = "/cfg/" + Site.FILE;
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]*)\"");

  private Site site;

  @BeforeEach
  void start() throws Exception {
    site = Site.filter("/", new ProvisioningFilter(Site.latchkey()), Targets.PHONES);
  }

  @AfterEach
  void stop() throws Exception {
    assertThat(site.logged(Level.SEVERE)).isEmpty();
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cfg",
        "/cfg/",
        "/cfg?",
        "/cfg/001565aabbcc.cfg",
        "/cfg//001565aabbcc.cfg",
        "/cfg///001565aabbcc.cfg?x=1",
        "/cfg001565aabbcc.cfg",
        "/cfg-001565aabbcc.cfg",
        "/cfg/unknown/name.txt",
        "http://p.example/cfg/001565aabbcc.cfg"
      })
  void doFilter_provisioningPath_isChallengedWithoutRedirect(String target) throws Exception {
    Wire.Reply reply = site.get(target);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.value("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.values("Location")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/cfgadmin", "/cfgadmin/x.html", "/cf", "/other/cfg/", "/CFG/"})
  void doFilter_otherPath_isPassedOn(String target) throws Exception {
    Wire.Reply reply = site.get(target);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("the host's");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cfg/001565aabbcc.cfg",
        "/cfg//001565aabbcc.cfg",
        "/cfg001565aabbcc.cfg",
        "/cfg-001565aabbcc.cfg",
        "/cfg/%30%301565aabbcc.cfg"
      })
  void doFilter_rightProof_getsTheFile(String target) throws Exception {
    Wire.Reply reply = site.get(target, Site.BASIC);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).startsWith("#!version");
    assertThat(reply.value("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(reply.value("ETag")).startsWith("\"");
  }

  @Test
  void doFilter_head_hasTheLengthOfGet() throws Exception {
    try (Wire wire = site.open()) {
      Wire.Reply head = wire.ask("HEAD", TARGET, "", Site.BASIC);
      Wire.Reply get = wire.get(TARGET, Site.BASIC);

      assertThat(head.status()).isEqualTo(200);
      assertThat(get.status()).isEqualTo(200);
      assertThat(head.value("Content-Length")).isEqualTo("" + get.body().length());
      assertThat(head.value("ETag")).isEqualTo(get.value("ETag"));
      assertThat(wire.ask("HEAD", TARGET, "").value("Content-Length"))
          .isEqualTo(wire.get(TARGET).value("Content-Length"))
          .isNotEqualTo("0");
    }
  }

  @Test
  void doFilter_sameTag_answers304() throws Exception {
    try (Wire wire = site.open()) {
      String tag = wire.ask("HEAD", TARGET, "", Site.BASIC).value("ETag");

      Wire.Reply reply = wire.get(TARGET, Site.BASIC, "If-None-Match: " + tag);

      assertThat(reply.status()).isEqualTo(304);
      assertThat(reply.value("ETag")).isEqualTo(tag);
      assertThat(wire.get("/").status()).isEqualTo(200);
    }
  }

  @Test
  void doFilter_twoChallenges_areTwoLinesInOrder() throws Exception {
    Wire.Reply reply = site.get("/cfg/unknown.txt");

    assertThat(reply.values("WWW-Authenticate")).hasSize(2);
    assertThat(reply.values("WWW-Authenticate").get(0)).startsWith("Digest ");
    assertThat(reply.values("WWW-Authenticate").get(1)).startsWith("Basic ");
  }

  @Test
  void doFilter_anyReasonFor401_sameBytes() throws Exception {
    String none = bytes(site.get(TARGET));

    assertThat(bytes(site.get(TARGET, Site.basic("wrong")))).isEqualTo(none);
    assertThat(bytes(site.get("/cfg/001565ffffff.cfg"))).isEqualTo(none);
    assertThat(bytes(site.get("/cfg/001565ffffff.cfg", Site.BASIC))).isEqualTo(none);
  }

  private static String bytes(Wire.Reply reply) {
    assertThat(reply.status()).isEqualTo(401);
    // some containers add the date, which may change between two answers
    String head = String.join("\n", reply.lines()).replaceAll("(?m)^Date: .*$", "Date");
    return NONCE.matcher(head).replaceAll("nonce") + reply.body();
  }

  @ParameterizedTest
  @CsvSource({"DELETE,405", "OPTIONS,405", "PATCH,405", "PROPFIND,405", "PUT,405", "POST,405"})
  void doFilter_otherMethod_isTheCores(String method, int status) throws Exception {
    try (Wire wire = site.open()) {
      assertThat(wire.ask(method, TARGET, "").status()).isEqualTo(status);
      assertThat(wire.get(TARGET).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cfg", "/cfg/", "/cfg/001565aabbcc.cfg", "/cfg//001565aabbcc.cfg"})
  void doFilter_contextOfThatName_isServed(String target) throws Exception {
    try (Site named =
        Site.filter("/cfg", new ProvisioningFilter(Site.latchkey()), Targets.PHONES)) {
      assertThat(named.get(target).status()).isEqualTo(401);
      if (target.endsWith("g")) {
        assertThat(named.get("/cfg/" + Site.FILE, Site.BASIC).status()).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cfg/001565aabbcc.cfg",
        "/cfg//001565aabbcc.cfg",
        "/cfg001565aabbcc.cfg",
        "/cfg-001565aabbcc.cfg",
        "/cfg/001565aabbcc.cfg?",
        "/cfg/001565aabbcc.cfg?a=%2f+b",
        "/cfg/%30%301565aabbcc.cfg",
        "http://p.example/cfg/001565aabbcc.cfg"
      })
  void doFilter_digestOfTheTargetAsSent_getsTheFile(String target) throws Exception {
    try (Wire wire = site.open()) {
      assertThat(wire.get(target, digest(wire.get(target), target)).status()).isEqualTo(200);
    }
  }

  @Test
  void doFilter_http10_hasLengthAndKeepsTheConnectionIfAsked() throws Exception {
    String request = "GET " + TARGET + " HTTP/1.0\r\n" + Site.BASIC + "\r\n";
    try (Wire wire = site.open()) {
      wire.send(request + "Connection: Keep-Alive\r\n\r\n");
      assertThat(wire.read(false).status()).isEqualTo(200);
      wire.send(request + "\r\n");
      assertThat(wire.read(false).status()).isEqualTo(200);
      assertThat(wire.isClosed()).isTrue();
    }
  }

  @Test
  void doFilter_pathRewrittenByProxy_takesTheUriThatThePhoneKnows() throws Exception {
    Latchkey latchkey = Site.latchkey(builder -> builder.paths("/app/prov"));
    try (Site rewritten = Site.filter("/app", new ProvisioningFilter(latchkey), Targets.PHONES)) {
      String target = "/app/prov/" + Site.FILE;
      Wire.Reply challenge = rewritten.get(target);

      assertThat(rewritten.get(target, digest(challenge, "/other/" + Site.FILE)).status())
          .isEqualTo(400);
      assertThat(rewritten.get(target, digest(challenge, TARGET)).status()).isEqualTo(200);
      assertThat(rewritten.get("/app" + TARGET).body()).isEqualTo("the host's");
    }
  }

  private static String digest(Wire.Reply challenge, String uri) throws Exception {
    Matcher nonce = NONCE.matcher(challenge.values("WWW-Authenticate").get(0));
    assertThat(nonce.find()).isTrue();
    String a1 = md5(Site.USER + ":provisioning:" + Site.PASSWORD);
    String a2 = md5("GET:" + uri);
    String response = md5(a1 + ":" + nonce.group(1) + ":00000001:c:auth:" + a2);
    return String.format(
        "Authorization: Digest username=\"%s\", realm=\"provisioning\", nonce=\"%s\", uri=\"%s\","
            + " qop=auth, nc=00000001, cnonce=\"c\", response=\"%s\", algorithm=MD5",
        Site.USER, nonce.group(1), uri, response);
  }

  private static String md5(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(US_ASCII)));
  }

  /** What no phone sends, and who refuses it even when told to let in what it can. */
  private record Malformed(String target, List<Kind> refusing) {
    Malformed(String target, Kind... refusing) {
      this(target, List.of(refusing));
    }

    @Override
    public String toString() {
      return target.substring(0, Math.min(target.length(), 40));
    }
  }

  static Malformed[] malformed() {
    Kind[] allButJetty = {TOMCAT_10_1, TOMCAT_11, UNDERTOW_2_3};
    return new Malformed[] {
      new Malformed("/cfg/.."),
      new Malformed("/cfg/../001565aabbcc.cfg"),
      new Malformed("/cfg/x/../001565aabbcc.cfg"),
      new Malformed("/cfg/%2e%2e/001565aabbcc.cfg"),
      new Malformed("/cfg/%252e%252e/001565aabbcc.cfg"),
      new Malformed("/cfg/..%2f001565aabbcc.cfg"),
      new Malformed("/cfg/a%2f001565aabbcc.cfg"),
      new Malformed("/cfg/a%5c001565aabbcc.cfg"),
      new Malformed("/cfg/001565aabbcc.cfg%00", JETTY_12_1, TOMCAT_10_1, TOMCAT_11),
      new Malformed("/cfg/%", Kind.values()),
      new Malformed("/cfg/%zz", Kind.values()),
      new Malformed("/cfg/%u0041", allButJetty),
      new Malformed("/cfg/a b.cfg", Kind.values()),
      new Malformed("/cfg/a%20b.cfg"),
      new Malformed("/cfg/001565aabbcc.cfg;x=1"),
      new Malformed("/cfg/;x=1/001565aabbcc.cfg"),
      new Malformed("/cfg/\u00e9.cfg", allButJetty),
      new Malformed("/cfg/%c3%a9.cfg"),
      new Malformed("/cfg/" + "a".repeat(600)),
      new Malformed("/cfg/" + "a/".repeat(600)),
      new Malformed("/cfg/x?" + "a".repeat(600)),
      new Malformed("/cfg/" + "a".repeat(20_000), JETTY_12_1, TOMCAT_10_1, TOMCAT_11)
    };
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void doFilter_malformedTarget_shortRefusal(Malformed malformed) throws Exception {
    assertShortRefusal(site.get(malformed.target(), Site.BASIC));
    assertThat(site.get(TARGET, Site.BASIC).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void doFilter_malformedTargetThatTheContainerLetsIn_shortRefusal(Malformed malformed)
      throws Exception {
    try (Site open = Site.filter("/", new ProvisioningFilter(Site.latchkey()), Targets.ANY)) {
      Wire.Reply reply = open.get(malformed.target(), Site.BASIC);

      assertShortRefusal(reply);
      assertThat(!reply.body().startsWith("400 Bad Request: no phone asks for such a path"))
          .as("refused by the container")
          .isEqualTo(malformed.refusing().contains(Kind.current()));
      assertThat(open.logged(Level.SEVERE)).isEmpty();
    }
  }

  private static void assertShortRefusal(Wire.Reply reply) {
    assertThat(reply.status()).isBetween(400, 499).isNotEqualTo(401);
    assertThat(reply.body()).hasSizeLessThan(700).doesNotContain("\tat ");
  }
}
