package org.latchkey.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;
import org.latchkey.device.MacAddress;
import org.latchkey.pass.Source;

/**
 * Remembers, for this node and as long as there is room, who used an own credential from where. A
 * fixed table of two places an entry: the older one gives way, so that no number of devices or
 * sources takes more memory.
 */
final class OwnUses {
  private static final Duration MEMORY = Duration.ofDays(8);
  // an entry: 36 bits that tell entries apart, 28 bits of minutes since 1970 (until the year 2480)
  private static final int MINUTE_BITS = 28;
  private static final long MINUTE_MASK = (1L << MINUTE_BITS) - 1;

  private final KeyedHash keyed;
  private final AtomicLongArray table;

  /** A memory of so many places, a power of two. */
  OwnUses(KeyedHash keyed, int places) {
    this.keyed = keyed;
    this.table = new AtomicLongArray(places);
  }

  void note(MacAddress mac, Source source, Instant now) {
    note(mac.bits(), source, now);
  }

  void note(long who, Source source, Instant now) {
    long hash = keyed.of(Failures.site(source), who);
    int place = place(hash);
    long entry = (hash & ~MINUTE_MASK) | minutes(now);
    long first = table.get(place);
    long second = table.get(place + 1);
    boolean takeFirst =
        isSame(first, entry) || (!isSame(second, entry) && age(first) <= age(second));
    table.set(takeFirst ? place : place + 1, entry);
  }

  boolean isKnown(MacAddress mac, Source source, Instant now) {
    return isKnown(mac.bits(), source, now);
  }

  boolean isKnown(long who, Source source, Instant now) {
    long hash = keyed.of(Failures.site(source), who);
    int place = place(hash);
    return isRecent(table.get(place), hash, now) || isRecent(table.get(place + 1), hash, now);
  }

  private static boolean isRecent(long entry, long hash, Instant now) {
    return entry != 0 && isSame(entry, hash) && minutes(now) - age(entry) <= MEMORY.toMinutes();
  }

  private static boolean isSame(long a, long b) {
    return ((a ^ b) & ~MINUTE_MASK) == 0;
  }

  private static long age(long entry) {
    return entry & MINUTE_MASK;
  }

  private static long minutes(Instant now) {
    return (now.getEpochSecond() / 60) & MINUTE_MASK;
  }

  private int place(long hash) {
    return (int) hash & (table.length() - 1) & ~1;
  }
}
