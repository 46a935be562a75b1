package org.latchkey.testkit.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.snom.Provisioner.MAC;
import static org.latchkey.testkit.snom.Provisioner.OWN;
import static org.latchkey.testkit.snom.Provisioner.TYPE;
import static org.latchkey.testkit.snom.Provisioner.setting;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

class SnomPhoneSettingsTest {
  private static final String RESTARTS = setting("auto_reboot_on_setting_change", "on");

  private final Provisioner provisioner = new Provisioner();
  private final SnomPhone phone = SnomPhone.builder(MAC).build();

  SnomPhoneSettingsTest() throws IOException {
    phone.enterManually(provisioner.url());
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private Round boot(String... settings) {
    provisioner.desk(OWN, settings);
    return phone.boot();
  }

  @Test
  void boot_sameFileAgain_unchanged() {
    Round first = boot(setting("language", "Deutsch"));
    Round second = phone.boot();

    assertThat(first.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(first.applied()).containsExactly(OWN);
    assertThat(first.changedKeys()).containsExactly("language");
    assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(second.unchanged()).containsExactly(OWN);
    assertThat(second.changedKeys()).isEmpty();
  }

  @Test
  void boot_generalAndOwnValueDiffer_stillUnchangedNextTime() {
    provisioner.desk(TYPE, setting("language", "Deutsch"));
    boot(setting("language", "Suomi"));

    Round next = phone.boot();

    assertThat(next.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(next.changedKeys()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"!, typed", "RW, sent", "'', sent", "$, sent"})
  void boot_personChangedIt_overwrittenUnlessLeftToPerson(String permission, String then) {
    boot(setting("phone_name", "sent", permission));
    phone.changeAtPhone("phone_name", "typed");

    phone.boot();

    assertThat(phone.config("phone_name")).hasValue(then);
    assertThat(phone.permission("phone_name")).hasValue(permission);
  }

  @Test
  void boot_leftToPersonWhoDidNothing_overwritten() {
    boot(setting("phone_name", "a", "!"));
    boot(setting("phone_name", "b", "!"));

    assertThat(phone.config("phone_name")).hasValue("b");
  }

  @Test
  void boot_serverOverwrotePersonsValue_personForgotten() {
    boot(setting("phone_name", "a", "!"));
    phone.changeAtPhone("phone_name", "typed");
    boot(setting("phone_name", "b", "RW"));

    boot(setting("phone_name", "c", "!"));

    assertThat(phone.config("phone_name")).hasValue("c");
  }

  @Test
  void boot_credentialTypedAndThenLeftToPerson_neverTaken() {
    phone.enterManually(provisioner.url(), "global", "once");

    Round round = boot(setting("http_client_user", "unique", "!"));

    assertThat(phone.storedUser()).hasValue("global");
    assertThat(round.notes()).contains("http_client_user stays as a person set it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"R", "&amp;", " "})
  void changeAtPhone_readOnly_refused(String permission) {
    boot(setting("phone_name", "sent", permission));

    assertThatThrownBy(() -> phone.changeAtPhone("phone_name", "x"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void boot_unknownSetting_ignoredAndTheRestTaken() {
    Round round = boot(setting("no_such_setting", "x"), setting("language", "Deutsch"));

    assertThat(phone.config("no_such_setting")).isEmpty();
    assertThat(phone.config("language")).hasValue("Deutsch");
    assertThat(round.notes()).contains(OWN + ": ignores unknown no_such_setting");
  }

  @Test
  void boot_removedSetting_backToDefault() {
    boot(setting("language", "Deutsch"));

    boot("<language action=\"remove\"/>");

    assertThat(phone.config("language")).isEmpty();
  }

  @Test
  void boot_elementClosedWrongly_wholeFileUseless() {
    Round round = boot(setting("language", "Deutsch"), "<gui_fkey1>x</gui_fkey2>");

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.failed()).containsExactly(OWN);
    assertThat(round.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_XML);
    assertThat(phone.config("language")).isEmpty();
  }

  @Test
  void boot_documentType_wholeFileUseless() {
    provisioner.raw(OWN, "<!DOCTYPE settings [<!ENTITY a \"b\">]><settings/>");

    assertThat(phone.boot().failed()).containsExactly(OWN);
  }

  @Test
  void boot_groupAsFileOfItsOwn_taken() {
    provisioner.raw(TYPE, "<phone-settings><language>Deutsch</language></phone-settings>");
    provisioner.raw(
        OWN, "<functionKeys e=\"2\"><fkey idx=\"0\" context=\"1\">speed 5</fkey></functionKeys>");

    phone.boot();

    assertThat(phone.config("language")).hasValue("Deutsch");
    assertThat(phone.config("fkey[0]")).hasValue("speed 5");
  }

  @Test
  void boot_otherGroups_passedOver() {
    provisioner.raw(
        OWN,
        "<settings><tbook><item><number>1</number></item></tbook>"
            + "<phone-settings><!-- c --><language>D&#252;</language></phone-settings></settings>");

    phone.boot();

    assertThat(phone.configuration()).containsOnlyKeys("language", "setting_server");
    assertThat(phone.config("language")).hasValue("Dü");
  }

  @Test
  void boot_restartWantedAtTop_restartsAfterChangeOnly() {
    Round round = boot(RESTARTS, setting("language", "Deutsch"));

    assertThat(round.notes()).containsOnlyOnce("restart");
    assertThat(round.trace())
        .containsExactly(TYPE + " 404", OWN + " 200", TYPE + " 404", OWN + " 200");
    assertThat(phone.boot().notes()).doesNotContain("restart");
  }

  @Test
  void boot_restartWantedFurtherDown_noRestart() {
    Round round = boot(setting("date_us_format", "on"), RESTARTS);

    assertThat(round.notes()).doesNotContain("restart");
    assertThat(round.exchanges()).hasSize(2);
  }

  @Test
  void boot_redirectionAgainAndRestartWanted_endsAfterAFew() {
    SnomPhone looping = SnomPhone.builder(MAC).build();
    provisioner.desk(OWN, RESTARTS, Provisioner.pair("unique", "own"));
    looping.redirect(provisioner.url(), "global", "once");

    Round round = looping.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(round.notes()).contains("gives up after 5 restarts");
    assertThat(round.exchanges()).hasSize(12);
  }

  @Test
  void boot_accountsOfLastTime_registeredBeforeAnythingIsAsked() {
    boot(line(1, "100", "on"));

    Round round = boot(line(1, "200", "on"));

    assertThat(round.notes()).startsWith("registers 100 before it asks");
    assertThat(phone.sipUsers()).containsExactly("200");
    assertThat(phone.resync().notes()).isEmpty();
  }

  @Test
  void sipUsers_linesOffOrWithoutRegistrar_leftOut() {
    boot(
        line(1, "100", "on"),
        line(2, "200", "off"),
        "<user_name idx=\"3\">300</user_name>",
        "<user_name idx=\"4\"></user_name><user_host idx=\"4\">h</user_host>",
        "<user_name idx=\"12\">1200</user_name><user_host idx=\"12\">h</user_host>");

    assertThat(phone.sipUsers()).containsExactlyInAnyOrder("100", "1200");
  }

  private static String line(int number, String user, String active) {
    String index = " idx=\"" + number + "\" perm=\"R\">";
    return ("<user_active" + index + active + "</user_active>")
        + ("<user_name" + index + user + "</user_name>")
        + ("<user_host" + index + "sip.example</user_host>");
  }

  @Test
  void checkSync_rebootOrNot_asSaid() {
    boot(line(1, "100", "on"));

    assertThat(phone.checkSync(true).notes()).contains("registers 100 before it asks");
    assertThat(phone.checkSync(false).notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "off, rel, 60, , , 0, PT1H",
    "on, rel, 60, , , 0, PT1M",
    "on, rel, 7200, , , 0, PT1H", // the sooner of both
    "on, abs, , 00:30, , 7200, PT30M",
    "on, abs, , 08:00, , 0, PT8H",
    "on, abs, , noon, , 0, ",
    "on, random, , 01:00, 04:00, 0, PT2H27M"
  })
  void nextPoll_refreshTimerAndPolling_sooner(
      String on, String mode, String period, String time, String end, String timer, String next) {
    boot(
        setting("prov_polling_enabled", on),
        setting("prov_polling_mode", mode),
        setting("prov_polling_period", text(period)),
        setting("prov_polling_time", text(time)),
        setting("prov_polling_time_rand_end", text(end)),
        setting("settings_refresh_timer", mode.equals("rel") ? "3600" : timer));

    if (next == null) {
      assertThat(phone.nextPoll()).isEmpty();
    } else {
      assertThat(phone.nextPoll()).hasValue(Duration.parse(next));
      assertThat(phone.resync().nextWakeUp()).hasValue(Duration.parse(next));
    }
  }

  private static String text(String orNull) {
    return orNull == null ? "" : orNull;
  }

  @Test
  void nextPoll_timeOfDayIsOver_tomorrow() {
    SnomPhone evening =
        SnomPhone.builder(MAC)
            .clock(Clock.fixed(Instant.parse("2026-11-24T20:00:00Z"), ZoneOffset.UTC))
            .build();
    evening.changeAtPhone("prov_polling_enabled", "on");
    evening.changeAtPhone("prov_polling_time", "08:00");

    assertThat(evening.nextPoll()).hasValue(Duration.ofHours(12));
    evening.changeAtPhone("prov_polling_time", "20:00");
    assertThat(evening.nextPoll()).hasValue(Duration.ofHours(24));
  }

  @Test
  void nextPoll_nothingSet_never() {
    assertThat(phone.nextPoll()).isEmpty();
    assertThat(phone.boot().nextWakeUp()).isEmpty();
  }
}
