package org.latchkey.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;
import org.latchkey.device.MacAddress;
import org.latchkey.pass.Source;

/**
 * Remembers, for this node and as long as there is room, which device used its own credential from
 * where. A fixed table of two places an entry: the older one gives way, so that no number of
 * devices or sources takes more memory.
 */
final class OwnUses {
  private static final Duration MEMORY = Duration.ofDays(8);
  private static final int PLACES = 1 << 18;
  // an entry: 36 bits that tell entries apart, 28 bits of minutes since 1970 (until the year 2480)
  private static final int MINUTE_BITS = 28;
  private static final long MINUTE_MASK = (1L << MINUTE_BITS) - 1;

  private final AtomicLongArray table = new AtomicLongArray(PLACES);

  void note(MacAddress mac, Source source, Instant now) {
    long hash = hash(mac, source);
    int place = place(hash);
    long entry = (hash & ~MINUTE_MASK) | minutes(now);
    long first = table.get(place);
    long second = table.get(place + 1);
    boolean takeFirst =
        isSame(first, entry) || (!isSame(second, entry) && age(first) <= age(second));
    table.set(takeFirst ? place : place + 1, entry);
  }

  boolean isKnown(MacAddress mac, Source source, Instant now) {
    long hash = hash(mac, source);
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

  private static int place(long hash) {
    return (int) (hash & (PLACES - 1)) & ~1;
  }

  private static long hash(MacAddress mac, Source source) {
    long mixed = mac.bits() * 0x9e3779b97f4a7c15L + source.site().hashCode();
    mixed = (mixed ^ (mixed >>> 31)) * 0xbf58476d1ce4e5b9L;
    return mixed ^ (mixed >>> 29);
  }
}
