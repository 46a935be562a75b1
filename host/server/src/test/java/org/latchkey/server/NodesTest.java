package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.caller.Caller;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testdatabases.TestDatabases;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.yealink.YealinkPhone;
import org.opentest4j.TestAbortedException;

/** Two nodes that began at once on one empty database, behind one address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodesTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Path folder;
  private TcpLine address;
  private TestServer one;
  private TestServer other;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    folder = data;
    address = new TcpLine(0);
    URI url = URI.create("http://127.0.0.1:" + address.port() + "/cfg/");
    List<TestServer> nodes = startTogether(TestDatabases.postgresql(), folder, url);
    one = nodes.get(0);
    other = nodes.get(1);
  }

  @AfterAll
  void stop() throws Exception {
    address.close();
    one.close();
    other.close();
  }

  /** Two nodes that run their scripts and enter their first pass at the same time. */
  private static List<TestServer> startTogether(TestDatabase database, Path folder, URI url)
      throws Exception {
    Map<String, String> environment = TestServer.environment(database);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<TestServer>> starting =
          IntStream.range(0, 2)
              .mapToObj(
                  i -> {
                    ServeOptions options =
                        TestServer.on(database, database.url(), folder.resolve("node" + i));
                    options.publicUrl = url;
                    options.store.pool = 4;
                    return pool.submit(() -> new TestServer(options, environment));
                  })
              .toList();
      return List.of(starting.get(0).get(), starting.get(1).get());
    } finally {
      pool.shutdownNow();
    }
  }

  /** All requests go to that node from now on. */
  private void ask(TestServer node) {
    address.lead(node.running().adminUrl().getPort());
  }

  private YealinkPhone enrolledAt(TestServer node, String mac) throws Exception {
    node.enrol(mac, "yealink", "T46S");
    YealinkPhone phone = YealinkPhone.builder(mac).build();
    node.redirect(phone);
    return phone;
  }

  @Test
  void start_bothAtOnce_haveOneGlobalPass() {
    assertThat(one.password()).isEqualTo(other.password());
    assertThat(folder.resolve("node0/global-pass"))
        .hasSameTextualContentAs(folder.resolve("node1/global-pass"));
  }

  @Test
  void start_bothAtOnceOnMariadb_haveOneGlobalPass(@TempDir Path data) throws Exception {
    TestDatabase database =
        TestDatabases.mariadb().orElseThrow(() -> new TestAbortedException("no MariaDB"));
    List<TestServer> nodes =
        startTogether(database, data, URI.create("http://127.0.0.1:8080/cfg/"));
    try (TestServer first = nodes.get(0);
        TestServer second = nodes.get(1)) {
      assertThat(first.password()).isEqualTo(second.password());
      first.enrol("001565020001", "yealink", "T46S");
      assertThat(second.management().state("001565020001")).isEqualTo("armed");
    }
  }

  @Test
  void challenge_ofOneNode_isAnsweredToTheOther() throws Exception {
    one.enrol("001565010001", "yealink", "T46S");
    String path = "/cfg/001565010001.cfg";
    HttpResponse<String> challenged = get(one, path, "");
    assertThat(challenged.statusCode()).isEqualTo(401);

    String answer = digest(challenged, path, "firstboot", other.password());

    assertThat(get(other, path, answer).statusCode()).isEqualTo(200);
    assertThat(one.management().state("001565010001")).isEqualTo("issued");
  }

  private static HttpResponse<String> get(TestServer node, String path, String authorization)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.running().adminUrl() + path))
            .header("User-Agent", "Yealink SIP-T46S 66.86.0.15 00:15:65:01:00:01");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** RFC 7616 with MD5 and qop=auth. */
  private static String digest(
      HttpResponse<String> challenged, String path, String user, String password) throws Exception {
    String challenge =
        challenged.headers().allValues("WWW-Authenticate").stream()
            .filter(value -> value.startsWith("Digest"))
            .findFirst()
            .orElseThrow();
    String realm = part(challenge, "realm");
    String nonce = part(challenge, "nonce");
    String a1 = md5(user + ":" + realm + ":" + password);
    String a2 = md5("GET:" + path);
    String response = md5(a1 + ":" + nonce + ":00000001:c0ffee:auth:" + a2);
    String opaque =
        challenge.contains("opaque=") ? ", opaque=\"" + part(challenge, "opaque") + "\"" : "";
    String form =
        "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", qop=auth,"
            + " nc=00000001, cnonce=\"c0ffee\", response=\"%s\"";
    return form.formatted(user, realm, nonce, path, response) + opaque;
  }

  private static String part(String challenge, String name) {
    Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
    assertThat(matcher.find()).as(challenge).isTrue();
    return matcher.group(1);
  }

  private static String md5(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void phone_armedAtOneNode_bootsAtTheOtherAndProvesAtTheFirst() throws Exception {
    YealinkPhone phone = enrolledAt(one, "001565010002");
    ask(other);
    assertThat(phone.boot(new Fault.PowerCutInApply(0)).exchanges()).isNotEmpty();
    phone.boot();
    ask(one);
    phone.boot();

    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(one.state(phone)).isEqualTo("provisioned");
    assertThat(other.state(phone)).isEqualTo("provisioned");
  }

  @Test
  void knock_atOneNode_isSeenAtTheOtherAfterItsFlush() throws Exception {
    YealinkPhone phone = YealinkPhone.builder("001565010003").build();
    one.redirect(phone);
    ask(one);
    phone.boot();

    one.running().flush();

    assertThat(other.running().administration().knocks(Caller.superUser("admin")))
        .extracting(knock -> knock.mac().toString())
        .contains("001565010003");
  }

  @Test
  void node_ended_theOtherGoesOn() throws Exception {
    TestDatabase database = TestDatabases.postgresql();
    List<TestServer> nodes =
        startTogether(
            database,
            folder.resolve("pair"),
            URI.create("http://127.0.0.1:" + address.port() + "/cfg/"));
    YealinkPhone phone = enrolledAt(nodes.get(0), "001565010004");
    ask(nodes.get(0));
    phone.boot();
    phone.boot();
    nodes.get(0).close();
    try (TestServer left = nodes.get(1)) {
      ask(left);
      assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(left.state(phone)).isEqualTo("provisioned");
      assertThat(left.management().call("GET", "devices/001565010004/events", "").body().toString())
          .as("what the ended node had to tell")
          .contains("proven");
    }
  }
}
