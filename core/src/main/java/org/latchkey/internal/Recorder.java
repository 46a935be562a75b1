package org.latchkey.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.pass.Source;
import org.latchkey.spi.EventSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to the host's sink. Refusals are counted in bounded memory and handed over at most
 * once a minute, so that nobody who has proven nothing can make a host write.
 *
 * <p>Safe for use by many threads.
 */
public final class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
  private static final Duration FLUSH_EVERY = Duration.ofMinutes(1);
  private static final Duration OWN_MAY_FOLLOW = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 10_000;
  private static final int OWN_USES = 1 << 18;

  private final EventSink sink;
  private final Clock clock;
  private final OwnUses ownUses;
  private final Map<Key, Event> refusals = new ConcurrentHashMap<>();
  private final Map<MacAddress, Event> undecided = new ConcurrentHashMap<>();
  private final AtomicLong dropped = new AtomicLong();
  private volatile Instant nextFlush = Instant.EPOCH;

  private record Key(Optional<MacAddress> mac, EventType type) {}

  /**
   * A recorder before a sink.
   *
   * @param sink the host's sink
   * @param clock the present
   * @param hash spreads what is remembered of devices and sources
   */
  public Recorder(EventSink sink, Clock clock, KeyedHash hash) {
    this.sink = sink;
    this.clock = clock;
    this.ownUses = new OwnUses(hash, OWN_USES);
  }

  /**
   * Something happened that is told at once.
   *
   * @param type what
   * @param mac the device
   * @param owner its owner
   * @param source who asked or acted
   * @param detail more words
   */
  public void happened(
      EventType type, MacAddress mac, Optional<Owner> owner, String source, String detail) {
    hand(event(type, Optional.of(mac), owner, source, detail));
  }

  /**
   * Something happened that concerns no single device.
   *
   * @param type what
   * @param source who acted
   * @param detail more words
   */
  public void happened(EventType type, String source, String detail) {
    hand(event(type, Optional.empty(), Optional.empty(), source, detail));
  }

  /**
   * Somebody was refused.
   *
   * @param type why
   * @param mac the device, if known
   * @param owner its owner, if known
   * @param source who asked
   * @param detail more words
   */
  public void refused(
      EventType type,
      Optional<MacAddress> mac,
      Optional<Owner> owner,
      String source,
      String detail) {
    count(event(type, mac, owner, source, detail));
  }

  /**
   * The global pass was refused, and it is not known yet whether the phone is healthy: many show
   * the pass first at every boot and their own credential right after it.
   *
   * @param mac the device
   * @param owner its owner
   * @param source who asked
   * @param detail more words
   */
  public void refusedUndecided(
      MacAddress mac, Optional<Owner> owner, String source, String detail) {
    Event event = event(EventType.NEEDS_ARMING, Optional.of(mac), owner, source, detail);
    if (undecided.size() >= MOST_KEPT) {
      count(event);
    } else {
      undecided.merge(mac, event, (first, last) -> counted(first, last, first.at()));
    }
  }

  /**
   * A device used its own credential.
   *
   * @param mac the device
   * @param source from where
   */
  public void ownUsed(MacAddress mac, Source source) {
    ownUses.note(mac, source, clock.instant());
    Event refused = undecided.isEmpty() ? null : undecided.remove(mac);
    if (refused != null) {
      count(renamed(refused, EventType.STALE_PASS));
    }
  }

  /**
   * Says whether a device used its own credential from there lately.
   *
   * @param mac the device
   * @param source from where
   * @return true if this node remembers such a use of the last eight days
   */
  public boolean ownSeen(MacAddress mac, Source source) {
    return ownUses.isKnown(mac, source, clock.instant());
  }

  /** Hands the counted refusals over if a minute has passed since the last time. */
  public void flushIfDue() {
    Instant now = clock.instant();
    // more than a minute ahead: the clock went back
    if (!now.isBefore(nextFlush) || now.isBefore(nextFlush.minus(FLUSH_EVERY))) {
      flush();
    }
  }

  /** Hands the counted refusals over now. */
  public synchronized void flush() {
    Instant now = clock.instant();
    nextFlush = now.plus(FLUSH_EVERY);
    for (Event event : List.copyOf(undecided.values())) {
      boolean decided = !now.isBefore(event.at().plus(OWN_MAY_FOLLOW)) || now.isBefore(event.at());
      if (decided && undecided.remove(event.mac().orElseThrow(), event)) {
        count(event);
      }
    }
    for (Key key : List.copyOf(refusals.keySet())) {
      Event event = refusals.remove(key);
      if (event != null) {
        hand(event);
      }
    }
    long lost = dropped.getAndSet(0);
    if (lost > 0) {
      LOG.warn("{} refusals were not recorded: more than {} at once", lost, MOST_KEPT);
    }
  }

  private void count(Event event) {
    Key key = new Key(event.mac(), event.type());
    if (refusals.size() >= MOST_KEPT && !refusals.containsKey(key)) {
      dropped.incrementAndGet();
      return;
    }
    refusals.merge(key, event, (first, last) -> counted(first, last, last.at()));
  }

  private void hand(Event event) {
    try {
      sink.accept(event);
    } catch (RuntimeException e) {
      LOG.warn("the event sink failed on {}", event.type(), e);
    }
  }

  private Event event(
      EventType type,
      Optional<MacAddress> mac,
      Optional<Owner> owner,
      String source,
      String detail) {
    return new Event(clock.instant(), type, mac, owner, source, detail, 1);
  }

  private static Event counted(Event first, Event last, Instant at) {
    int count = first.count() + last.count();
    return new Event(
        at, last.type(), last.mac(), last.owner(), last.source(), last.detail(), count);
  }

  private static Event renamed(Event event, EventType type) {
    return new Event(
        event.at(),
        type,
        event.mac(),
        event.owner(),
        event.source(),
        event.detail(),
        event.count());
  }
}
