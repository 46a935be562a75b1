package org.latchkey.testkit.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.latchkey.testkit.cisco.Provisioner.MAC;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer.Request;

/** Section 5.2 of the facts: rules and macros, seen by what is asked for. */
class RuleTest {

  /** The targets that one resync to a rule asks for. */
  private static List<String> asked(CiscoModel model, String rule, Map<String, String> parameters)
      throws IOException {
    try (Provisioner provisioner = new Provisioner()) {
      CiscoPhone phone = CiscoPhone.builder(MAC).model(model).build();
      phone.changeAtPhone(parameters);
      phone.enterManually(rule.replace("http://h", provisioner.url("")));
      phone.resync();
      return provisioner.requests().stream().map(Request::target).toList();
    }
  }

  private static List<String> asked(String rule) throws IOException {
    return asked(CiscoModel.CP_8851, rule, Map.of("GPP_A", "abcdef", "GPP_SA", "secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "$MA, 00562b043615",
    "$MAU, 00562B043615",
    "$MAC, 00:56:2b:04:36:15",
    "$PN, CP-8851-3PCC",
    "$PSN, 8851-3PCC",
    "$(PSN)x, 8851-3PCCx",
    "$SWVER, sip88xx.12-0-3MPP0001-609",
    "$A, abcdef",
    "$(A:2), cdef",
    "$(A:2:3), cde",
    "$(A:9:3), ''",
    "$PRVST, 1",
    "$CCERT, Installed",
    "$ISCUST, 0",
    "$SA, $SA",
    "$UNKNOWN, $UNKNOWN",
    "$$MA, $MA",
    "$ma, $ma"
  })
  void resync_macro_expanded(String macro, String expected) throws IOException {
    assertThat(asked("http://h/x/" + macro + "?mac=$MA"))
        .containsExactly("/x/" + expected + "?mac=" + MAC);
  }

  @Test
  void resync_serialNumberAndLines_expanded() throws IOException {
    assertThat(
            asked(
                CiscoModel.SPA942,
                "http://h/$SN/$UID1/$PROXY2",
                Map.of("User_ID_1_", "100", "Proxy_2_", "sip")))
        .containsExactly("/88019FA43615/100/sip");
  }

  @Test
  void resync_macroInMacro_notExpanded() throws IOException {
    assertThat(asked(CiscoModel.CP_8851, "http://h/$B", Map.of("GPP_B", "$MA")))
        .containsExactly("/$MA");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(\"$A\" ne \"done\")? http://h/yes | http://h/no; /yes",
        "(\"$A\" eq \"done\")? http://h/yes | http://h/no; /no",
        "($A = abcdef)? http://h/yes | http://h/no; /yes",
        "($A != abcdef)? http://h/yes | http://h/no; /no",
        "(7.5.2b lt 7.10)? http://h/yes | http://h/no; /yes",
        "(7.5 < 7.5)? http://h/yes | http://h/no; /no",
        "(7.5 <= 7.5 and 2 gt 1)? http://h/yes | http://h/no; /yes",
        "(7.5 le 7.5 and 1 > 2)? http://h/yes | http://h/no; /no",
        "(7.5 < 7.5 and 2 gt 1)? http://h/yes | http://h/no; /no",
        "(2 >= 10)? http://h/yes | http://h/no; /no",
        "(7.5.2b ge 7.5.2)? http://h/yes | http://h/no; /yes",
        "(\"(|)\" eq \"(|)\")? http://h/yes | http://h/no; /yes",
        "http://h/first | http://h/second; /first"
      })
  void resync_condition_firstThatHolds(String rule, String expected) throws IOException {
    assertThat(asked(rule)).containsExactly(expected);
  }

  @Test
  void resync_noConditionHolds_nothingAsked() throws IOException {
    assertThat(asked("(1 eq 2)? http://h/yes")).isEmpty();
  }

  @Test
  void resync_assignment_storedAndAddressAsked() throws IOException {
    try (Provisioner provisioner = new Provisioner()) {
      CiscoPhone phone = CiscoPhone.builder(MAC).build();
      phone.changeAtPhone(Map.of("User_ID_1_", "100", "GPP_A", "x"));
      phone.enterManually(
          "(\"$A\" ne \"done\")? (Line_Enable_1_ = \"No\"; GPP_A = done;)! "
              + provisioner.url("/init")
              + " | "
              + provisioner.url("/run"));

      phone.resync();
      phone.resync();

      assertThat(provisioner.requests())
          .extracting(Request::target)
          .containsExactly("/init", "/run");
      assertThat(phone.sipUsers()).isEmpty();
      assertThat(phone.lines()).hasSize(1);
    }
  }

  @Test
  void resync_noScheme_tftpWhichFails() throws IOException {
    CiscoPhone phone = CiscoPhone.builder(MAC).build();
    phone.enterManually("192.0.2.1/x.xml");

    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.notes()).contains("cannot speak tftp", "failure C");
    assertThat(round.exchanges()).isEmpty();
  }

  @Test
  void resync_laterRuleWithoutHost_hostOfDhcp() throws IOException {
    try (Provisioner provisioner = new Provisioner()) {
      CiscoPhone phone = CiscoPhone.builder(MAC).dhcp(66, provisioner.url("/cfg")).build();
      phone.changeAtPhone(Map.of("Profile_Rule_B", "/b.xml"));
      phone.enterManually("");

      phone.resync();

      assertThat(provisioner.requests()).extracting(Request::target).containsExactly("/b.xml");
    }
  }

  @Test
  void resync_post_bodyOfTheParameter() throws IOException {
    try (Provisioner provisioner = new Provisioner()) {
      CiscoPhone phone = CiscoPhone.builder(MAC).build();
      phone.changeAtPhone(Map.of("GPP_C", "mac=$MA"));
      phone.enterManually("[--post c --alias a] " + provisioner.url("/ask"));

      phone.resync();

      assertThat(provisioner.requests().get(0).method()).isEqualTo("POST");
      assertThat(provisioner.uploads).containsEntry("/ask", "mac=" + MAC);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(1 eq", "(1 eq 1) http://h/", "[--uid u http://h/", "(1 is 1)? http://h/"})
  void resync_ruleThatCannotBeRead_failureWithoutSecret(String rule) throws IOException {
    CiscoPhone phone = CiscoPhone.builder(MAC).build();
    phone.enterManually(rule + "pass1");

    Round round = phone.resync();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_URL);
    assertThat(round.toString()).doesNotContain("pass1");
    assertThat(phone.storedUser()).isEmpty();
  }

  @Test
  void condition_withoutEnd_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rule.parse("(a"));
    assertThat(Rule.parse("").alternatives()).hasSize(1);
  }
}
