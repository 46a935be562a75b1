package org.latchkey.testkit.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.panasonic.Provisioner.MAC;
import static org.latchkey.testkit.panasonic.Provisioner.OWN;
import static org.latchkey.testkit.panasonic.Provisioner.asked;
import static org.latchkey.testkit.panasonic.Provisioner.seen;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;

/** KX-UTG: an initial file, then the files it names, all in XML. */
class PanasonicPhoneUtgTest {
  private static final String INITIAL = "KX-UTG200B.cfg";

  private final Provisioner provisioner = new Provisioner();
  private final PanasonicPhone phone = PanasonicPhone.builder(MAC).kind(Kind.UTG200).build();

  PanasonicPhoneUtgTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private void initial(String standard, String product, String master) {
    provisioner.xml(
        INITIAL,
        "<Initial><Certs/><CfgFiles>",
        "<CFG_STANDARD_FILE_PATH>" + standard + "</CFG_STANDARD_FILE_PATH>",
        "<CFG_PRODUCT_FILE_PATH>" + product + "</CFG_PRODUCT_FILE_PATH>",
        "<CFG_MASTER_FILE_PATH>" + master + "</CFG_MASTER_FILE_PATH>",
        "</CfgFiles></Initial>");
  }

  private void device(String file, String number) {
    provisioner.xml(
        file,
        "<Device><Lines><Line idx=\"1\"><LINE_ENABLE>Yes</LINE_ENABLE><PHONE_NUMBER>",
        number,
        "</PHONE_NUMBER></Line></Lines></Device>");
  }

  @Test
  void boot_initialFile_thenItsFilesInOrder() {
    initial(provisioner.url(OWN), provisioner.url("p.cfg"), provisioner.url("m.cfg"));
    device(OWN, "100");
    device("p.cfg", "200");
    phone.offer(Source.PNP, provisioner.url(""));

    assertThat(asked(phone.boot())).containsExactly(INITIAL, OWN, "p.cfg", "m.cfg");
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void boot_newPathWaits_filesOfInitialAtOnceAllTheSame() {
    PanasonicPhone patient =
        PanasonicPhone.builder(MAC).kind(Kind.UTG200).newPathWaits(true).build();
    initial(provisioner.url(OWN), "", "");
    patient.offer(Source.PNP, provisioner.url(""));
    assertThat(asked(patient.boot())).containsExactly(INITIAL, OWN);
  }

  @Test
  void boot_oneFileFails_skipped() {
    initial(provisioner.url(OWN), provisioner.url("p.cfg"), provisioner.url("m.cfg"));
    device("m.cfg", "300");
    provisioner.next(OWN, ScriptedServer.reply(500, ""));
    phone.offer(Source.PNP, provisioner.url(""));

    Round round = phone.boot();

    assertThat(asked(round)).containsExactly(INITIAL, OWN, "p.cfg", "m.cfg");
    assertThat(phone.sipUsers()).containsExactly("300");
    assertThat(round.nextWakeUp()).hasValue(Duration.ofMinutes(30));
  }

  @Test
  void boot_allFail_savedConfigurationKept() {
    initial(provisioner.url(OWN), "", "");
    device(OWN, "100");
    phone.offer(Source.PNP, provisioner.url(""));
    phone.boot();
    provisioner.files.clear();

    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.NOTHING_FOUND);
    assertThat(asked(round)).containsExactly(INITIAL, OWN);
    assertThat(phone.sipUsers()).containsExactly("100");
    assertThat(round.nextWakeUp()).hasValue(Duration.ofMinutes(30));
  }

  @Test
  void boot_wrongFormat_savedConfigurationKept() {
    initial(provisioner.url(OWN), "", "");
    device(OWN, "100");
    phone.offer(Source.PNP, provisioner.url(""));
    phone.boot();
    provisioner.file(OWN, "PHONE_NUMBER_1=\"200\"");

    Round round = phone.boot();

    assertThat(round.defects()).containsExactly(new Defect(Defect.Kind.BAD_XML, OWN + " line 1"));
    assertThat(phone.sipUsers()).containsExactly("100");
  }

