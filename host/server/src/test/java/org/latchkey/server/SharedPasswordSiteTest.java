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
import java.util.ArrayList;
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
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * Phones of all brands that were provisioned elsewhere with a password that their whole domain
 * shares, and that go on asking under the old path, over real HTTPS.
 */
class SharedPasswordSiteTest {
  private static final String USER = "provision";
  private static final String SHARED = "shared.by-all";
  private static final String OTHERS = "shared.by-others";

  @TempDir private Path folder;

  private RunningServer server;
  private SSLContext tls;
  private ManagementClient management;
  private String oldUrl;

  @BeforeEach
  void start() throws Exception {
    ServeOptions options = new ServeOptions();
    options.port = 0;
    options.adminPort = 0;
    options.data = folder;
    options.paths = new ArrayList<>(List.of("/cfg", "/app/provision"));
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    server =
        RunningServer.start(
            options, Map.of(), PassPolicy.DEFAULTS.withSettleTime(Duration.ZERO), silent);
    tls = TrustingTls.of(KeyMaterial.selfSigned(folder.resolve("tls.p12"), "x"));
    management = new ManagementClient(server.adminUrl(), server.token(), tls);
    oldUrl = server.publicUrl().resolve("/app/provision/").toString();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String add(String domain, String user, String password) throws Exception {
    String body =
        """
        {"reseller":"west","domain":"%s","username":"%s","password":"%s","legacy":true}"""
            .formatted(domain, user, password);
    ManagementClient.Answer answer = management.call("POST", "global-passes", body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  private void importArmed() throws Exception {
    StringBuilder csv =
        new StringBuilder(
            "mac,brand,model,domain,reseller,line1_user,line1_registrar,allow_global_password\r\n");
    for (DemoPhone kind : DemoPhone.values()) {
      String row = "%s,%s,%s,acme.example,west,100,sip.acme.example,yes\r\n";
      csv.append(row.formatted(kind.mac, kind.brand, kind.model));
    }
    URI path = server.adminUrl().resolve("/api/v1/devices:import");
    HttpRequest request =
        HttpRequest.newBuilder(path)
            .header("Authorization", "Bearer " + server.token())
            .header("Content-Type", "text/csv; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(csv.toString()))
            .build();
    HttpClient http = HttpClient.newBuilder().sslContext(tls).build();
    JsonNode report =
        new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    assertThat(report.path("entered").asInt())
        .as("%s", report)
        .isEqualTo(DemoPhone.values().length);
  }

  /** A phone that has the old URL and a shared password in its flash. */
  private SimulatedPhone phone(DemoPhone kind, String user, String password) {
    SimulatedPhone phone = kind.make(tls);
    phone.enterManually(oldUrl, user, password);
    return phone;
  }

  private void untilProvisioned(DemoPhone kind, SimulatedPhone phone) throws Exception {
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < 4 && !management.state(kind.mac).equals("provisioned"); i++) {
      story.append(phone.resync()).append('\n');
    }
    assertThat(management.state(kind.mac)).as("%s: %s", kind, story).isEqualTo("provisioned");
    assertThat(phone.storedUser()).as("%s", kind).contains(kind.mac);
    assertThat(phone.holds(USER, SHARED)).as("%s", kind).isFalse();
    assertThat(phone.sipUsers()).as("%s", kind).isNotEmpty();
  }

  private void assertRefused(DemoPhone kind, SimulatedPhone phone) throws Exception {
    String before = management.state(kind.mac);
    phone.resync();
    phone.boot();
    assertThat(phone.sipUsers()).as("%s", kind).isEmpty();
    assertThat(management.state(kind.mac)).as("%s", kind).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void sharedPassword_oldPath_opensEachPhoneOnce(DemoPhone kind) throws Exception {
    add("acme.example", USER, SHARED);
    add("blue.example", "others", OTHERS);
    importArmed();
    assertRefused(kind, phone(kind, "others", OTHERS));
    SimulatedPhone phone = phone(kind, USER, SHARED);

    untilProvisioned(kind, phone);

    assertRefused(kind, phone(kind, USER, SHARED));
    assertRefused(kind, phone(kind, "others", OTHERS));
    for (int i = 0; i < 2; i++) {
      phone.boot();
      assertThat(phone.sipUsers()).as("%s", kind).isNotEmpty();
      assertThat(phone.storedUser()).as("%s", kind).contains(kind.mac);
      assertThat(management.state(kind.mac)).isEqualTo("provisioned");
    }
  }

  @ParameterizedTest
  @EnumSource
  void powerCut_betweenDeliveryAndProof_phoneGetsThrough(DemoPhone kind) throws Exception {
    add("acme.example", USER, SHARED);
    importArmed();
    SimulatedPhone phone = phone(kind, USER, SHARED);

    // a Snom of the D family stores what is common to its type before its own file
    for (int steps = 0; steps < 3 && management.state(kind.mac).equals("armed"); steps++) {
      phone.resync(new Fault.PowerCutInApply(steps));
    }

    assertThat(management.state(kind.mac)).as("%s", kind).isEqualTo("issued");
    phone.boot();
    untilProvisioned(kind, phone);
  }

  @Test
  void kill_phonesStillArmed_needTheNewPass() throws Exception {
    String id = add("acme.example", USER, SHARED);
    importArmed();
    ManagementClient.Answer rotated =
        management.call(
            "POST",
            "global-passes/" + id + "/rotate",
            "{\"username\":\"fresh1\",\"password\":\"NewPassOfAll42\",\"legacy\":false}");
    assertThat(rotated.status()).as("%s", rotated.body()).isEqualTo(201);
    assertThat(rotated.body().path("legacy").asBoolean()).isFalse();
    DemoPhone early = DemoPhone.SNOM_D;
    untilProvisioned(early, phone(early, USER, SHARED));

    HttpRequest kill =
        HttpRequest.newBuilder(server.adminUrl().resolve("/api/v1/global-passes/" + id + "/kill"))
            .header("Authorization", "Bearer " + server.token())
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    HttpClient http = HttpClient.newBuilder().sslContext(tls).build();
    assertThat(http.send(kill, BodyHandlers.discarding()).statusCode()).isEqualTo(204);

    for (DemoPhone kind : DemoPhone.values()) {
      if (kind != early) {
        assertRefused(kind, phone(kind, USER, SHARED));
        management.call("POST", "devices/" + kind.mac + "/arm", "{}");
        untilProvisioned(kind, phone(kind, "fresh1", "NewPassOfAll42"));
      }
    }
  }
}
