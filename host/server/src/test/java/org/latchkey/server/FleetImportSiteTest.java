package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import org.latchkey.pass.PassPolicy;
import org.latchkey.secret.SecretAccess;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;

/** Phones of all brands that run with credentials from elsewhere are imported over real HTTPS. */
class FleetImportSiteTest {
  private static final String PASSWORD = "Elsewhere42";

  @TempDir private Path folder;

  private RunningServer server;
  private SSLContext tls;
  private ManagementClient management;

  @BeforeEach
  void start() {
    ServeOptions options = new ServeOptions();
    options.port = 0;
    options.adminPort = 0;
    options.data = folder;
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    server =
        RunningServer.start(
            options, Map.of(), PassPolicy.DEFAULTS.withSettleTime(Duration.ZERO), silent);
    tls = TrustingTls.of(KeyMaterial.selfSigned(folder.resolve("tls.p12"), "x"));
    management = new ManagementClient(server.adminUrl(), server.token(), tls);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A phone that has its own user name, which is not its MAC, and a password from elsewhere. */
  private SimulatedPhone running(DemoPhone kind) {
    SimulatedPhone phone = kind.make(tls);
    phone.enterManually(server.publicUrl().toString(), user(kind), PASSWORD);
    return phone;
  }

  private static String user(DemoPhone kind) {
    return "old" + kind.mac.substring(6);
  }

  private static String row(DemoPhone kind) {
    return String.join(
        ",",
        kind.mac,
        kind.brand,
        kind.model,
        "acme.example",
        "west",
        "100",
        "sip.acme.example",
        user(kind),
        PASSWORD);
  }

  @Test
  void runningFleet_imported_isServedWithoutAnyReset() throws Exception {
    StringBuilder csv =
        new StringBuilder(
            "mac,brand,model,domain,reseller,line1_user,line1_registrar,"
                + "provisioning_username,provisioning_password\r\n");
    for (DemoPhone kind : DemoPhone.values()) {
      csv.append(row(kind)).append("\r\n");
    }
    JsonNode report = imported(csv.toString());
    assertThat(report.path("entered").asInt())
        .as("%s", report)
        .isEqualTo(DemoPhone.values().length);

    for (DemoPhone kind : DemoPhone.values()) {
      SimulatedPhone phone = running(kind);
      Round round = phone.resync();
      assertThat(round.outcome()).as("%s: %s", kind, round).isEqualTo(Outcome.APPLIED);
      assertThat(statuses(round)).contains(200);
      assertThat(phone.storedUser()).as("%s", kind).contains(user(kind));
      assertThat(phone.holds(user(kind), PASSWORD)).as("%s", kind).isTrue();
      assertThat(phone.resync().outcome()).as("%s", kind).isEqualTo(Outcome.UNCHANGED);
      assertThat(management.state(kind.mac)).isEqualTo("provisioned");

      SimulatedPhone stranger = kind.make(tls);
      stranger.redirect(
          server.publicUrl().toString(),
          server.globalPass().username(),
          server.globalPass().password().reveal(SecretAccess.granted()));
      assertThat(stranger.boot().outcome()).as("%s", kind).isEqualTo(kind.refused);
      assertThat(stranger.sipUsers()).as("%s", kind).isEmpty();
    }
  }

  private JsonNode imported(String csv) throws Exception {
    URI path = server.adminUrl().resolve("/api/v1/devices:import");
    HttpRequest request =
        HttpRequest.newBuilder(path)
            .header("Authorization", "Bearer " + server.token())
            .header("Content-Type", "text/csv; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(csv))
            .build();
    HttpClient http = HttpClient.newBuilder().sslContext(tls).build();
    return new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  private static List<Integer> statuses(Round round) {
    return round.exchanges().stream().map(Exchange::status).toList();
  }
}