  @Test
  void boot_everyStart_redirectServiceAsked() {
    provisioner.user("global", "once").user(MAC, "own");
    initial(provisioner.url(MAC, "own", OWN), "", "");
    device(OWN, "100");
    assertThat(phone.redirect(provisioner.url(""), "global", "once")).isTrue();

    for (int i = 0; i < 2; i++) {
      assertThat(seen(phone.boot()))
          .containsExactly(
              INITIAL + " 401", INITIAL + " 200 global", OWN + " 401", OWN + " 200 " + MAC);
    }
    assertThat(phone.holds(MAC, "own")).isTrue();
    assertThat(seen(phone.resync())).containsExactly(OWN + " 401", OWN + " 200 " + MAC);
  }

  @ParameterizedTest
  @CsvSource({
    "PNP, SIPPNP_ENABLE",
    "OPTION_160, OPTION160_ENABLE",
    "OPTION_159, OPTION159_ENABLE",
    "OPTION_66, OPTION66_ENABLE"
  })
  void boot_switchedOff_askedNoMore(Source source, String name) {
    provisioner.xml(INITIAL, "<Device><System><" + name + ">N</" + name + "></System></Device>");
    phone.offer(source, provisioner.url(""));
    phone.boot();
    assertThat(phone.bootstrapSource()).isEmpty();
  }

  @Test
  void bootstrapSource_namesOfFlatPhones_doNotCount() {
    provisioner.xml(INITIAL, "<OPTION160_PROV_ENABLE>N</OPTION160_PROV_ENABLE>");
    phone.offer(Source.OPTION_160, provisioner.url(""));
    phone.boot();
    assertThat(phone.bootstrapSource()).hasValue(Source.OPTION_160);
  }

  @Test
  void enterManually_suppressesAllOtherSources() {
    provisioner.user("global", "once");
    for (Source source : Source.values()) {
      phone.offer(source, provisioner.url(source.name() + "/"));
    }
    phone.enterManually(provisioner.url("typed/"), "global", "once");

    assertThat(phone.bootstrapSource()).isEmpty();
    assertThat(phone.holds("global", "once")).isTrue();
    phone.boot();
    assertThat(provisioner.requests())
        .extracting(ScriptedServer.Request::target)
        .containsOnly("/cfg/typed/" + INITIAL)
        .hasSize(2);
  }

  @Test
  void boot_typedCredentialFields_showItForTheInitialFile() {
    provisioner.user("global", "once").user(MAC, "own");
    initial(provisioner.url(MAC, "own", OWN), "", "");
    device(OWN, "100");
    phone.enterManually(provisioner.url(""), "global", "once");
    assertThat(seen(phone.boot()))
        .containsExactly(
            INITIAL + " 401", INITIAL + " 200 global", OWN + " 401", OWN + " 200 " + MAC);
  }

  @Test
  void boot_httpAuthFields_showThemWhereTheUrlHasNone() {
    provisioner.user("global", "once").user("fu", "fp");
    provisioner.xml(
        INITIAL,
        "<CFG_STANDARD_FILE_PATH>" + provisioner.url(OWN) + "</CFG_STANDARD_FILE_PATH>",
        "<HTTP_AUTH_ID>fu</HTTP_AUTH_ID><HTTP_AUTH_PASSWORD>fp</HTTP_AUTH_PASSWORD>");
    device(OWN, "100");
    phone.redirect(provisioner.url(""), "global", "once");
    assertThat(seen(phone.boot())).contains(OWN + " 200 fu");
    assertThat(phone.holds("fu", "fp")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"false, in", "true, fu"})
  void boot_fieldsAndUrl_optionDecides(boolean fieldsFirst, String user) {
    PanasonicPhone other =
        PanasonicPhone.builder(MAC).kind(Kind.UTG200).fieldsFirst(fieldsFirst).build();
    provisioner.user("global", "once").user("fu", "fp").user("in", "url");
    provisioner.xml(
        INITIAL,
        "<CFG_STANDARD_FILE_PATH>" + provisioner.url("in", "url", OWN),
        "</CFG_STANDARD_FILE_PATH>",
        "<HTTP_AUTH_ID>fu</HTTP_AUTH_ID><HTTP_AUTH_PASSWORD>fp</HTTP_AUTH_PASSWORD>");
    device(OWN, "100");
    other.redirect(provisioner.url(""), "global", "once");
    assertThat(seen(other.boot())).contains(OWN + " 200 " + user);
  }

