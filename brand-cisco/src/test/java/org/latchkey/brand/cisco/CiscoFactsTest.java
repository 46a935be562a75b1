package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.cisco.Samples.phone;
import static org.latchkey.brand.cisco.Samples.refused;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.ProvisioningResponse;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.Traits;
import org.latchkey.config.Layer;
import org.latchkey.device.LineKey;
import org.latchkey.error.InvalidValueException;
import org.latchkey.secret.Credential;

/** The facts sheet: the points at its head by number, then by section what binds the brand. */
class CiscoFactsTest {
  private static final String HEADER = "Cisco-CP-8851-3PCC/12.0.3 (00562b043615)";

  @Test
  void point1_credential_standsInTheRuleBeforeTheUrl() {
    ProfileXml text = phone().text();
    assertThat(text.get("Profile_Rule"))
        .isEqualTo(
            "[--uid 00562b043615 --pwd not-a-real-own-pass1] https://prov.example/cfg/cisco-$MA.xml");
    assertThat(Samples.expanded(text.get("Profile_Rule"), Samples.MAC))
        .isEqualTo("https://prov.example/cfg/cisco-00562b043615.xml");
  }

  @Test
  void point2_firstRequest_isChallengedByDigestAndThenServed() {
    CiscoGate gate = new CiscoGate();
    gate.arm();
    ProvisioningResponse first = gate.ask("GET", CiscoGate.FILE, HEADER);
    assertThat(first.status()).isEqualTo(401);
    assertThat(Samples.BRAND.traits().challenge()).containsExactly(Traits.Scheme.DIGEST);
    assertThat(gate.ask("GET", CiscoGate.FILE, CiscoGate.PASS, HEADER).status()).isEqualTo(200);
  }

  @Test
  void point3_staleCredential_staysRefusedUntilTheFactoryReset() {
    CiscoGate gate = new CiscoGate();
    Credential stale = gate.provisioned();
    gate.arm();
    for (int i = 0; i < 3; i++) {
      // a phone never falls back to the account on its screen
      assertThat(gate.ask("GET", CiscoGate.FILE, stale, HEADER).status()).isEqualTo(401);
    }
    Credential fresh = gate.carried(gate.ask("GET", CiscoGate.FILE, CiscoGate.PASS, HEADER));
    assertThat(fresh).isNotEqualTo(stale);
    assertThat(gate.ask("GET", CiscoGate.FILE, fresh, HEADER).status()).isEqualTo(200);
    assertThat(gate.state()).isEqualTo("provisioned");
  }

  @Test
  void point4_accountOnTheScreen_isOnWherePhonesHaveOne() {
    assertThat(phone().text().get("Profile_Authentication_Type"))
        .isEqualTo("Basic Http Authentication");
    assertThat(phone("SPA504G", "").text().has("Profile_Authentication_Type")).isFalse();
    assertThat(phone("ATA192", "").text().has("Profile_Authentication_Type")).isFalse();
  }

  @Test
  void point5_walkOfThreeUrls_isServedAtEachAndClosedByTheProofOnly() {
    CiscoGate gate = new CiscoGate();
    gate.arm();
    Credential own = Credential.of("none", "none");
    for (String name : List.of("", "8851-3PCC.xml", "Cisco/CP-8851-3PCC/00562b043615.cfg")) {
      assertThat(gate.ask("GET", name, HEADER).status()).as(name).isEqualTo(401);
      own = gate.carried(gate.ask("GET", name, CiscoGate.PASS, HEADER));
      assertThat(gate.state()).isEqualTo("issued");
    }
    assertThat(gate.ask("GET", CiscoGate.FILE, own, HEADER).status()).isEqualTo(200);
    assertThat(gate.state()).isEqualTo("provisioned");
    assertThat(gate.ask("GET", "", CiscoGate.PASS, HEADER).status()).isEqualTo(401);
  }

