package org.latchkey.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.cisco.CiscoBrand;
import org.latchkey.testkit.cisco.CiscoModel;
import org.latchkey.testkit.cisco.CiscoPhone;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

/** What simulated phones of Cisco's send to the server over real TLS, and what is kept of it. */
class CiscoUploadsTest {
  private static final String RULE = "Report_Rule";
  private static final String REPORTS =
      "{\"parameter\":\"report.configuration\",\"value\":\"yes\",\"description\":\"\"}";

  private static UploadSite site;
  private static int phones;

  @BeforeAll
  static void start(@TempDir Path folder) {
    site = new UploadSite(folder, new CiscoBrand());
  }

  @BeforeEach
  void forget() {
    site.forget();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static CiscoPhone enrolled(CiscoModel kind, String model) throws Exception {
    String product = "\"brand\":\"cisco\",\"model\":\"" + model + "\"";
    String mac = site.enrol("00562b", ++phones, product, REPORTS);
    return CiscoPhone.builder(mac).model(kind).tls(site.tls()).build();
  }

  private static CiscoPhone provisioned() throws Exception {
    return provisioned(CiscoModel.CP_8851, "CP-8851-3PCC");
  }

  private static CiscoPhone provisioned(CiscoModel kind, String model) throws Exception {
    CiscoPhone phone = enrolled(kind, model);
    site.enterPass(phone);
    site.settle(phone);
    return phone;
  }

  private static String name(CiscoPhone phone, String ending) {
    return "cisco-" + phone.mac() + ending;
  }

  private static String bracket(CiscoPhone phone) {
    String rule = phone.config("Profile_Rule").orElseThrow();
    return rule.substring(0, rule.indexOf(']') + 1);
  }

  /** Somebody lets a phone send problem reports, under a credential of his choice. */
  private static void problemsTo(CiscoPhone phone, String bracket, String mac) {
    phone.changeAtPhone(
        Map.of("PRT_Upload_Rule", bracket + " " + site.url() + "cisco-" + mac + "-prt.tar.gz"));
  }

  private static int last(Round round) {
    return round.exchanges().get(round.exchanges().size() - 1).status();
  }

  @ParameterizedTest
  @CsvSource({
    "CP_8851, CP-8851-3PCC, POST",
    "CP_6841, CP-6841-3PCC, PUT",
    "DP_9851, 9851, PUT",
    "SPA504G, SPA504G, POST",
    "SPA525G2, SPA525G2, POST",
    "ATA192, ATA192, POST"
  })
  void report_ownCredential_storedAsSent(CiscoModel kind, String model, String method)
      throws Exception {
    CiscoPhone phone = provisioned(kind, model);
    phone.changeAtPhone(Map.of("HTTP_Report_Method", method, "Text_Logo", "of the test"));

    Round round = phone.report();

    assertThat(round.outcome()).isEqualTo(Outcome.UPLOADED);
    String file = name(phone, "-report.xml");
    assertThat(round.trace()).containsExactly(file + " 401", file + " 200");
    assertThat(site.read(phone, file))
        .startsWith("<device>\n<flat-profile>\n")
        .contains("<Text_Logo>of the test</Text_Logo>")
        .endsWith("</flat-profile>\n</device>\n");
    assertThat(site.listed(phone)).hasSize(1);
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void report_again_takesThePlaceOfTheOne() throws Exception {
    CiscoPhone phone = provisioned();
    phone.report();
    phone.changeAtPhone(Map.of("Text_Logo", "later"));

    phone.report();

    assertThat(site.stored()).hasSize(1);
    assertThat(site.read(phone, name(phone, "-report.xml"))).contains(">later<");
  }

  @Test
  void report_isNotSwitchedOnBeforeTheProof() throws Exception {
    CiscoPhone phone = enrolled(CiscoModel.CP_8851, "CP-8851-3PCC");

    assertThat(phone.report().outcome()).isEqualTo(Outcome.NOT_DUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT"})
  void problem_ownCredential_archiveAloneStored(String method) throws Exception {
    CiscoPhone phone = provisioned();
    problemsTo(phone, bracket(phone), phone.mac());
    phone.changeAtPhone(Map.of("PRT_Upload_Method", method));
    byte[] archive = "\u001f\u008b\u0000\r\n--not-the-boundary\r\n\u00ff".getBytes(ISO_8859_1);

    assertThat(phone.reportProblem("alice", archive).outcome()).isEqualTo(Outcome.UPLOADED);

    String file = name(phone, "-prt.tar.gz");
    assertThat(site.listed(phone)).containsExactly(file + " " + archive.length);
    assertThat(site.bytes(phone, file)).isEqualTo(archive);
  }

  @Test
  void globalPass_bothKinds_takenAndDropped() throws Exception {
    CiscoPhone phone = enrolled(CiscoModel.CP_8851, "CP-8851-3PCC");
    String pass = "[--uid firstboot --pwd " + site.password() + "]";
    problemsTo(phone, pass, phone.mac());
    phone.changeAtPhone(Map.of(RULE, pass + " " + site.url() + name(phone, "-report.xml")));

    Round report = phone.report();
    Round problem = phone.reportProblem("alice", "early".getBytes(ISO_8859_1));

    assertThat(report.outcome()).isEqualTo(Outcome.UPLOADED);
    assertThat(problem.outcome()).isEqualTo(Outcome.UPLOADED);
    assertThat(site.stored()).isEmpty();
    assertThat(site.state(phone)).isEqualTo("armed");
    site.enterPass(phone);
    site.settle(phone);
  }

  @Test
  void credentialOfAnotherPhone_bothKinds_refusedAndNothingStored() throws Exception {
    CiscoPhone victim = provisioned();
    CiscoPhone other = provisioned();
    problemsTo(other, bracket(other), victim.mac());
    other.changeAtPhone(
        Map.of(RULE, bracket(other) + " " + site.url() + name(victim, "-report.xml")));

    Round report = other.report();
    Round problem = other.reportProblem("mallory", "forged".getBytes(ISO_8859_1));

    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(problem.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(last(report)).isEqualTo(401);
    assertThat(last(problem)).isEqualTo(401);
    assertThat(site.stored()).isEmpty();
    assertThat(site.state(victim)).isEqualTo("provisioned");
  }

  @Test
  void problem_longerThanAFileMayBe_refusedAndTheEarlierStays() throws Exception {
    CiscoPhone phone = provisioned();
    problemsTo(phone, bracket(phone), phone.mac());
    phone.reportProblem("alice", new byte[UploadSite.FILE]);

    Round round = phone.reportProblem("alice", new byte[UploadSite.FILE + 1]);

    assertThat(last(round)).isEqualTo(413);
    assertThat(site.listed(phone))
        .containsExactly(name(phone, "-prt.tar.gz") + " " + UploadSite.FILE);
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }
}
