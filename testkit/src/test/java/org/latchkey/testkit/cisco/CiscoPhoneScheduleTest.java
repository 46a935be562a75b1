package org.latchkey.testkit.cisco;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.SettableClock;

/** When the phone comes back by itself. */
class CiscoPhoneScheduleTest {
  private final Provisioner provisioner = new Provisioner();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T22:30:00Z"));
  private final CiscoPhone phone = CiscoPhone.builder(MAC).clock(clock).waiter(clock).build();

  CiscoPhoneScheduleTest() throws IOException {
    provisioner.file("/cfg", element("User_ID_1_", "100"));
    phone.enterManually(provisioner.url("/cfg"));
    phone.changeAtPhone(Map.of("Resync_Random_Delay", "0"));
  }

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private long next() {
    return phone.resync().nextWakeUp().orElseThrow().toSeconds();
  }

  @Test
  void nextWakeUp_factory_hourlyAfterTheFirstSuccess() {
    assertThat(phone.nextWakeUp()).isEmpty();

    assertThat(phone.boot().nextWakeUp()).contains(Duration.ofHours(1));

    assertThat(phone.nextWakeUp()).contains(Duration.ofHours(1));
    assertThat(phone.boot(new Fault.PowerCutBefore(1)).nextWakeUp()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "", "never"})
  void nextWakeUp_periodicOff_never(String value) {
    phone.changeAtPhone(Map.of("Resync_Periodic", value));

    assertThat(phone.boot().nextWakeUp()).isEmpty();
  }

  @Test
  void nextWakeUp_periodicList_oneAfterTheOther() {
    phone.changeAtPhone(Map.of("Resync_Periodic", "100,200,300"));
    phone.boot();

    assertThat(List.of(next(), next(), next())).containsExactly(200L, 300L, 300L);
  }

  @Test
  void nextWakeUp_periodicWithPlus_randomPart() {
    phone.changeAtPhone(Map.of("Resync_Periodic", "1000+600"));
    phone.boot();

    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      times.add(next());
    }

    assertThat(times).allMatch(t -> t >= 1000 && t <= 1600);
    assertThat(times.stream().distinct()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource({"2300, 1800", "2229, 86340", "2230, 86400", "0000, 5400", "2400, 5400"})
  void nextWakeUp_timeOfDay_beatsThePeriod(String time, long seconds) {
    phone.changeAtPhone(Map.of("Resync_At__HHmm_", time, "Resync_At_Random_Delay", "0"));

    assertThat(phone.boot().nextWakeUp()).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void nextWakeUp_timeOfDay_spreadAtRandom() {
    phone.changeAtPhone(Map.of("Resync_At__HHmm_", "2300"));
    phone.boot();

    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      times.add(next());
    }

    assertThat(times).allMatch(t -> t >= 1800 && t <= 2400);
    assertThat(times.stream().distinct()).hasSizeGreaterThan(5);
  }

  @Test
  void nextWakeUp_timeOfDayUnreadable_period() {
    phone.changeAtPhone(Map.of("Resync_At__HHmm_", "9am"));

    assertThat(phone.boot().nextWakeUp()).contains(Duration.ofHours(1));
  }

  @Test
  void boot_randomDelay_movesTheClock() {
    phone.changeAtPhone(Map.of("Resync_Random_Delay", "100"));
    Instant before = clock.instant();

    Duration waited = phone.boot().waited();

    assertThat(waited).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(4000));
    assertThat(Duration.between(before, clock.instant())).isEqualTo(waited);
  }
}