  @Test
  void point5_phoneWhoseMacNothingTells_isSentOnByAStub() {
    CiscoGate gate = new CiscoGate("ATA192", false);
    String header = "Cisco/ATA192-MPP-11-1-0-MSR4 (FCH2443D9R4)";
    assertThat(gate.ask("GET", "ata192.cfg", CiscoGate.PASS, header).status()).isEqualTo(404);
    gate.arm();
    // that none is open is remembered for a moment
    gate.advance(Duration.ofSeconds(10));
    for (String name : List.of("ata192.cfg", "")) {
      ProvisioningResponse answer = gate.ask("GET", name, CiscoGate.PASS, header);
      assertThat(answer.status()).as(name).isEqualTo(200);
      ProfileXml stub = ProfileXml.of(answer.body());
      assertThat(stub.names()).containsExactly("Resync_Periodic", "Profile_Rule");
      String rule = stub.get("Profile_Rule");
      assertThat(Samples.credential(rule)).isEqualTo(CiscoGate.PASS);
      assertThat(Samples.expanded(rule, Samples.MAC)).endsWith("/cfg/" + CiscoGate.FILE);
      assertThat(gate.state()).isEqualTo("armed");
    }
    Credential own = gate.carried(gate.ask("GET", CiscoGate.FILE, CiscoGate.PASS, header));
    assertThat(gate.ask("GET", CiscoGate.FILE, own, header).status()).isEqualTo(200);
    assertThat(gate.state()).isEqualTo("provisioned");
  }

  @Test
  void point6_otherRulesOfAPass_areBlank() {
    for (Model model : credentialled()) {
      ProfileXml text = phone(model.name(), "").text();
      for (String rule : List.of("Profile_Rule_B", "Profile_Rule_C", "Profile_Rule_D")) {
        assertThat(text.values()).containsEntry(rule, "");
      }
      // the last rule of a pass, and so is the file: nothing else is asked for in it
      assertThat(text.names()).endsWith("Profile_Rule");
    }
    assertThat(Samples.BRAND.traits().settleTime()).isEqualTo(Duration.ZERO);
  }

  @Test
  void point7_firmware_isNamedWithoutACredentialAndAfterTheProofOnly() {
    String url = "https://prov.example/fw/Zk3vq8/sip88xx.12-0-7.loads";
    Samples phone = phone().set("firmware.url", url);
    assertThat(phone.text().get("Upgrade_Rule")).isEqualTo(url);
    assertThat(phone.proven(false).text().has("Upgrade_Rule")).isFalse();
    assertThat(phone.text().get("Upgrade_Enable")).isEqualTo("No");
    assertThat(phone.proven(true).text().get("Upgrade_Enable")).isEqualTo("Yes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fw.example/a?b", "https://fw.example/$MA", "https://fw.example/(a)",
        "https://fw.example/a!", "https://[2001:db8::1]/a", "https://fw.example/a;b'"
      })
  void point7_firmwareWithWordsOfTheRuleGrammar_isRefused(String url) {
    refused(() -> phone().set("firmware.url", url).bytes(), "domain", "firmware.url");
    refused(() -> phone().set("tls.ca.url", url).bytes(), "domain", "tls.ca.url");
    refused(() -> phone().set("phonebook.1.url", url).bytes(), "domain", "phonebook.1.url");
  }

  @ParameterizedTest
  @CsvSource({
    "Cisco-CP-8851-3PCC/12.0.3 (00562b043615), true",
    "Cisco/SPA504G-7.4.4 (00562B043615)(CBT141100HR), true",
    "Cisco/SPA525G-7.4.7 (CBT141900G7), false",
    "Cisco/ATA191-MPP-11-1-0-MSR4 (FCH2443D9R4), false",
    "Linksys/SPA-942-6.1.5(a) (00562b043615), false",
  })
  void point8_macInTheHeader_votesWhereItIsNoSerialNumber(String header, boolean votes) {
    assertThat(Samples.BRAND.recogniser().product(header).orElseThrow().mac().isPresent())
        .isEqualTo(votes);
  }

  @Test
  void point9_keysOfEncryptedFiles_areNotOursToGive() {
    Samples phone = phone().set("encryption.key", "hush").set("encryption.common-key", "hush");
    assertThat(text(phone)).doesNotContain("hush").doesNotContain("--key");
    assertThat(phone.explanation().remarks())
        .extracting(Remark::what)
        .contains("encryption.key", "encryption.common-key");
    assertThat(Samples.BRAND.renderer().reserves("IKM_HTTP_Encrypt_Content")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "CP-8851-3PCC, Custom_CA_Rule, Admin_Password",
    "9851, Custom_CA_Rule, Admin_Password",
    "SPA504G, Custom_CA_RULE, Admin_Passwd",
    "SPA525G2, Custom_CA_URL, Admin_Password",
    "SPA122, Custom_CA_URL, router-configuration/Web_Login_Admin_Password",
    "ATA191, Custom_CA_URL, router-configuration/Web_Login_Admin_Password",
  })
  void point10_spelling_isThatOfTheFamily(String model, String ca, String password) {
    ProfileXml text =
        phone(model, "")
            .set("tls.ca.url", "https://prov.example/ca.pem")
            .set("phone.admin.password", "Not-a-real-1")
            .text();
    assertThat(text.get(ca)).isEqualTo("https://prov.example/ca.pem");
    assertThat(text.get(password)).isEqualTo("Not-a-real-1");
    assertThat(text.names().stream().filter(n -> n.startsWith("Custom_CA_"))).containsExactly(ca);
  }

