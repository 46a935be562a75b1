package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.latchkey.caller.Caller;
import org.latchkey.caller.Caller.Scope;

/**
 * The API in a Jetty, over a memory of its own for each test. Of every answer it is checked that it
 * holds no planted secret and nothing of Java, of every refusal that nothing was stored or told,
 * and of the log that nobody shouted and no secret was written.
 */
final class Api implements BeforeEachCallback, AfterEachCallback {
  /** Every secret that a test gives begins so. */
  static final String PLANTED = "Planted";

  static final String MAC = "001565aabbcc";
  static final String DEVICE = "/devices/" + MAC;

  /** With this header, the host's sign-in throws. */
  static final String BROKEN_SIGN_IN = "X-Broken-Sign-In";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Map<String, Caller> CALLERS =
      Map.of(
          "token-super", Caller.superUser("root"),
          "token-west", reseller("west"),
          "token-east", reseller("east"),
          "token-acme", office("acme.example"),
          "token-blue", office("blue.example"));

  final Host host;
  final Logs logs = new Logs();
  private URI base = URI.create("http://127.0.0.1");
  private String token = "token-super";
  private int shouts;
  private final Set<String> secrets = new TreeSet<>();

  Api() {
    this(new Host());
  }

  Api(Host host) {
    this.host = host;
  }

  private static Caller reseller(String name) {
    return new Caller(name, Scope.RESELLER, Optional.of(name), Optional.empty());
  }

  /** An office manager of one of west's domains. */
  private static Caller office(String domain) {
    return new Caller(domain, Scope.OFFICE_MANAGER, Optional.of("west"), Optional.of(domain));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    logs.open();
    Jetty jetty = Jetty.of(context);
    base = URI.create("http://127.0.0.1:" + jetty.port());
    jetty.serve(new ManagementServlet(host.latchkey.administration(), this::callerOf));
  }

  private Optional<Caller> callerOf(HttpServletRequest request) {
    if (request.getHeader(BROKEN_SIGN_IN) != null) {
      throw new IllegalStateException("the sign-in is broken");
    }
    return new BearerTokens(CALLERS).callerOf(request);
  }

  /** Expects one more line at ERROR, and answers all of them. */
  List<String> shouted() {
    shouts++;
    return logs.lines(Level.SEVERE);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    logs.close();
    assertThat(logs.lines(Level.SEVERE)).hasSize(shouts);
    assertThat(logs.lines(Level.ALL)).noneMatch(this::tellsSecret);
    assertThat(host.told).noneMatch(event -> tellsSecret(event.toString()));
  }

  /** The calls that follow are this caller's: super, west, east, acme or blue. */
  Api as(String caller) {
    token = "token-" + caller;
    return this;
  }

  Answer get(String path) {
    return call("GET", path, "");
  }

  Answer post(String path, String body) {
    return call("POST", path, body);
  }

  Answer post(String path) {
    return call("POST", path, "");
  }

  Answer put(String path, String body) {
    return call("PUT", path, body);
  }

  Answer delete(String path) {
    return call("DELETE", path, "");
  }

  Answer call(String method, String path, String body, String... headers) {
    BodyPublisher publisher =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    HttpRequest.Builder request = request(path).method(method, publisher);
    if (!body.isEmpty()) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /** A request with the caller's token, to be completed. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve("/api/v1" + path))
        .header("Authorization", "Bearer " + token);
  }

  /** What the one call answers that tells a secret; which it is from then on. */
  JsonNode reveal(String path) {
    JsonNode told = exchange(request(path).POST(BodyPublishers.noBody()).build()).ok();
    secrets.add(told.path("password").asText());
    return told;
  }

  Answer send(HttpRequest.Builder request) {
    List<Object> before = host.stored();
    Answer answer = exchange(request.build());
    host.passwords().forEach(secrets::add);
    assertThat(tellsSecret(answer.text() + answer.headers().map()))
        .as("tells a secret: %s", answer.text())
        .isFalse();
    assertThat(answer.text()).doesNotContain("Exception", "\tat ", "org.latchkey", "jackson");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    if (answer.status() >= 400) {
      assertThat(host.stored()).as("after %s", answer.text()).isEqualTo(before);
    }
    return answer;
  }

  /** A request whose first line java.net.http would not send. */
  Answer raw(String requestLine) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
      String head =
          requestLine
              + "\r\nHost: p.example\r\nConnection: close\r\nAuthorization: Bearer "
              + token
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = Integer.parseInt(answer.substring(9, 12));
      String type = answer.replaceFirst("(?s).*\r\nContent-Type: ([^\r]*)\r\n.*", "$1");
      return new Answer(
          status,
          HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true),
          answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }
  }

  private static Answer exchange(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean tellsSecret(String text) {
    return text.contains(PLANTED) || secrets.stream().anyMatch(text::contains);
  }
}
