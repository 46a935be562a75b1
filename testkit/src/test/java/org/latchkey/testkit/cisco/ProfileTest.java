package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.cisco.Provisioner.MAC;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

/** Section 5 of the facts: what a profile does to a phone. */
class ProfileTest {
  private final Provisioner provisioner = new Provisioner();

  ProfileTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private CiscoPhone phone(CiscoModel model) {
    return ready(CiscoPhone.builder(MAC).model(model));
  }

  private CiscoPhone ready(CiscoPhoneBuilder builder) {
    CiscoPhone phone = builder.restartsAfterChange(false).build();
    phone.enterManually(provisioner.url("/cfg"));
    return phone;
  }

  private Round load(CiscoPhone phone, String... elements) {
    provisioner.file("/cfg", elements);
    return phone.resync();
  }

  @Test
  void resync_repeatedName_lastWins() {
    CiscoPhone phone = phone(CiscoModel.CP_8851);
    load(phone, "<Station_Name>a</Station_Name><Station_Name>b</Station_Name>");
    assertThat(phone.config("Station_Name")).contains("b");
  }

  @Test
  void resync_missingName_valueStays() {
    CiscoPhone phone = phone(CiscoModel.CP_8851);
    load(phone, "<Station_Name>a</Station_Name>");
    load(phone, "<User_ID_1_>100</User_ID_1_>");
    assertThat(phone.config("Station_Name")).contains("a");
  }

  @Test
  void resync_whiteSpaceAndEscapes_trimmedAndResolved() {
    CiscoPhone phone = phone(CiscoModel.CP_8851);
    load(phone, "<!-- c --><Station_Name>\n  a &amp; b\nc &#233;&lt;  \n</Station_Name>");
    assertThat(phone.config("Station_Name")).contains("a & b c é<");
  }