  @ParameterizedTest
  @CsvSource({
    "12.0.3, true, false",
    "11-3-1MSR2, false, true",
    "'', true, true",
  })
  void point10_keysOfModules_areSpelledAsTheFirmwareWants(
      String firmware, boolean underscore, boolean number) {
    ProfileXml text =
        phone("CP-8851-3PCC", firmware)
            .with(line(1))
            .with(key(11, LineKey.Type.BLF, "101", "Bob"))
            .text();
    String expected = "fnc=blf+sd+cp;sub=101@$PROXY;nme=Bob";
    assertThat(text.get("Unit_1_Key_1_")).isEqualTo(underscore ? expected : "");
    assertThat(text.get("Unit_1_Key_1")).isEqualTo(number ? expected : "");
    assertThat(text.has("Unit_2_Key_32_")).isEqualTo(underscore);
    assertThat(text.has("Unit_2_Key_32")).isEqualTo(number);
  }

  @Test
  void section1_dhcp_comesBackOnNoFamilyThatHasAWordForIt() {
    for (Model model : credentialled()) {
      ProfileXml text = phone(model.name(), "").text();
      // where the rule begins with a slash, DHCP says which server is meant
      assertThat(text.get("Profile_Rule")).startsWith("[--uid ");
      String family = CiscoModels.family(model);
      assertThat(text.has("DHCP_Option_To_Use")).isEqualTo(!family.equals("ata1"));
      assertThat(text.get("DHCP_Option_To_Use")).isEmpty();
      assertThat(text.has("DHCPv6_Option_To_Use"))
          .isEqualTo(family.equals("mpp") || family.equals("pos"));
    }
  }

  @Test
  void section1_callManager_isNotAskedBySpaPhones() {
    assertThat(phone("SPA504G", "").text().get("SPCP_Auto-detect")).isEqualTo("No");
    assertThat(phone("SPA525G2", "").text().get("SPCP_Auto-detect")).isEqualTo("No");
    assertThat(phone().text().has("SPCP_Auto-detect")).isFalse();
  }

  @Test
  void section1_errorRetry_isNeverZero() {
    for (Model model : credentialled()) {
      for (boolean proven : new boolean[] {false, true}) {
        String delay =
            phone(model.name(), "").proven(proven).text().get("Resync_Error_Retry_Delay");
        assertThat(Integer.parseInt(delay)).isBetween(60, 3_600);
      }
    }
    Samples forced = phone().set(Layer.DEVICE, "cisco:Resync_Error_Retry_Delay", "0");
    assertThat(forced.text().get("Resync_Error_Retry_Delay")).isEqualTo("300");
  }

  @Test
  void section1_beforeTheProof_thePhoneComesBackByItself() {
    Samples phone =
        phone()
            .set("resync.at-power-on", "no")
            .set("resync.interval", "43200")
            .set("resync.window.start", "02:00");
    ProfileXml first = phone.proven(false).text();
    assertThat(first.get("Resync_On_Reset")).isEqualTo("Yes");
    assertThat(first.get("Resync_Periodic")).isEqualTo("120");
    assertThat(first.values()).containsEntry("Resync_At__HHmm_", "");
    ProfileXml later = phone.proven(true).text();
    assertThat(later.get("Resync_On_Reset")).isEqualTo("No");
    assertThat(later.get("Resync_Periodic")).isEqualTo("2592000");
    assertThat(later.get("Resync_At__HHmm_")).matches("02[0-5][0-9]");
    assertThat(later.get("Resync_At_Random_Delay")).isEqualTo("600");
  }

