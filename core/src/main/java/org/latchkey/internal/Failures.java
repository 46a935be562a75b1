package org.latchkey.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.latchkey.auth.FailureLimits;
import org.latchkey.device.MacAddress;
import org.latchkey.pass.Source;

/**
 * Counts failed proofs of devices and of sources, for this node and in 1.3 MB, however many there
 * are. Asking costs two looks into memory, and no store.
 *
 * <p>Safe for use by many threads.
 */
public final class Failures {
  private static final int DEVICE_PLACES = 1 << 17;
  private static final int SOURCE_PLACES = 1 << 15;
  private static final int ERAS = 1 << 12;
  private static final long NOBODY = 0;

  private final KeyedHash hash;
  private final Clock clock;
  private final FailureTable devices;
  private final FailureTable sources;
  // which era of its counters a device is in: to begin the next one is to forget them all
  private final AtomicIntegerArray eras = new AtomicIntegerArray(ERAS);

  /** Which limit a request is over. */
  public enum Over {
    /** None. */
    NONE,
    /** That of one device from one source. */
    DEVICE,
    /** That of a source. */
    SOURCE
  }

  /**
   * Counters that stand at zero.
   *
   * @param limits how many failures are borne
   * @param hash spreads them over the tables
   * @param clock the present
   */
  public Failures(FailureLimits limits, KeyedHash hash, Clock clock) {
    this.hash = hash;
    this.clock = clock;
    long period = limits.period().toMillis();
    this.devices = new FailureTable(DEVICE_PLACES, limits.perDevice(), period);
    this.sources = new FailureTable(SOURCE_PLACES, limits.perSource(), period);
  }

  /**
   * Says whether a request is over a limit.
   *
   * @param source from where
   * @param mac for which device, as far as the request tells
   * @return the limit
   */
  public Over over(Source source, Optional<MacAddress> mac) {
    long now = clock.millis();
    long site = site(source);
    if (mac.isPresent() && devices.isFull(device(site, mac.get()), now)) {
      return Over.DEVICE;
    }
    return sources.isFull(hash.of(site, NOBODY), now) ? Over.SOURCE : Over.NONE;
  }

  /**
   * A proof failed.
   *
   * @param source from where
   * @param mac for which device, as far as the request tells
   */
  public void add(Source source, Optional<MacAddress> mac) {
    long now = clock.millis();
    long site = site(source);
    mac.ifPresent(known -> devices.add(device(site, known), now));
    sources.add(hash.of(site, NOBODY), now);
  }

  /**
   * Forgets the failures of a device, from wherever they came. Others may be forgotten with them.
   *
   * @param mac the device
   */
  public void forget(MacAddress mac) {
    eras.incrementAndGet(era(mac));
  }

  int places() {
    return devices.places() + sources.places();
  }

  private long device(long site, MacAddress mac) {
    // a MAC has 48 bits, and none is zero
    return hash.of(site, mac.bits() | ((long) eras.get(era(mac)) << 48));
  }

  private static int era(MacAddress mac) {
    // the last octets differ among the phones of one site
    return (int) (mac.bits() ^ (mac.bits() >>> 12)) & (ERAS - 1);
  }

  /** The site of {@link Source#site} as a number; no IPv4 address looks like a routed /64. */
  static long site(Source source) {
    byte[] bytes = source.address().getAddress();
    long site = 0;
    for (int i = 0; i < Math.min(bytes.length, Long.BYTES); i++) {
      site = (site << 8) | (bytes[i] & 0xff);
    }
    return source.isIpv6() ? site : site | (0xffffL << 32);
  }
}
