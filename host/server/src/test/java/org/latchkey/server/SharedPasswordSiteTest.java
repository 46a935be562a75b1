package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.pass.PassPolicy;
import org.latchkey.secret.SecretAccess;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * A domain whose phones all show one user name and password to a former system comes over: the
 * steps of docs/migrating.md, at phones that hold the old address.
 */
class SharedPasswordSiteTest {
  /** What no new pass may look like, and old ones do. */
  private static final String USER = "prov-acme";

  private static final String PASSWORD = "acme2019";

  @TempDir private Path folder;

  private RunningServer server;
  private SSLContext tls;
  private String pass;

  @BeforeEach
  void start() throws Exception {
    ServeOptions options = new ServeOptions();
    options.port = 0;
    options.adminPort = 0;
    options.data = folder;
    options.paths = List.of("/cfg", "/app/provision");
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    server =
        RunningServer.start(
            options, Map.of(), PassPolicy.DEFAULTS.withSettleTime(Duration.ZERO), silent);
    tls = TrustingTls.of(KeyMaterial.selfSigned(folder.resolve("tls.p12"), "x"));
    pass =
        post(
                "global-passes",
                "application/json",
                """
                {"reseller":"west","domain":"acme.example","username":"%s","password":"%s",
                 "legacy":true}"""
                    .formatted(USER, PASSWORD))
            .path("id")
            .asText();
    assertThat(pass).isNotEmpty();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode post(String call, String type, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.adminUrl() + "/api/v1/" + call))
            .header("Authorization", "Bearer " + server.token())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpClient http = HttpClient.newBuilder().sslContext(tls).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body().isEmpty() ? null : new ObjectMapper().readTree(answer.body());
  }

  private void imported(DemoPhone kind, String domain) throws Exception {
    JsonNode report =
        post(
            "devices:import",
            "text/csv; charset=utf-8",
            "mac,brand,model,domain,reseller,line1_user,line1_registrar,allow_global_password\r\n"
                + String.join(
                    ",",
                    kind.mac,
                    kind.brand,
                    kind.model,
                    domain,
                    "west",
                    "100",
                    "sip.acme.example",
                    "yes"));
    assertThat(report.path("entered").asInt()).as("%s", report).isEqualTo(1);
  }

  /** A phone that the former system has provisioned: it holds the old address. */
  private SimulatedPhone running(DemoPhone kind) {
    SimulatedPhone phone = kind.make(tls);
    String old = server.publicUrl().toString().replace("/cfg/", "/app/provision/");
    phone.enterManually(old, USER, PASSWORD);
    return phone;
  }

  private String state(DemoPhone kind) throws Exception {
    return new ManagementClient(server.adminUrl(), server.token(), tls).state(kind.mac);
  }

  @ParameterizedTest
  @EnumSource
  void phone_comesByItself_getsItsOwnPasswordAndTheSharedOneCloses(DemoPhone kind)
      throws Exception {
    imported(kind, "acme.example");
    SimulatedPhone phone = running(kind);

    Round first = phone.resync();
    assertThat(first.outcome()).as("%s", first).isEqualTo(Outcome.APPLIED);
    assertThat(first.exchanges()).anyMatch(e -> e.target().startsWith("/app/provision/"));
    Round second = phone.resync();
    assertThat(second.outcome()).as("%s", second).isIn(Outcome.APPLIED, Outcome.UNCHANGED);
    assertThat(second.exchanges()).allMatch(e -> e.target().startsWith("/cfg/"));
    assertThat(state(kind)).isEqualTo("provisioned");
    assertThat(phone.storedUser()).isPresent().get().isNotEqualTo(USER);

    SimulatedPhone stranger = running(kind);
    stranger.boot();
    assertThat(stranger.sipUsers()).isEmpty();
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @ParameterizedTest
  @EnumSource
  void phone_ofAnotherDomain_isNotOpenedByIt(DemoPhone kind) throws Exception {
    imported(kind, "blue.example");

    SimulatedPhone phone = running(kind);
    phone.resync();

    assertThat(phone.sipUsers()).isEmpty();
    assertThat(state(kind)).isEqualTo("armed");
  }

  @Test
  void sharedPassword_killed_opensNothingAndANewOneDoes() throws Exception {
    DemoPhone kind = DemoPhone.YEALINK;
    imported(kind, "acme.example");
    post("global-passes/" + pass + "/kill", "application/json", "");

    SimulatedPhone late = running(kind);
    late.resync();
    assertThat(late.sipUsers()).isEmpty();
    assertThat(state(kind)).isEqualTo("armed");

    // the installation's pass is the narrowest again; somebody goes to the phone
    late.factoryReset();
    late.redirect(
        server.publicUrl().toString(),
        server.globalPass().username(),
        server.globalPass().password().reveal(SecretAccess.granted()));
    assertThat(late.boot().outcome()).isEqualTo(Outcome.APPLIED);
    late.resync();
    assertThat(state(kind)).isEqualTo("provisioned");
  }
}