  @Test
  void section1_notFound_isAFailureAndUpgradesAreFollowedByAResync() {
    assertThat(phone().text().values())
        .containsEntry("Resync_Fails_On_FNF", "Yes")
        .containsEntry("Resync_After_Upgrade_Attempt", "Yes")
        .containsEntry("Provision_Enable", "Yes");
  }

  @Test
  void section1_report_isBlankSinceItWouldSendTheRule() {
    for (Model model : credentialled()) {
      assertThat(phone(model.name(), "").text().values()).containsEntry("Report_Rule", "");
    }
  }

  @Test
  void section1_repeatedFirstRequest_isAnsweredByTheSameBytes() {
    CiscoGate gate = new CiscoGate();
    gate.arm();
    byte[] once = gate.ask("GET", "8851-3PCC.xml", CiscoGate.PASS, HEADER).body();
    gate.advance(Duration.ofMinutes(5));
    byte[] again = gate.ask("GET", "8851-3PCC.xml", CiscoGate.PASS, HEADER).body();
    assertThat(again).isEqualTo(once);
  }

  @Test
  void section2_nameInTheHeader_isNeverChanged() {
    Samples phone = phone().set(Layer.DEVICE, "cisco:HTTP_User_Agent_Name", "Mozilla");
    assertThat(phone.text().has("HTTP_User_Agent_Name")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-a",
        "a b",
        "a]b",
        "a[b",
        "a|b",
        "a?b",
        "a(b",
        "a$b",
        "a!b",
        "a\"b",
        "a'b",
        "a=b",
        "\u00e4",
        "x12345678901234567890123456789012"
      })
  void section3_credentialOutsideTheCautiousCharacters_isRefusedAndNotTold(String text) {
    assertThat(refused(() -> phone().credential("good", text).bytes(), "reserved", "Profile_Rule"))
        .satisfies(e -> assertThat(text.length() < 2 || !e.getMessage().contains(text)).isTrue());
    try {
      Credential.of(text, "good");
    } catch (InvalidValueException e) {
      return; // nobody can have such a name
    }
    refused(() -> phone().credential(text, "good").bytes(), "reserved", "Profile_Rule");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://prov.example/a?b/", "https://prov.example/$A/", "https://prov.example/(a)/",
        "https://[2001:db8::1]/cfg/", "https://prov.example/a;b/", "https://prov.example/*/"
      })
  void section3_urlWithWordsOfTheRuleGrammar_isRefused(String url) {
    refused(() -> phone().url(url).bytes(), "reserved", "Profile_Rule");
  }

  @Test
  void section5_emptyValue_isAnElementWithAnEnd() {
    assertThat(text(phone())).contains("<Profile_Rule_B ua=\"na\"></Profile_Rule_B>");
    assertThat(text(phone())).doesNotContain("/>");
  }

  @Test
  void section5_everyRule_isHiddenFromUsers() {
    ProfileXml text = phone().text();
    assertThat(text.rights())
        .containsOnlyKeys(
            "Report_Rule", "Profile_Rule_B", "Profile_Rule_C", "Profile_Rule_D", "Profile_Rule")
        .allSatisfy((name, right) -> assertThat(right).isEqualTo("na"));
  }

  @Test
  void section5_repeatedName_standsOnceAndTheLastOneCounts() {
    Samples phone =
        phone()
            .with(line(1))
            .set(Layer.DOMAIN, "cisco:Dial_Plan_1_", "(a)")
            .set(Layer.DEVICE, "cisco:Dial_Plan_1_", "(b)")
            .set("dial.plan", "xxx");
    assertThat(phone.text().get("Dial_Plan_1_")).isEqualTo("(b)");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, GMT+01:00, start=3/-1/7/2:0:0;end=10/-1/7/3:0:0;save=1:0:0",
    "America/New_York, GMT-05:00, start=3/8/7/2:0:0;end=11/1/7/2:0:0;save=1:0:0",
    "Australia/Lord_Howe, GMT+10:30, start=10/1/7/2:0:0;end=4/1/7/2:0:0;save=0:30:0",
    "Asia/Kathmandu, GMT+05:45, ''",
    "UTC, GMT, ''",
  })
  void section5_timeZone_isToldWithItsRule(String zone, String offset, String rule) {
    ProfileXml text = phone().set("time.zone", zone).text();
    assertThat(text.get("Time_Zone")).isEqualTo(offset);
    assertThat(text.get("Daylight_Saving_Time_Enable")).isEqualTo(rule.isEmpty() ? "No" : "Yes");
    assertThat(text.get("Daylight_Saving_Time_Rule")).isEqualTo(rule);
  }

  @Test
  void section5_adapters_nestWhatIsOfTheirRouter() {
    ProfileXml text =
        phone("ATA192", "")
            .set("network.vlan.phone", "30")
            .set(Layer.DEVICE, "cisco:router-configuration/SSH/SSH_ACCESS", "0")
            .text();
    assertThat(text.values())
        .containsEntry("router-configuration/WAN_VLAN_Setting/WAN_VLAN_ID", "30")
        .containsEntry("router-configuration/WAN_VLAN_Setting/WAN_VLAN_Enable", "1")
        .containsEntry("router-configuration/SSH/SSH_ACCESS", "0")
        .containsEntry("router-configuration/Time_Setup/Time_Server_Mode", "manual");
  }

  @Test
  void section5_passwordOfAdapters_isRemarkedUponWhereTheyDoNotTakeIt() {
    for (String weak : List.of("Short1!", "onlylower9", "With blank1")) {
      Samples phone = phone("ATA191", "").set("phone.admin.password", weak);
      assertThat(phone.explanation().remarks())
          .extracting(Remark::what)
          .contains("phone.admin.password");
    }
    Samples fine = phone("ATA191", "").set("phone.admin.password", "NotARealOne1");
    assertThat(fine.explanation().remarks())
        .extracting(Remark::what)
        .doesNotContain("phone.admin.password");
  }

  @Test
  void section8_resyncBySip_isChallenged() {
    ProfileXml text = phone().with(line(1)).text();
    assertThat(text.get("Auth_Resync-Reboot_1_")).isEqualTo("Yes");
    assertThat(text.get("Resync_From_SIP")).isEqualTo("Yes");
    assertThat(phone().set("resync.notify", "ignore").text().get("Resync_From_SIP"))
        .isEqualTo("No");
  }

  @Test
  void section12_openPages_areOffAndRemarkedUponWhereTheyAreWanted() {
    assertThat(phone("SPA504G", "").text().get("Enable_Web_Server")).isEqualTo("No");
    assertThat(phone("SPA112", "").text().values())
        .containsEntry("router-configuration/Web_Management/Web_Remote_Management", "0");
    assertThat(phone("SPA504G", "").set("web.http", "yes").explanation().remarks())
        .anySatisfy(
            remark -> {
              assertThat(remark.what()).isEqualTo("web.http");
              assertThat(remark.problem()).contains("has the phone");
            });
    assertThat(phone().text().values())
        .containsEntry("Enable_Direct_Action_Url", "No")
        .containsEntry("User_Configurable_Resync", "No");
  }

  @Test
  void section13_userPassword_isEmptyUnlessALayerWantsOne() {
    assertThat(phone().text().values()).containsEntry("User_Password", "");
    assertThat(phone().set("phone.user.password", "not-real").text().get("User_Password"))
        .isEqualTo("not-real");
    assertThat(phone("SPA504G", "").text().get("User_Password")).isEqualTo("not-a-real-user");
  }

  @Test
  void section13_linesThatAreGone_areBlanked() {
    ProfileXml text = phone().with(line(2)).text();
    assertThat(text.values())
        .containsEntry("Line_Enable_1_", "No")
        .containsEntry("User_ID_1_", "")
        .containsEntry("Password_1_", "")
        .containsEntry("Proxy_1_", "")
        .containsEntry("Line_Enable_2_", "Yes")
        .containsEntry("User_ID_2_", "102");
  }

  @Test
  void section14_enterpriseFiles_areProbesAndNeverChallenged() {
    CiscoGate gate = new CiscoGate();
    for (String name :
        List.of(
            "SEP00562B043615.cnf.xml", "CTLSEP00562B043615.tlv", "ITLFile.tlv", "dialplan.xml")) {
      assertThat(Samples.BRAND.recogniser().file(name).map(FileClaim::role))
          .contains(FileRole.PROBE);
      assertThat(gate.ask("GET", name, "").status()).isEqualTo(404);
    }
  }

  private static List<Model> credentialled() {
    return Samples.BRAND.models().all().stream()
        .filter(model -> model.noCredential().isEmpty())
        .toList();
  }

  private static String text(Samples phone) {
    return new String(phone.bytes(), StandardCharsets.UTF_8);
  }
}
