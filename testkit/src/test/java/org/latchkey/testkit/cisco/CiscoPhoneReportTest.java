package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.cisco.Provisioner.MAC;
import static org.latchkey.testkit.cisco.Provisioner.element;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer.Request;
import org.latchkey.testkit.phone.SettableClock;

/** Section 1.5 of the facts: what phones send. */
class CiscoPhoneReportTest {
  private final Provisioner provisioner = new Provisioner();
  private final List<Duration> waits = new ArrayList<>();
  private final CiscoPhone phone =
      CiscoPhone.builder(MAC)
          .clock(new SettableClock(Instant.parse("2026-02-03T04:05:06Z")))
          .waiter(waits::add)
          .build();

  CiscoPhoneReportTest() throws IOException {
    provisioner.user("u", "p");
    provisioner.file("/cfg", element("User_ID_1_", "100"), element("Password_1_", "sip-secret"));
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private void reportTo(String rule, String... more) {
    phone.changeAtPhone(Map.of("Report_Rule", rule));
    for (int i = 0; i < more.length; i += 2) {
      phone.changeAtPhone(Map.of(more[i], more[i + 1]));
    }
  }

  private Request last() {
    return provisioner.requests().get(provisioner.requests().size() - 1);
  }

  @Test
  void report_noRule_notDue() {
    assertThat(phone.report().outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void report_ownBracket_postedAfterTheChallenge() {
    reportTo("[--uid u --pwd p] " + provisioner.url("/up/$MA.xml"));
    phone.changeAtPhone(Map.of("User_ID_1_", "a<b", "Password_1_", "sip-secret", "GPP_SB", "s2"));

    Round round = phone.report();

    assertThat(round.outcome()).isEqualTo(Outcome.UPLOADED);
    assertThat(round.trace()).containsExactly(MAC + ".xml 401", MAC + ".xml 200");
    assertThat(last().method()).isEqualTo("POST");
    assertThat(last().body())
        .startsWith("<device>\n<flat-profile>\n")
        .contains("<User_ID_1_>a&lt;b</User_ID_1_>", "<Profile_Rule>/$PSN.xml</Profile_Rule>")
        .doesNotContain("sip-secret")
        .doesNotContain("s2");
  }

  @Test
  void report_put_asTheParameterSays() {
    reportTo("[--uid u --pwd p] " + provisioner.url("/up"), "HTTP_Report_Method", "PUT");

    phone.report();

    assertThat(last().method()).isEqualTo("PUT");
  }

  @Test
  void report_withoutBracket_noOtherCredential() {
    phone.enterAccount("u", "p");
    phone.enterManually(provisioner.url("/cfg"), "u", "p");
    reportTo(provisioner.url("/up"));

    Round round = phone.report();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.exchanges()).hasSize(1);
    assertThat(phone.asksForAccount()).isFalse();
  }

  @Test
  void report_twoRules_bothAsked() {
    String bracket = "[--uid u --pwd p] ";
    reportTo(
        bracket + provisioner.url("/a") + " [--delta --uid u --pwd p] " + provisioner.url("/b"));

    assertThat(phone.report().outcome()).isEqualTo(Outcome.UPLOADED);
    assertThat(provisioner.uploads).containsOnlyKeys("/a", "/b");
  }

  @Test
  void report_delta_onlyWhatIsNew() {
    reportTo("[--delta --uid u --pwd p] " + provisioner.url("/up"));
    phone.report();
    phone.changeAtPhone(Map.of("Station_Name", "new"));

    phone.report();

    assertThat(last().body())
        .isEqualTo(
            """
            <device>
            <flat-profile>
            <Station_Name>new</Station_Name>
            </flat-profile>
            </device>
            """);
  }

  @Test
  void report_key_encrypted() {
    reportTo("[--key k --uid u --pwd p] " + provisioner.url("/up"));

    phone.report();

    assertThat(last().body()).startsWith("Salted__");
  }

  @Test
  void boot_onRequest_reportedAfterTheRestart() {
    phone.enterManually(provisioner.url("/cfg"), "u", "p");
    reportTo("[--uid u --pwd p] " + provisioner.url("/up"));

    assertThat(phone.boot().trace())
        .containsExactly("cfg 401", "cfg 200", "cfg 401", "cfg 200", "up 401", "up 200");
    assertThat(phone.resync().trace()).containsExactly("cfg 401", "cfg 200");
  }

  @Test
  void changeAtPhone_onLocalChange_reportedAfterTheDelay() {
    reportTo("[--uid u --pwd p] " + provisioner.url("/up"));
    assertThat(phone.changeAtPhone(Map.of("Station_Name", "a")).outcome())
        .isEqualTo(Outcome.NOT_DUE);
    phone.changeAtPhone(Map.of("Report_To_Server", "On Local Change"));
    waits.clear();

    Round round = phone.changeAtPhone(Map.of("Station_Name", "b"));

    assertThat(round.outcome()).isEqualTo(Outcome.UPLOADED);
    assertThat(waits).containsExactly(Duration.ofSeconds(60));
  }

  @Test
  void report_adapter_nestedAgain() {
    CiscoPhone adapter = CiscoPhone.builder(MAC).model(CiscoModel.ATA191).build();
    adapter.changeAtPhone(
        Map.of(
            "Report_Rule",
            "[--uid u --pwd p] " + provisioner.url("/up"),
            "router-configuration/Time_Setup/Time_Zone",
            "+01 2 2"));

    adapter.report();

    assertThat(last().body())
        .contains(
            "<router-configuration><Time_Setup><Time_Zone>+01 2 2</Time_Zone></Time_Setup>"
                + "</router-configuration>");
  }

  @Test
  void reportProblem_multipart_fieldsOfTheSheet() {
    assertThat(phone.reportProblem("alice", new byte[0]).outcome()).isEqualTo(Outcome.NOT_DUE);
    phone.changeAtPhone(Map.of("PRT_Upload_Rule", "[--uid u --pwd p] " + provisioner.url("/prt")));

    Round round = phone.reportProblem("alice", "logs".getBytes(UTF_8));

    assertThat(round.outcome()).isEqualTo(Outcome.UPLOADED);
    String type = last().header("Content-Type").orElseThrow();
    assertThat(type).startsWith("multipart/form-data; boundary=");
    String boundary = type.substring(type.indexOf('=') + 1);
    assertThat(last().body())
        .startsWith("--" + boundary + "\r\n")
        .contains(
            "name=\"devicename\"\r\n\r\nSEP00562B043615\r\n",
            "name=\"serialno\"\r\n\r\nCBT14193615\r\n",
            "name=\"username\"\r\n\r\nalice\r\n",
            "name=\"prt_file\"; filename=\"probrep-20260203-040506.tar.gz\"\r\n\r\nlogs\r\n")
        .endsWith("--" + boundary + "--\r\n");
    phone.changeAtPhone(Map.of("PRT_Upload_Method", "PUT"));
    phone.reportProblem("alice", new byte[0]);
    assertThat(last().method()).isEqualTo("PUT");
  }
}
