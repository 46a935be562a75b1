package org.latchkey.testkit.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SettableClockTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  void instant_whoeverMovesIt_sameTimeInAllZones() {
    SettableClock clock = new SettableClock(START);
    Clock colombo = clock.withZone(ZoneId.of("Asia/Colombo"));

    assertThat(clock.instant()).isEqualTo(START);
    clock.advance(Duration.ofSeconds(2));
    ((Waiter) clock).await(Duration.ofSeconds(3));

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(5)).isEqualTo(colombo.instant());
    assertThat(colombo.getZone()).isEqualTo(ZoneId.of("Asia/Colombo"));
  }
}
