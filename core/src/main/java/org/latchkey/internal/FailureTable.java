package org.latchkey.internal;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Buckets that failures fill and time empties, in a table that never grows. An entry is 24 bits
 * that tell keys apart and the instant, in milliseconds, at which its bucket will be empty.
 *
 * <p>A key may stand in one of four entries. When all are taken, the emptiest gives way: so a flood
 * of keys drives out those that failed seldom, and a bucket that is lost is an empty one. Whoever
 * doubts lets in.
 *
 * <p>What it cannot do is tell two keys apart that share place and tag. While {@code n} buckets are
 * full, a key that never failed finds one of them with a probability of n / (places / 4 * 2^24):
 * with 131,072 places 2e-12 for each full bucket, and 2.4e-7 at the very most.
 */
final class FailureTable {
  private static final int WAYS = 4;
  private static final int TIME_BITS = 40;
  private static final int TAG_BITS = Long.SIZE - TIME_BITS;
  private static final long TIME_MASK = (1L << TIME_BITS) - 1;
  private static final int ATTEMPTS = 8;

  private final AtomicLongArray entries;
  private final long weight;
  private final long capacity;

  /**
   * An empty table.
   *
   * @param places a power of two
   * @param most how many failures fill a bucket
   * @param periodMillis in what time a full one empties
   */
  FailureTable(int places, int most, long periodMillis) {
    entries = new AtomicLongArray(places);
    weight = Math.max(1, periodMillis / most);
    capacity = most * weight;
  }

  int places() {
    return entries.length();
  }

  /** Whether there is no room for one more failure. */
  boolean isFull(long hash, long now) {
    int place = place(hash);
    for (int way = 0; way < WAYS; way++) {
      long entry = entries.get(place + way);
      if (isSame(entry, hash) && level(entry, now) > capacity - weight) {
        return true;
      }
    }
    return false;
  }

  void add(long hash, long now) {
    int place = place(hash);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int at = placeOf(hash, place, now);
      long found = entries.get(at);
      long before = isSame(found, hash) ? level(found, now) : 0;
      long full = now + Math.min(before + weight, capacity);
      if (entries.compareAndSet(at, found, (hash & ~TIME_MASK) | (full & TIME_MASK))) {
        return;
      }
    }
  }

  private int placeOf(long hash, int place, long now) {
    int emptiest = place;
    long least = Long.MAX_VALUE;
    for (int way = 0; way < WAYS; way++) {
      long entry = entries.get(place + way);
      if (isSame(entry, hash)) {
        return place + way;
      }
      long level = level(entry, now);
      if (level < least) {
        least = level;
        emptiest = place + way;
      }
    }
    return emptiest;
  }

  /**
   * How full a bucket is, in milliseconds. More than full is an instant that a clock has shown
   * which went back since: such an entry says nothing.
   */
  private long level(long entry, long now) {
    long left = ((entry - now) << TAG_BITS) >> TAG_BITS;
    return entry == 0 || left < 0 || left > capacity ? 0 : left;
  }

  private static boolean isSame(long entry, long hash) {
    return ((entry ^ hash) & ~TIME_MASK) == 0;
  }

  private int place(long hash) {
    return (int) hash & (entries.length() - 1) & -WAYS;
  }
}
