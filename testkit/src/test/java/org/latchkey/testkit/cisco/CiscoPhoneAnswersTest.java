package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.cisco.Provisioner.MAC;
import static org.latchkey.testkit.cisco.Provisioner.element;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

/** Section 1.4 of the facts: what each answer does. */
class CiscoPhoneAnswersTest {
  private final Provisioner provisioner = new Provisioner();
  private final CiscoPhone phone = CiscoPhone.builder(MAC).build();

  CiscoPhoneAnswersTest() throws IOException {
    provisioner.file("/cfg", element("Station_Name", "x"));
    phone.enterManually(provisioner.url("/cfg"));
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private static List<Defect.Kind> kinds(Round round) {
    return round.defects().stream().map(Defect::kind).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302})
  void resync_movedAnswer_followedAtOnceButADefect(int status) {
    provisioner.next("/cfg", ScriptedServer.reply(status, "", "Location: /there"));
    provisioner.file("/there", element("User_ID_1_", "100"));

    Round round = phone.resync();

    assertThat(round.trace()).startsWith("cfg " + status, "there 200");
    assertThat(kinds(round)).containsExactly(Defect.Kind.REDIRECTED);
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 303, 304, 307, 308, 400, 403, 410, 500, 503})
  void resync_otherAnswer_failureC(int status) {
    provisioner.next("/cfg", ScriptedServer.reply(status, "", "Location: /there"));

    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.exchanges()).hasSize(1);
    assertThat(round.notes()).contains("failure C");
    assertThat(round.nextWakeUp()).contains(Duration.ofSeconds(60));
  }

  @Test
  void resync_noAnswer_failureC() {
    provisioner.next("/cfg", ScriptedServer.hangUp());

    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.notes()).contains("failure C");
  }

  @Test
  void resync_404_failureB() {
    provisioner.files.clear();

    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.NOTHING_FOUND);
    assertThat(round.notes()).contains("failure B");
    assertThat(round.nextWakeUp()).contains(Duration.ofSeconds(60));
  }

  @Test
  void resync_404AndFnfOff_countsAsSuccess() {
    provisioner.files.clear();
    provisioner.file("/b", element("User_ID_1_", "100"));
    phone.changeAtPhone(
        Map.of("Resync_Fails_On_FNF", "No", "Profile_Rule_B", provisioner.url("/b")));

    Round round = phone.resync();

    assertThat(round.notes()).doesNotContain("failure B");
    assertThat(round.nextWakeUp()).contains(Duration.ofHours(1));
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "<flat-profile><A></flat-profile>", "<html/>"})
  void resync_corruptProfile_failureBAndNothingStored(String body) {
    provisioner.next("/cfg", ScriptedServer.reply(200, body));

    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.notes()).contains("failure B");
    assertThat(kinds(round)).containsExactly(Defect.Kind.BAD_XML);
    assertThat(phone.config("Station_Name")).isEmpty();
  }

  @Test
  void resync_failuresInARow_delaysOfTheList() {
    provisioner.files.clear();
    phone.changeAtPhone(Map.of("Resync_Error_Retry_Delay", "10,20,30"));

    List<Optional<Duration>> delays = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      delays.add(phone.resync().nextWakeUp());
    }

    assertThat(delays)
        .extracting(d -> d.orElseThrow().toSeconds())
        .containsExactly(10L, 20L, 30L, 30L, 30L);
    provisioner.file("/cfg");
    phone.resync();
    provisioner.files.clear();
    assertThat(phone.resync().nextWakeUp()).contains(Duration.ofSeconds(10));
  }

  @Test
  void resync_delayWithPlus_randomPart() {
    provisioner.files.clear();
    phone.changeAtPhone(Map.of("Resync_Error_Retry_Delay", "100+50"));

    List<Long> delays = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      delays.add(phone.resync().nextWakeUp().orElseThrow().toSeconds());
    }

    assertThat(delays).allMatch(d -> d >= 100 && d <= 150);
    assertThat(delays.stream().distinct()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource({
    "CP_8851, 60",
    "DP_9851, 3600",
    "SPA504G, 3600",
    "SPA942, 3600",
    "SPA112, 3600",
    "ATA191, 3600"
  })
  void resync_factoryDelay_thatOfTheFamily(CiscoModel model, long seconds) {
    CiscoPhone other = CiscoPhone.builder(MAC).model(model).build();
    other.enterManually(provisioner.url("/gone"));

    assertThat(other.resync().nextWakeUp()).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void resync_delayZero_neverOrAtOnce() {
    CiscoPhone spa = CiscoPhone.builder(MAC).model(CiscoModel.SPA504G).build();
    for (CiscoPhone each : List.of(phone, spa)) {
      each.enterManually(provisioner.url("/gone"));
      each.changeAtPhone(Map.of("Resync_Error_Retry_Delay", "0"));
    }

    assertThat(phone.resync().nextWakeUp()).isEmpty();
    assertThat(spa.resync().nextWakeUp()).contains(Duration.ZERO);
  }

  @Test
  void resync_redirectInCircles_ends() {
    for (int i = 0; i < 20; i++) {
      provisioner.next("/cfg", ScriptedServer.reply(302, "", "Location: /cfg"));
    }

    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.exchanges()).hasSize(6);
  }

  @Test
  void resync_redirectWithoutUsableLocation_failureC() {
    provisioner.next("/cfg", ScriptedServer.reply(302, ""));
    provisioner.next("/cfg", ScriptedServer.reply(302, "", "Location: ftp://x/y"));

    assertThat(phone.resync().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(kinds(phone.resync())).contains(Defect.Kind.BAD_URL);
  }

  @Test
  void resync_redirectToAnotherHost_credentialAsBuilt() throws IOException {
    try (Provisioner elsewhere = new Provisioner()) {
      elsewhere.user("u", "p").file("/cfg", element("Station_Name", "x"));
      String there = "Location: " + elsewhere.url("/cfg");
      for (boolean shown : new boolean[] {true, false}) {
        provisioner.next("/cfg", ScriptedServer.reply(301, "", there));
        CiscoPhone moving =
            CiscoPhone.builder(MAC)
                .credentialToOtherHosts(shown)
                .restartsAfterChange(false)
                .build();
        moving.enterManually(provisioner.url("/cfg"), "u", "p");

        Outcome expected = shown ? Outcome.APPLIED : Outcome.FAILED;
        assertThat(moving.resync().outcome()).isEqualTo(expected);
        assertThat(moving.asksForAccount()).isFalse();
      }
    }
  }

  @Test
  void resync_407_answeredToTheProxy() {
    byte[] challenge = ScriptedServer.reply(407, "", "Proxy-Authenticate: Basic realm=\"p\"");
    provisioner.next("/cfg", challenge);
    phone.enterManually(provisioner.url("/cfg"), "u", "p");

    phone.resync();

    assertThat(provisioner.requests().get(1).header("Proxy-Authorization")).contains("Basic dTpw");
    assertThat(provisioner.requests().get(1).header("Authorization")).isEmpty();
  }

  @Test
  void resync_chunkedBody_accepted() {
    String body = Provisioner.profile(element("User_ID_1_", "100"));
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(body.length())
            + "\r\n"
            + body
            + "\r\n0\r\n\r\n";
    provisioner.next("/cfg", chunked.getBytes(UTF_8));

    phone.resync();

    assertThat(phone.sipUsers()).containsExactly("100");
  }
}
