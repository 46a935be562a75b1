package org.latchkey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.latchkey.auth.FailureLimits;
import org.latchkey.device.MacAddress;
import org.latchkey.internal.Failures.Over;
import org.latchkey.pass.Source;

class FailuresTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
  private static final Optional<MacAddress> MAC = Optional.of(MacAddress.of("001565aabbcc"));
  private static final Optional<MacAddress> OTHER = Optional.of(MacAddress.of("001565aabbcd"));

  private final Failures failures = with(new FailureLimits(3, 10, Duration.ofMinutes(10)));

  private static Failures with(FailureLimits limits) {
    return new Failures(limits, new KeyedHash(new Random(1)::nextBytes), CLOCK);
  }

  private void fail(String address, Optional<MacAddress> mac, int times) {
    for (int i = 0; i < times; i++) {
      failures.add(source(address), mac);
    }
  }

  private Over over(String address, Optional<MacAddress> mac) {
    return failures.over(source(address), mac);
  }

  @Test
  void over_limitOfDevice_thatDeviceFromThatSourceOnly() {
    fail("192.0.2.1", MAC, 3);

    assertThat(over("192.0.2.1", MAC)).isEqualTo(Over.DEVICE);
    assertThat(over("192.0.2.1", OTHER)).isEqualTo(Over.NONE);
    assertThat(over("192.0.2.1", Optional.empty())).isEqualTo(Over.NONE);
    assertThat(over("192.0.2.2", MAC)).isEqualTo(Over.NONE);
  }

  @Test
  void over_defaults_120And10000() {
    Failures plain = with(FailureLimits.DEFAULTS);
    Source home = source("192.0.2.1");
    for (int i = 0; i < 10_000; i++) {
      assertThat(plain.over(home, MAC)).isEqualTo(i < 120 ? Over.NONE : Over.DEVICE);
      assertThat(plain.over(home, OTHER)).isEqualTo(Over.NONE);
      plain.add(home, MAC);
    }
    assertThat(plain.over(home, OTHER)).isEqualTo(Over.SOURCE);
  }

  @Test
  void over_limitOfSource_everyDeviceFromThere() {
    for (int i = 0; i < 10; i++) {
      fail("192.0.2.1", Optional.of(MacAddress.of("00156500000" + i)), 1);
    }

    assertThat(over("192.0.2.1", MAC)).isEqualTo(Over.SOURCE);
    assertThat(over("192.0.2.1", Optional.empty())).isEqualTo(Over.SOURCE);
    assertThat(over("192.0.2.2", MAC)).isEqualTo(Over.NONE);
  }

  @Test
  void over_withoutMac_countsForSourceOnly() {
    fail("192.0.2.1", Optional.empty(), 9);
    assertThat(over("192.0.2.1", Optional.empty())).isEqualTo(Over.NONE);
    fail("192.0.2.1", Optional.empty(), 1);
    assertThat(over("192.0.2.1", Optional.empty())).isEqualTo(Over.SOURCE);
  }

  @Test
  void over_ipv6_64BitsAreOneSource() {
    fail("2001:db8:1:2::1", MAC, 3);

    assertThat(over("2001:db8:1:2:ffff:ffff:ffff:ffff", MAC)).isEqualTo(Over.DEVICE);
    assertThat(over("2001:db8:1:3::1", MAC)).isEqualTo(Over.NONE);
  }

  @Test
  void forget_device_fromEverywhere() {
    fail("192.0.2.1", MAC, 3);
    fail("2001:db8::1", MAC, 3);
    fail("192.0.2.1", OTHER, 3);

    failures.forget(MAC.get());

    assertThat(over("192.0.2.1", MAC)).isEqualTo(Over.NONE);
    assertThat(over("2001:db8::1", MAC)).isEqualTo(Over.NONE);
    assertThat(over("192.0.2.1", OTHER)).isEqualTo(Over.DEVICE);
  }

  @Test
  void site_differentSources_differentNumbers() {
    assertThat(Failures.site(source("0.0.0.1")))
        .isNotEqualTo(Failures.site(source("::1")))
        .isNotEqualTo(Failures.site(source("0.0.0.2")));
    assertThat(Failures.site(source("::ffff:192.0.2.1")))
        .isEqualTo(Failures.site(source("192.0.2.1")));
  }

  private static Source source(String literal) {
    try {
      return Source.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }
}