  @ParameterizedTest
  @CsvSource({"'', typed", "RW, typed", "R, typed", "!RW, served", "!R, served"})
  void setInWeb_permissionOfFile_decides(String permission, String winner) {
    provisioner.xml(INITIAL, "<NTP_ADDR perm=\"" + permission + "\">served</NTP_ADDR>");
    phone.offer(Source.OPTION_66, provisioner.url(""));
    phone.setInWeb("NTP_ADDR", "typed");
    phone.boot();
    assertThat(phone.config("NTP_ADDR")).hasValue(winner);
  }

  @Test
  void boot_overwritingFileTwice_secondUnchanged() {
    provisioner.xml(INITIAL, "<NTP_ADDR perm=\"!RW\">served</NTP_ADDR>");
    phone.offer(Source.OPTION_66, provisioner.url(""));
    phone.boot();
    assertThat(phone.boot().outcome()).isEqualTo(Outcome.UNCHANGED);
    phone.setInWeb("NTP_ADDR", "typed");
    assertThat(phone.boot().changedKeys()).containsExactly("NTP_ADDR");
  }

  @Test
  void boot_servedCredentialForTypedServer_replacesTypedOne() {
    provisioner.user("global", "once").user(MAC, "own");
    provisioner.xml(
        INITIAL,
        "<USR_PROV_SVR_AUTH_ID perm=\"!RW\">" + MAC + "</USR_PROV_SVR_AUTH_ID>",
        "<USR_PROV_SVR_AUTH_PASSWORD perm=\"!RW\">own</USR_PROV_SVR_AUTH_PASSWORD>");
    phone.enterManually(provisioner.url(""), "global", "once");
    phone.boot();
    assertThat(phone.holds(MAC, "own")).isTrue();
    assertThat(seen(phone.boot())).containsExactly(INITIAL + " 401", INITIAL + " 200 " + MAC);
  }

  @Test
  void sipUsers_lineOff_notRegistered() {
    provisioner.xml(
        INITIAL,
        "<Lines><Line idx=\"1\"><LINE_ENABLE>No</LINE_ENABLE><PHONE_NUMBER>1</PHONE_NUMBER></Line>",
        "<Line idx=\"2\"><SIP_URI>sip:2@h</SIP_URI></Line></Lines>");
    phone.offer(Source.OPTION_66, provisioner.url(""));
    phone.boot();
    assertThat(phone.sipUsers()).containsExactly("2");
  }

  @ParameterizedTest
  @EnumSource(names = {"UTG200", "UTG300"})
  void webLogin_user_hasFactoryPassword(Kind kind) {
    PanasonicPhone fresh = PanasonicPhone.builder(MAC).kind(kind).build();
    assertThat(fresh.webLogin("user", "userpass")).isTrue();
    assertThat(fresh.webLogin("user", "")).isFalse();
  }

  @Test
  void boot_namedAddresses_neverInReports() {
    provisioner.user("global", "once");
    phone.redirect(provisioner.url(""), "global", "once");
    Round round = phone.boot();
    assertThat(List.of(round.toString(), phone.toString(), round.failed().toString()))
        .allMatch(text -> !text.contains("once"));
  }
}
