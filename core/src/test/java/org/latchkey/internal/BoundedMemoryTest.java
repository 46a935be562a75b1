package org.latchkey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.latchkey.auth.FailureLimits;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.internal.Failures.Over;
import org.latchkey.memory.MemoryKnocks;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.pass.HarvestPolicy;
import org.latchkey.pass.Source;
import org.latchkey.secret.Credential;
import org.latchkey.spi.KnockStore;

/** Whatever number of sources and MACs somebody makes up, memory stays and honest phones boot. */
class BoundedMemoryTest {
  private static final int MILLION = 1_000_000;
  private static final int PHONES = 10_000;
  private static final long MEGABYTE = 1 << 20;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

  private final KeyedHash hash = new KeyedHash(new Random(1)::nextBytes);

  @Test
  void failures_aMillionSpoofed_nothingGrowsAndHonestPhonesAreHeard() {
    Failures failures = new Failures(FailureLimits.DEFAULTS, hash, CLOCK);
    int places = failures.places();
    long before = used();

    int disturbed = 0;
    for (int i = 0; i < MILLION; i++) {
      failures.add(spoofed(i), Optional.of(mac(i * 7)));
      int phone = i % PHONES;
      if (failures.over(home(phone), Optional.of(mac(phone))) != Over.NONE) {
        disturbed++;
      }
      // an honest phone mistypes now and then
      if (i % 100 == 0) {
        failures.add(home(phone), Optional.of(mac(phone)));
      }
    }

    assertThat(disturbed).isZero();
    assertThat(failures.places()).isEqualTo(places).isEqualTo((1 << 17) + (1 << 15));
    assertThat(used() - before).as("bytes").isLessThan(8 * MEGABYTE);
    // kept until here, or there would be nothing to measure
    assertThat(failures.over(home(1), Optional.of(mac(1)))).isEqualTo(Over.NONE);
  }

  @Test
  void failures_floodAroundAGuesser_guesserIsStillLimited() {
    Failures failures = new Failures(FailureLimits.DEFAULTS, hash, CLOCK);
    Source guesser = spoofed(MILLION);
    Optional<MacAddress> target = Optional.of(mac(MILLION));
    for (int i = 0; i < 120; i++) {
      failures.add(guesser, target);
    }

    for (int i = 0; i < MILLION; i++) {
      failures.add(spoofed(i), Optional.of(mac(i)));
    }

    assertThat(failures.over(guesser, target)).isEqualTo(Over.DEVICE);
  }

  @Test
  void harvest_manyMacsFromManySources_fewAreRemembered() {
    HarvestGuard guard = new HarvestGuard(HarvestPolicy.DEFAULTS, hash, CLOCK);
    long before = used();
    for (int i = 0; i < MILLION / 4; i++) {
      guard.tried(spoofed(i / 5), Scope.INSTALLATION, mac(i));
      if (i % 5 == 0) {
        guard.proved(spoofed(MILLION + i), new Owner("acme.example", "west"));
      }
    }

    assertThat(guard.sources()).isLessThanOrEqualTo(2 * 4_096);
    assertThat(used() - before).as("bytes").isLessThan(32 * MEGABYTE);
    assertThat(guard.sources()).isPositive();
  }

  @Test
  void harvest_manySuspects_noneIsForgottenBeforeItsTime() {
    HarvestGuard guard = new HarvestGuard(HarvestPolicy.DEFAULTS, hash, CLOCK);
    for (int source = 0; source < 1_000; source++) {
      for (int i = 0; i < 10; i++) {
        guard.tried(spoofed(source), Scope.INSTALLATION, mac(i));
      }
    }
    for (int i = 0; i < 100_000; i++) {
      guard.tried(spoofed(1_000 + i), Scope.INSTALLATION, mac(i));
    }

    long paced =
        IntStream.range(0, 1_000)
            .filter(
                source -> {
                  guard.delay(spoofed(source), Scope.INSTALLATION, mac(1));
                  return !guard
                      .delay(spoofed(source), Scope.INSTALLATION, mac(2))
                      .equals(Duration.ZERO);
                })
            .count();
    assertThat(paced).isEqualTo(1_000);
  }

  @Test
  void knocks_manySourcesBeforeTheMinuteIsOver_fewAreGathered() {
    MemoryKnocks store = new MemoryKnocks();
    Knocks knocks = new Knocks(store, CLOCK);
    GlobalPass pass =
        new GlobalPass(
            "first", Scope.INSTALLATION, Credential.of("firstboot", "GlobalPassword42"), false);
    for (int i = 0; i < 100_000; i++) {
      knocks.note(mac(i), pass, spoofed(i / 3), Optional.empty(), Optional.empty(), "file");
    }

    assertThat(knocks.list(Optional.empty())).hasSize(KnockStore.MOST);
  }

  @Test
  void knocks_floodOfOneSiteBeforeTheMinuteIsOver_othersAreGathered() {
    Knocks knocks = new Knocks(new MemoryKnocks(), CLOCK);
    GlobalPass pass =
        new GlobalPass(
            "first", Scope.INSTALLATION, Credential.of("firstboot", "GlobalPassword42"), false);
    for (int i = 0; i < 2 * KnockStore.MOST; i++) {
      knocks.note(mac(i), pass, spoofed(1), Optional.empty(), Optional.empty(), "file");
    }
    knocks.note(mac(MILLION), pass, home(1), Optional.empty(), Optional.empty(), "file");

    assertThat(knocks.of(mac(MILLION))).hasSize(1);
    assertThat(knocks.list(Optional.empty())).hasSize(KnockStore.MOST_OF_A_SITE + 1);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static MacAddress mac(int number) {
    return MacAddress.of(HexFormat.of().toHexDigits((0x15L << 32) | number, 12));
  }

  /** Networks of IPv6 that one attacker has by the billion. */
  private static Source spoofed(int number) {
    return source(ByteBuffer.allocate(16).putInt(0x20010db8).putInt(number).array());
  }

  private static Source home(int number) {
    return source(ByteBuffer.allocate(4).putInt(0xc6336400 + number).array());
  }

  private static Source source(byte[] address) {
    try {
      return Source.of(InetAddress.getByAddress(address));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