  @Test
  void resync_unknownName_ignored() {
    CiscoPhone phone = phone(CiscoModel.CP_8851);
    Round round = load(phone, "<Nonsense>a</Nonsense><proxy_1_>x</proxy_1_>");

    assertThat(round.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(round.notes()).contains("cfg: unknown names ignored: Nonsense proxy_1_");
    assertThat(phone.configuration()).doesNotContainKeys("Nonsense", "proxy_1_");
  }

  @ParameterizedTest
  @CsvSource({
    "CP_8851, Custom_CA_Rule, Custom_CA_RULE",
    "SPA504G, Custom_CA_RULE, Custom_CA_Rule",
    "SPA525G2, Custom_CA_URL, Custom_CA_RULE",
    "ATA191, Custom_CA_URL, Custom_CA_Rule",
    "CP_8851, Admin_Password, Admin_Passwd",
    "SPA504G, Admin_Passwd, Admin_Password",
    "SPA504G, Unit_1_Key_2, Unit_1_Key_2_",
    "CP_8851, Unit_1_Key_2_, Unit_1_KEY_2_",
    "DP_9851, Unit_1_Extension_2_, Unit_1_Key_2",
    "CP_8851, Call_Unpark_Code, Call_UnPark_Code",
    "SPA504G, Use_Auth_ID_1_, Use_Auth_Id_1_",
    "ATA191, SIP_ToS_DiffServ_Value_1_, SIP_TOS_DiffServ_Value_1_",
    "CP_8851, Phone-UI-User-Mode, Phone-UI-user-mode",
    "CP_8851, Profile_Authentication_Type, profile_authentication_type",
    "SPA942, Line_Enable_1_, Profile_Authentication_Type"
  })
  void resync_spelling_thatOfTheFamilyCounts(CiscoModel model, String right, String wrong) {
    CiscoPhone phone = phone(model);
    load(phone, "<" + wrong + ">v</" + wrong + ">");
    assertThat(phone.configuration()).doesNotContainKey(wrong);

    load(phone, "<" + right + ">v</" + right + ">");
    assertThat(phone.configuration()).containsEntry(right, "v");
  }

  @Test
  void resync_nestedElements_onlyAdapters() {
    String nested =
        "<router-configuration><Time_Setup><Time_Zone>+01 2 2</Time_Zone></Time_Setup>"
            + "<Web_Login_Admin_Password>x</Web_Login_Admin_Password></router-configuration>";
    for (CiscoModel model : new CiscoModel[] {CiscoModel.SPA112, CiscoModel.ATA192}) {
      CiscoPhone adapter = phone(model);
      load(adapter, nested + "<User_ID_2_>200</User_ID_2_>");
      assertThat(adapter.config("router-configuration/Time_Setup/Time_Zone")).contains("+01 2 2");
      assertThat(adapter.config("router-configuration/Web_Login_Admin_Password")).contains("x");
      assertThat(adapter.sipUsers()).containsExactly("200");
    }
    CiscoPhone phone = phone(CiscoModel.CP_8851);
    load(phone, nested);
    assertThat(phone.configuration()).containsOnlyKeys("Profile_Rule");
  }

  @Test
  void resync_access_keptUntilAnotherIsNamed() {
    CiscoPhone phone = phone(CiscoModel.CP_8851);
    load(phone, "<Station_Name ua=\"na\">a</Station_Name>");
    load(phone, "<Station_Name>b</Station_Name>");
    assertThat(phone.access("Station_Name")).contains("na");

    load(phone, "<Station_Name ua=\"rw\" um=\"y\">b</Station_Name>");
    assertThat(phone.access("Station_Name")).contains("rw");
    assertThat(phone.access("Proxy_1_")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CLEARS, '', '', x",
    "CLEARS_WITHOUT_ACCESS, '', old, x",
    "RESTORES_DEFAULT, 3600, 3600, ''"
  })
  void resync_emptyElement_asBuilt(
      EmptyValue meaning, String bare, String withAccess, String quotes) {
    CiscoPhone phone = ready(CiscoPhone.builder(MAC).emptyValue(meaning));
    phone.changeAtPhone(Map.of("Resync_Periodic", "old"));
    load(phone, "<Resync_Periodic ua=\"rw\"/>");
    assertThat(phone.config("Resync_Periodic").orElse("")).isEqualTo(withAccess);
    assertThat(phone.access("Resync_Periodic")).contains("rw");

    load(phone, "<Resync_Periodic></Resync_Periodic>");
    assertThat(phone.config("Resync_Periodic").orElse("")).isEqualTo(bare);

    load(phone, "<Resync_Periodic>\"\"</Resync_Periodic>");
    String literal = quotes.isEmpty() ? "" : "\"\"";
    assertThat(phone.config("Resync_Periodic").orElse("")).isEqualTo(literal);
  }

  @Test
  void resync_blankRules_clearWhatAnotherProviderLeft() {
    CiscoPhone phone = phone(CiscoModel.CP_8851);
    phone.changeAtPhone(Map.of("Profile_Rule_B", provisioner.url("/b")));
    provisioner.file("/b");

    Round round = load(phone, "<Profile_Rule_B></Profile_Rule_B>");

    assertThat(round.exchanges()).hasSize(1);
  }

  @Test
  void resync_outerDevice_accepted() {
    CiscoPhone phone = phone(CiscoModel.CP_8851);
    String text =
        "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><device><flat-profile>"
            + "<User_ID_1_>ü</User_ID_1_></flat-profile></device>";
    provisioner.files.put("/cfg", text.getBytes(UTF_8));

    phone.resync();

    assertThat(phone.sipUsers()).containsExactly("ü"); // the declaration does not count
  }

  @Test
  void resync_linksys_latin1() {
    CiscoPhone phone = phone(CiscoModel.SPA942);
    provisioner.files.put(
        "/cfg", "<flat-profile><User_ID_1_>ü</User_ID_1_></flat-profile>".getBytes(ISO_8859_1));

    phone.resync();

    assertThat(phone.sipUsers()).containsExactly("ü");
  }

  @Test
  void resync_documentType_corrupt() {
    CiscoPhone phone = phone(CiscoModel.CP_8851);
    provisioner.files.put(
        "/cfg", "<!DOCTYPE flat-profile><flat-profile></flat-profile>".getBytes(UTF_8));

    assertThat(phone.resync().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void lines_readFromConfiguration() {
    CiscoPhone phone = phone(CiscoModel.CP_7841);
    load(
        phone,
        "<User_ID_1_>100</User_ID_1_><Auth_ID_1_>a100</Auth_ID_1_><Proxy_1_>sip:5061</Proxy_1_>",
        "<SIP_Transport_1_>TLS</SIP_Transport_1_><Display_Name_1_>Alice</Display_Name_1_>",
        "<User_ID_2_>200</User_ID_2_><Line_Enable_2_>No</Line_Enable_2_>",
        "<Line_Enable_3_>Yes</Line_Enable_3_><User_ID_5_>500</User_ID_5_>");

    assertThat(phone.lines())
        .containsExactly(
            new Line(1, true, "100", "a100", "Alice", "sip:5061", "TLS"),
            new Line(2, false, "200", "", "", "", ""));
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void lines_olderFamily_authUserOnlyIfSwitchedOn() {
    CiscoPhone phone = phone(CiscoModel.SPA504G);
    load(phone, "<User_ID_1_>100</User_ID_1_><Auth_ID_1_>a100</Auth_ID_1_>");
    assertThat(phone.lines().get(0).authUser()).isEmpty();

    load(phone, "<Use_Auth_ID_1_>Yes</Use_Auth_ID_1_>");
    assertThat(phone.lines().get(0).authUser()).isEqualTo("a100");
  }
}
