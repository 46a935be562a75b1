package org.latchkey.testkit.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.panasonic.Provisioner.MAC;
import static org.latchkey.testkit.panasonic.Provisioner.PCC_LINE;
import static org.latchkey.testkit.panasonic.Provisioner.asked;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.SettableClock;

class PanasonicPhoneScheduleTest {
  private final Provisioner provisioner = new Provisioner();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T22:30:00Z"));
  private final PanasonicPhone phone =
      PanasonicPhone.builder(MAC).clock(clock).waiter(clock).build();

  PanasonicPhoneScheduleTest() throws IOException {
    phone.offer(Source.OPTION_66, provisioner.url("x.cfg"));
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private Optional<Duration> next(String... lines) {
    provisioner.file("x.cfg", lines);
    Optional<Duration> reported = phone.boot().nextWakeUp();
    assertThat(phone.nextWakeUp()).isEqualTo(reported);
    return reported;
  }

  private void fail(int status) {
    provisioner.next("x.cfg", ScriptedServer.reply(status, ""));
    phone.boot();
  }

  @Test
  void nextWakeUp_factory_never() {
    assertThat(next("A=\"1\"")).isEmpty();
  }

  @Test
  void nextWakeUp_cyclic_everyWeekUnlessSaid() {
    assertThat(next("CFG_CYCLIC=\"Y\"")).hasValue(Duration.ofDays(7));
    assertThat(next("CFG_CYCLIC=\"Y\"", "CFG_CYCLIC_INTVL=\"60\"")).hasValue(Duration.ofHours(1));
    assertThat(next("CFG_CYCLIC_INTVL=\"40320\"")).hasValue(Duration.ofDays(28));
    assertThat(next("CFG_CYCLIC=\"N\"")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"40321", "0", "-1", "x"})
  void nextWakeUp_intervalOutOfRange_asFromTheFactory(String value) {
    assertThat(next("CFG_CYCLIC=\"Y\"", "CFG_CYCLIC_INTVL=\"" + value + "\""))
        .hasValue(Duration.ofDays(7));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 500, 503, 302})
  void nextWakeUp_failedDownload_afterRetryInterval(int status) {
    next("CFG_CYCLIC=\"Y\"", "CFG_CYCLIC_INTVL=\"600\"");
    fail(status);
    assertThat(phone.nextWakeUp()).hasValue(Duration.ofMinutes(30));
  }

  @Test
  void nextWakeUp_retryIntervalServed_used() {
    next("CFG_RTRY_INTVL=\"5\"");
    assertThat(phone.nextWakeUp()).isEmpty();
    fail(503);
    assertThat(phone.nextWakeUp()).hasValue(Duration.ofMinutes(5));
  }

  @Test
  void nextWakeUp_malformedFile_countsAsFailed() {
    provisioner.files.put("x.cfg", "nonsense");
    assertThat(phone.boot().nextWakeUp()).hasValue(Duration.ofMinutes(30));
  }

  @Test
  void nextWakeUp_serverGone_countsAsFailed() throws IOException {
    provisioner.close();
    assertThat(phone.boot().nextWakeUp()).hasValue(Duration.ofMinutes(30));
  }

  @Test
  void nextWakeUp_goodRoundAfterFailure_cyclicAgain() {
    next("CFG_CYCLIC=\"Y\"");
    fail(503);
    assertThat(phone.resync().nextWakeUp()).hasValue(Duration.ofDays(7));
  }

  @Test
  void nextWakeUp_timeOfDay_untilThenAndNoInterval() {
    assertThat(next("CFG_RESYNC_TIME=\"23:00\"", "CFG_CYCLIC=\"Y\"", "CFG_CYCLIC_INTVL=\"1\""))
        .hasValue(Duration.ofMinutes(30));
    clock.advance(Duration.ofMinutes(30));
    assertThat(phone.nextWakeUp()).hasValue(Duration.ofDays(1));
    clock.advance(Duration.ofMinutes(1));
    assertThat(phone.nextWakeUp()).hasValue(Duration.ofMinutes(24 * 60 - 1));
  }

  @Test
  void nextWakeUp_timeOfDayAndFailure_noRetryBeforeNextDay() {
    next("CFG_RESYNC_TIME=\"22:00\"", "CFG_RTRY_INTVL=\"5\"");
    fail(503);
    assertThat(phone.nextWakeUp()).hasValue(Duration.ofMinutes(24 * 60 - 30));
  }

  @ParameterizedTest
  @CsvSource({"180, 02:00, 30", "-420, 16:00, 30", "0, 22:31, 1"})
  void nextWakeUp_timeOfDay_inTheZoneServed(String zone, String time, int minutes) {
    assertThat(next("TIME_ZONE=\"" + zone + "\"", "CFG_RESYNC_TIME=\"" + time + "\""))
        .hasValue(Duration.ofMinutes(minutes));
  }

  @Test
  void nextWakeUp_timeOfDayUnreadable_never() {
    assertThat(next("CFG_RESYNC_TIME=\"24:77\"", "CFG_CYCLIC=\"Y\"")).isEmpty();
  }

  @Test
  void nextWakeUp_timeOfDayCleared_intervalAgain() {
    next("CFG_RESYNC_TIME=\"23:00\"", "CFG_CYCLIC=\"Y\"");
    assertThat(next("CFG_RESYNC_TIME=\"\"")).hasValue(Duration.ofDays(7));
  }

  @Test
  void nextWakeUp_provisioningOff_never() {
    assertThat(next("PROVISION_ENABLE=\"N\"", "CFG_CYCLIC=\"Y\"")).isEmpty();
  }

  @Test
  void factoryReset_afterFailure_nothingDue() {
    fail(503);
    phone.factoryReset();
    assertThat(phone.nextWakeUp()).isEmpty();
  }

  @Test
  void checkSync_wantedEvent_asksFiles() {
    next("A=\"1\"");
    assertThat(asked(phone.checkSync("check-sync"))).containsExactly("x.cfg");
    assertThat(phone.checkSync("resync").outcome()).isEqualTo(Outcome.NOT_DUE);

    next("CFG_RESYNC_FROM_SIP=\"resync\"");
    assertThat(asked(phone.checkSync("resync"))).containsExactly("x.cfg");
    assertThat(phone.checkSync("check-sync").exchanges()).isEmpty();
  }

  @Test
  void checkSync_reboot_tgp500Restarts() {
    PanasonicPhone base = PanasonicPhone.builder(MAC).kind(Kind.TGP500).build();
    String path = "CFG_STANDARD_FILE_PATH=\"" + provisioner.url("s.cfg") + "\"";
    provisioner.files.put("x.cfg", PCC_LINE + "\r\n" + path + "\r\n\r\n");
    base.offer(Source.OPTION_66, provisioner.url("x.cfg"));
    base.boot();
    assertThat(asked(base.checkSync("check-sync"))).containsExactly("s.cfg");
    assertThat(asked(base.checkSync("check-sync;reboot=true"))).containsExactly("x.cfg", "s.cfg");
    assertThat(phone.checkSync("check-sync;reboot=true").outcome()).isEqualTo(Outcome.NOT_DUE);
  }
}
