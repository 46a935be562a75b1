package org.latchkey.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.device.MacAddress;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.testkit.phone.SettableClock;

/** What is written behind: taken together, bounded, and not kept for ever. */
final class JdbcEventsTest {
  private static final int MOST = 20_000;
  private static final Instant START = Instant.parse("2026-12-01T10:20:30.456Z");
  private static final MacAddress MAC = mac(1);
  private static final String COUNT = "select count(*), sum(occurrences) from latchkey_events";

  private final SettableClock clock = new SettableClock(START);

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void prune_eachKind_goesWhenItsTimeIsOver(Dialect dialect) {
    TestStore store = TestStore.emptied(dialect);
    Retention retention =
        new Retention(Duration.ofDays(3), Duration.ofDays(1), Duration.ofDays(10));
    JdbcEvents events =
        JdbcStores.open(store.source(), TestStore.VAULT, retention, new Random(1)::nextBytes, clock)
            .events();
    for (EventType type : List.of(EventType.SERVED, EventType.KNOCKED, EventType.ARMED)) {
      events.accept(event(type, START, ""));
      events.accept(event(type, START.plusMillis(1), "later"));
    }
    events.flush();

    assertThat(events.prune()).isZero();
    clock.advance(Duration.ofDays(1));
    assertThat(events.prune()).as("not over yet").isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(events.prune()).isEqualTo(1);
    assertThat(types(events)).containsExactly("ARMED", "ARMED", "KNOCKED", "SERVED", "SERVED");
    clock.advance(Duration.ofDays(2));
    assertThat(events.prune()).isEqualTo(2);
    assertThat(types(events)).containsExactly("ARMED", "ARMED", "SERVED");
    clock.advance(Duration.ofDays(8));
    assertThat(events.prune()).isEqualTo(3);
    assertThat(types(events)).isEmpty();
    assertThat(events.lastContact(MAC)).as("is kept").contains(START.plusMillis(1));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void flush_contactsOfSeveralPhones_areAllWritten(Dialect dialect) {
    JdbcEvents events = TestStore.emptied(dialect).stores(clock).events();
    List<MacAddress> macs =
        List.of(MAC, MacAddress.of("001565000001"), MacAddress.of("001565000002"));
    for (int i = 0; i < 2; i++) {
      Instant at = START.plusSeconds(i);
      for (MacAddress mac : macs) {
        events.accept(
            new Event(
                at, EventType.SERVED, Optional.of(mac), Optional.empty(), "192.0.2.1", "", 1));
      }
      events.flush();
      assertThat(macs).allSatisfy(mac -> assertThat(events.lastContact(mac)).contains(at));
    }
  }

  @Test
  void defaults_ofRetention_areThoseOfTheDocuments() {
    assertThat(Retention.DEFAULTS)
        .isEqualTo(new Retention(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(730)));
  }

  @Test
  void prune_moreThanAtOnce_allGo() {
    JdbcEvents events = TestStore.emptied(Dialect.H2).stores(clock).events();
    for (int i = 0; i < 2_500; i++) {
      events.accept(event(EventType.KNOCKED, START.plusMillis(i), "" + i));
    }
    events.flush();
    clock.advance(Duration.ofDays(31));
    assertThat(events.prune()).isEqualTo(2_500);
    assertThat(events.prune()).isZero();
  }

  @Test
  void accept_sameAgain_isOneRowWithItsCount() {
    TestStore store = TestStore.emptied(Dialect.H2);
    JdbcEvents events = store.stores(clock).events();
    for (int i = 0; i < 5; i++) {
      events.accept(event(EventType.STALE_PASS, START.plusSeconds(i), "a.cfg"));
    }
    events.accept(event(EventType.STALE_PASS, START, "b.cfg"));
    events.accept(event(EventType.KNOCKED, START, "a.cfg"));
    for (int i = 0; i < 3; i++) {
      events.accept(event(EventType.ARMED, START, "a.cfg"));
    }
    events.flush();
    assertThat(rows(store)).containsExactly(6L, 10L);
    assertThat(events.of(MAC, 10))
        .contains(
            new Event(
                START.plusSeconds(4),
                EventType.STALE_PASS,
                Optional.of(MAC),
                Optional.empty(),
                "",
                "a.cfg",
                5));
  }

  @Test
  void accept_moreThanFit_dropsThoseOfPhonesAndKeepsAudit() {
    TestStore store = TestStore.emptied(Dialect.H2);
    JdbcEvents events = store.stores(clock).events();
    for (int i = 0; i < MOST + 10; i++) {
      events.accept(event(EventType.KNOCKED, START, "" + i));
    }
    // what is waiting already is counted on
    events.accept(event(EventType.KNOCKED, START, "7"));
    for (int i = 0; i < MOST + 10; i++) {
      events.accept(event(EventType.ARMED, START, ""));
    }
    List<String> said = new ArrayList<>();
    LogLines log = LogLines.of(JdbcEvents.class, said);
    try {
      events.flush();
      events.flush();
    } finally {
      log.close();
    }
    assertThat(rows(store)).containsExactly(2L * MOST, 2L * MOST + 1);
    assertThat(said).hasSize(1).first().asString().startsWith("20 events were not recorded");
    events.accept(event(EventType.KNOCKED, START, "room again"));
    events.flush();
    assertThat(rows(store)).containsExactly(2L * MOST + 1, 2L * MOST + 2);
  }

  private static List<Long> rows(TestStore store) {
    return Database.on(store.source())
        .list("test", COUNT, row -> List.of(row.getLong(1), row.getLong(2)))
        .get(0);
  }

  private static List<String> types(JdbcEvents events) {
    return events.of(MAC, 100).stream().map(event -> event.type().name()).toList();
  }

  private static Event event(EventType type, Instant at, String detail) {
    return new Event(at, type, Optional.of(MAC), Optional.empty(), "", detail, 1);
  }

  private static MacAddress mac(int number) {
    return MacAddress.of(String.format(Locale.ROOT, "001565%06x", number));
  }
}
