package org.latchkey.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.error.StoreException;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.spi.EventLog;
import org.latchkey.spi.EventSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events and last contacts, written behind: {@link #accept} only takes an event into bounded
 * memory, and the host calls {@link #flush} about once a second and before it ends. Of the same
 * thing that happens to a device more than once in between, one event is written with its count;
 * what administrators do is never taken together. What was accepted and not yet written is lost
 * when the process is killed.
 *
 * <p>While the database is away events wait. Beyond {@value #MOST} those of phones are dropped and
 * counted; those of administrators still find room, as much again.
 *
 * <p>Safe for use by many threads.
 *
 * @since 1.0
 */
public final class JdbcEvents implements EventSink, EventLog {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcEvents.class);
  private static final String WHAT = "events";
  private static final int MOST = 20_000;
  private static final int RANDOM_BITS = 20;
  private static final int DELETED_AT_ONCE = 1_000;

  private final Database database;
  private final Retention retention;
  private final Clock clock;
  private Map<Object, Event> waiting = new LinkedHashMap<>();
  private long dropped;
  private long lastId;

  JdbcEvents(Database database, Retention retention, Clock clock) {
    this.database = database;
    this.retention = retention;
    this.clock = clock;
  }

  private record Key(
      EventType type,
      Optional<MacAddress> mac,
      Optional<Owner> owner,
      String source,
      String detail) {}

  @Override
  public synchronized void accept(Event event) {
    boolean audit = event.type().kind() == EventType.Kind.AUDIT;
    // an identity of its own: nothing is ever equal to it
    Object key =
        audit
            ? new Object()
            : new Key(event.type(), event.mac(), event.owner(), event.source(), event.detail());
    if (waiting.size() >= (audit ? 2 * MOST : MOST) && !waiting.containsKey(key)) {
      dropped += event.count();
      return;
    }
    // what happened again moves to the end: the order is that of happening
    Event earlier = waiting.remove(key);
    waiting.put(key, earlier == null ? event : together(earlier, event));
  }

  private static Event together(Event first, Event last) {
    return new Event(
        last.at(),
        last.type(),
        last.mac(),
        last.owner(),
        last.source(),
        last.detail(),
        (int) Math.min(Integer.MAX_VALUE, (long) first.count() + last.count()));
  }

  /**
   * Writes what has been accepted. Does not throw: if the database is away, that is logged, and
   * what could not be written waits for the next call.
   */
  public void flush() {
    Map<Object, Event> batch;
    long lost;
    synchronized (this) {
      batch = waiting;
      lost = dropped;
      waiting = new LinkedHashMap<>();
      dropped = 0;
    }
    if (lost > 0) {
      LOG.warn("{} events were not recorded: more than {} waited to be written", lost, MOST);
    }
    if (batch.isEmpty()) {
      return;
    }
    try {
      write(batch.values());
    } catch (RuntimeException e) {
      LOG.warn("{} events could not be written and wait", batch.size(), e);
      putBack(batch);
    }
  }

  private synchronized void putBack(Map<Object, Event> batch) {
    Map<Object, Event> later = waiting;
    waiting = batch;
    later.values().forEach(this::accept);
  }

  private void write(Collection<Event> events) {
    Map<MacAddress, Instant> contacts = new HashMap<>();
    Set<MacAddress> gone = new TreeSet<>();
    for (Event event : events) {
      if (event.type() == EventType.DELETED) {
        event.mac().ifPresent(gone::add);
        event.mac().ifPresent(contacts::remove);
      }
      if (event.type().kind() == EventType.Kind.CONTACT) {
        event
            .mac()
            .ifPresent(mac -> contacts.merge(mac, event.at(), (a, b) -> a.isAfter(b) ? a : b));
      }
    }
    database.together(
        WHAT,
        connection -> {
          insert(connection, events);
          return contacts.size();
        });
    touch(contacts, gone);
  }

  private void insert(Connection connection, Collection<Event> events) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into latchkey_events"
                + " (at_ms, kind, type, mac, reseller, domain, source, detail, occurrences, id)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Event event : events) {
        statement.setLong(1, event.at().toEpochMilli());
        statement.setString(2, name(event.type().kind()));
        statement.setString(3, event.type().name());
        set(statement, 4, event.mac().map(MacAddress::toString));
        set(statement, 5, event.owner().map(Owner::reseller));
        set(statement, 6, event.owner().map(Owner::domain));
        statement.setString(7, event.source());
        statement.setString(8, event.detail());
        statement.setInt(9, event.count());
        statement.setLong(10, nextId());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /**
   * Rising numbers that no other node has, but for a chance in a million within one millisecond,
   * and then both write again. The database's own counting is not used: an H2 that was killed
   * counts some numbers twice.
   */
  private synchronized long nextId() {
    int random = ThreadLocalRandom.current().nextInt(1 << RANDOM_BITS);
    lastId = Math.max(lastId + 1, (clock.millis() << RANDOM_BITS) + random);
    return lastId;
  }

  /**
   * Last contacts that cannot be written are forgotten: the phones come again. Two nodes that add
   * the same phone at once are why this is tried twice.
   */
  private void touch(Map<MacAddress, Instant> contacts, Set<MacAddress> gone) {
    // MariaDB's driver sends a batch in a way in which the server takes no insert … select
    boolean batches = database.dialect() != Dialect.MARIADB;
    for (boolean again : new boolean[] {true, false}) {
      try {
        database.together(WHAT, connection -> touched(connection, contacts, gone, batches));
        return;
      } catch (StoreException e) {
        if (!again) {
          LOG.warn("last contacts of {} phones could not be written", contacts.size(), e);
        }
      }
    }
  }

  private static int touched(
      Connection connection,
      Map<MacAddress, Instant> contacts,
      Set<MacAddress> gone,
      boolean batches)
      throws SQLException {
    for (MacAddress mac : gone) {
      Database.change(connection, "delete from latchkey_contacts where mac = ?", mac.toString());
    }
    // in one order, so that two nodes do not wait for each other
    List<MacAddress> macs = contacts.keySet().stream().sorted().toList();
    try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into latchkey_contacts (mac, at_ms) select ?, 0 from latchkey_schema"
                    + " where version = 4"
                    + " and not exists (select 1 from latchkey_contacts where mac = ?)");
        PreparedStatement update =
            connection.prepareStatement(
                "update latchkey_contacts set at_ms = ? where mac = ? and at_ms < ?")) {
      for (MacAddress mac : macs) {
        long at = contacts.getOrDefault(mac, Instant.EPOCH).toEpochMilli();
        insert.setString(1, mac.toString());
        insert.setString(2, mac.toString());
        if (batches) {
          insert.addBatch();
        } else {
          insert.executeUpdate();
        }
        update.setLong(1, at);
        update.setString(2, mac.toString());
        update.setLong(3, at);
        update.addBatch();
      }
      if (batches) {
        insert.executeBatch();
      }
      update.executeBatch();
      return macs.size();
    }
  }

  /**
   * Deletes what is older than it shall be kept. A host calls it now and then, such as once an
   * hour; several nodes may do so at once.
   *
   * @return how many events were deleted
   * @throws StoreException if the database is away; then the next call goes on
   */
  public int prune() {
    int deleted = 0;
    for (EventType.Kind kind : EventType.Kind.values()) {
      long before = clock.instant().minus(retention.of(kind)).toEpochMilli();
      List<Long> old;
      do {
        old =
            database.list(
                WHAT,
                "select id from latchkey_events where kind = ? and at_ms < ?"
                    + " order by at_ms limit ?",
                row -> row.getLong(1),
                name(kind),
                before,
                DELETED_AT_ONCE);
        deleted += delete(old);
      } while (old.size() == DELETED_AT_ONCE);
    }
    return deleted;
  }

  /** A few at a time: nobody who writes events waits for long. */
  private int delete(List<Long> ids) {
    if (ids.isEmpty()) {
      return 0;
    }
    return database.together(
        WHAT,
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("delete from latchkey_events where id = ?")) {
            for (long id : ids) {
              statement.setLong(1, id);
              statement.addBatch();
            }
            statement.executeBatch();
            return ids.size();
          }
        });
  }

  @Override
  public List<Event> of(MacAddress mac, int most) {
    List<Event> events = new ArrayList<>();
    synchronized (this) {
      for (Event event : waiting.values()) {
        if (event.mac().filter(mac::equals).isPresent()) {
          events.add(0, event);
        }
      }
    }
    events.addAll(
        database.list(
            WHAT,
            "select at_ms, type, mac, reseller, domain, source, detail, occurrences"
                + " from latchkey_events where mac = ? order by id desc limit ?",
            JdbcEvents::event,
            mac.toString(),
            most));
    return events.size() > most ? List.copyOf(events.subList(0, most)) : events;
  }

  @Override
  public Optional<Instant> lastContact(MacAddress mac) {
    synchronized (this) {
      Optional<Instant> last = Optional.empty();
      boolean gone = false;
      for (Event event : waiting.values()) {
        if (event.mac().filter(mac::equals).isEmpty()) {
          continue;
        }
        if (event.type() == EventType.DELETED) {
          gone = true;
          last = Optional.empty();
        } else if (event.type().kind() == EventType.Kind.CONTACT) {
          last = last.filter(event.at()::isBefore).or(() -> Optional.of(event.at()));
        }
      }
      if (gone || last.isPresent()) {
        return last;
      }
    }
    return database.find(
        WHAT,
        "select at_ms from latchkey_contacts where mac = ?",
        row -> Instant.ofEpochMilli(row.getLong(1)),
        mac.toString());
  }

  private static Event event(ResultSet row) throws SQLException {
    Optional<String> reseller = Optional.ofNullable(row.getString("reseller"));
    String domain = row.getString("domain");
    return new Event(
        Instant.ofEpochMilli(row.getLong("at_ms")),
        EventType.valueOf(row.getString("type")),
        Optional.ofNullable(row.getString("mac")).map(MacAddress::of),
        reseller.map(name -> new Owner(domain, name)),
        row.getString("source"),
        row.getString("detail"),
        row.getInt("occurrences"));
  }

  private static void set(PreparedStatement statement, int index, Optional<String> value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setString(index, value.get());
    } else {
      statement.setNull(index, Types.VARCHAR);
    }
  }

  private static String name(EventType.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
