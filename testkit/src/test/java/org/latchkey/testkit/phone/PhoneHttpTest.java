package org.latchkey.testkit.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocketFactory;
import org.junit.jupiter.api.Test;

class PhoneHttpTest {
  private final RoundLog log = new RoundLog(Waiter.none());
  private final PhoneHttp http =
      new PhoneHttp(
          new HttpSettings(
              Optional.empty(),
              Optional.empty(),
              Duration.ofSeconds(5),
              Duration.ofMillis(200),
              false));

  private HttpAnswer get(ScriptedServer server, Fault... faults) throws IOException {
    return http.exchange(
        PhoneRequest.of("GET", PhoneUrl.parse(server.url("/a?b=1"))),
        new FaultPlan(List.of(faults)),
        log);
  }

  private Round report() {
    return log.finish(Outcome.FAILED, Optional.empty());
  }

  private static byte[] raw(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void exchange_plainAnswer_loggedWithHashAndEtag() throws Exception {
    try (var server =
        ScriptedServer.plain(r -> ScriptedServer.reply(200, "hello", "ETag: \"e\""))) {
      assertThat(get(server).body()).asString(UTF_8).isEqualTo("hello");

      Exchange exchange = report().exchanges().get(0);
      assertThat(exchange.status()).isEqualTo(200);
      assertThat(exchange.bytes()).isEqualTo(5);
      assertThat(exchange.md5()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
      assertThat(exchange.etag()).hasValue("\"e\"");
      assertThat(exchange.file()).isEqualTo("a");
      assertThat(exchange.toString()).contains("GET", "/a?b=1", "200", "5 B");
      assertThat(server.requests().get(0).target()).isEqualTo("/a?b=1");
      assertThat(server.requests().get(0).header("Host")).hasValue(server.authority());
    }
  }

  @Test
  void exchange_head_lengthWithoutBody() throws Exception {
    byte[] head = raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
    try (var server = ScriptedServer.plain(r -> head)) {
      PhoneUrl url = PhoneUrl.parse(server.url("/a"));

      HttpAnswer answer =
          http.exchange(PhoneRequest.of("HEAD", url), new FaultPlan(List.of()), log);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void exchange_chunked_readAndReported() throws Exception {
    String answer =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    try (var server = ScriptedServer.plain(r -> raw(answer))) {
      assertThat(get(server).body()).asString(UTF_8).isEqualTo("abcde");
      assertThat(report().defects()).extracting(Defect::kind).containsExactly(Defect.Kind.CHUNKED);
    }
  }

  @Test
  void exchange_withoutLength_readToTheEndAndReported() throws Exception {
    try (var server = ScriptedServer.plain(r -> raw("HTTP/1.1 200 OK\r\n\r\nabc"))) {
      assertThat(get(server).body()).asString(UTF_8).isEqualTo("abc");
      assertThat(report().defects())
          .extracting(Defect::kind)
          .containsExactly(Defect.Kind.MISSING_LENGTH);
    }
  }

  @Test
  void exchange_continueAndNoContent_finalAnswerWithoutDefect() throws Exception {
    try (var server =
        ScriptedServer.plain(r -> raw("HTTP/1.1 100 Go\r\n\r\nHTTP/1.1 204 OK\r\n\r\n"))) {
      assertThat(get(server).status()).isEqualTo(204);
      assertThat(report().defects()).isEmpty();
    }
  }

  @Test
  void exchange_shortBody_fails() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\nabc";
    try (var server = ScriptedServer.plain(r -> raw(answer))) {
      assertThatThrownBy(() -> get(server)).isInstanceOf(IOException.class);
      assertThat(report().exchanges().get(0).bytes()).isEqualTo(3);
      assertThat(report().exchanges().get(0).status()).isZero();
    }
  }

  @Test
  void exchange_nonsense_fails() throws Exception {
    try (var server = ScriptedServer.plain(r -> raw("SIP/2.0 200 OK\r\n\r\n"))) {
      assertThatThrownBy(() -> get(server)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void exchange_silentServer_timesOut() throws Exception {
    try (var server = ScriptedServer.plain(r -> ScriptedServer.silence())) {
      assertThatThrownBy(() -> get(server)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void exchange_keepAlive_oneConnectionUntilServerCloses() throws Exception {
    try (var server = ScriptedServer.plain(r -> ScriptedServer.reply(200, "x"))) {
      http.keepAlive(true);
      get(server);
      get(server);
      http.keepAlive(false);
      get(server);
      get(server);

      assertThat(server.requests())
          .extracting(ScriptedServer.Request::connection)
          .containsExactly(1, 1, 1, 2);
    }
  }

  @Test
  void exchange_keptConnectionClosedByServer_openedAnew() throws Exception {
    var seen = new java.util.concurrent.atomic.AtomicInteger();
    try (var server =
        ScriptedServer.plain(
            r ->
                seen.incrementAndGet() == 2
                    ? ScriptedServer.hangUp()
                    : ScriptedServer.reply(200, "x"))) {
      http.keepAlive(true);
      get(server);
      assertThat(get(server).status()).isEqualTo(200);
      assertThat(report().exchanges()).hasSize(2);
    }
  }

  @Test
  void exchange_localAddress_boundAndChangedByFault() throws Exception {
    try (var server = ScriptedServer.plain(r -> ScriptedServer.reply(200, "x"))) {
      http.moveTo(InetAddress.getByName("127.0.0.7"));
      get(server);
      get(server, new Fault.AddressChange(1, InetAddress.getByName("127.0.0.8")));
      get(server);

      assertThat(server.requests())
          .extracting(ScriptedServer.Request::from)
          .containsExactly("127.0.0.7", "127.0.0.8", "127.0.0.8");
    }
  }

  @Test
  void exchange_httpsWithoutContext_fails() {
    assertThatThrownBy(
            () ->
                http.exchange(
                    PhoneRequest.of("GET", PhoneUrl.parse("https://127.0.0.1:1/")),
                    new FaultPlan(List.of()),
                    log))
        .isInstanceOf(IOException.class);
    assertThat(report().exchanges()).hasSize(1);
  }

  @Test
  void reach_otherSettings_laterConnectionsUseThemFromSameAddress() throws Exception {
    try (var server = ScriptedServer.plain(r -> ScriptedServer.reply(200, "x"));
        var secure =
            ScriptedServer.secure(
                SSLServerSocketFactory.getDefault(), r -> raw("no certificate"))) {
      assertThatThrownBy(() -> get(secure)).hasMessageContaining("without TLS");
      http.moveTo(InetAddress.getByName("127.0.0.9"));

      http.reach(
          new HttpSettings(
              Optional.of(SSLContext.getDefault()),
              Optional.of(InetAddress.getByName("127.0.0.8")),
              Duration.ofSeconds(5),
              Duration.ofSeconds(5),
              false));

      assertThatThrownBy(() -> get(secure)).isInstanceOf(SSLException.class);
      get(server);
      assertThat(server.requests().get(0).from()).isEqualTo("127.0.0.9");
    }
  }
}
