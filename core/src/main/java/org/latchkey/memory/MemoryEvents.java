package org.latchkey.memory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.device.MacAddress;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.spi.EventLog;
import org.latchkey.spi.EventSink;

/**
 * The latest events of the latest devices, in memory.
 *
 * <p>Safe for use by many threads.
 *
 * @since 1.0
 */
public final class MemoryEvents implements EventSink, EventLog {
  private static final int EVENTS_OF_A_DEVICE = 100;
  private static final int DEVICES = 10_000;

  // least recently changed first
  private final Map<MacAddress, Trail> trails = new LinkedHashMap<>(64, 0.75f, true);

  /** An empty log. */
  public MemoryEvents() {}

  private static final class Trail {
    final Deque<Event> newestFirst = new ArrayDeque<>();
    Optional<Instant> lastContact = Optional.empty();
  }

  @Override
  public synchronized void accept(Event event) {
    if (event.mac().isEmpty()) {
      return;
    }
    Trail trail = trails.computeIfAbsent(event.mac().get(), mac -> new Trail());
    if (event.type().kind() == EventType.Kind.CONTACT) {
      trail.lastContact = Optional.of(event.at());
    } else if (event.type() == EventType.DELETED) {
      trail.lastContact = Optional.empty();
    }
    trail.newestFirst.addFirst(event);
    if (trail.newestFirst.size() > EVENTS_OF_A_DEVICE) {
      trail.newestFirst.removeLast();
    }
    if (trails.size() > DEVICES) {
      Iterator<?> oldest = trails.values().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  @Override
  public synchronized List<Event> of(MacAddress mac, int most) {
    Trail trail = trails.get(mac);
    return trail == null
        ? List.of()
        : new ArrayList<>(trail.newestFirst).subList(0, Math.min(most, trail.newestFirst.size()));
  }

  @Override
  public synchronized Optional<Instant> lastContact(MacAddress mac) {
    Trail trail = trails.get(mac);
    return trail == null ? Optional.empty() : trail.lastContact;
  }
}
