package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.spi.EventLog;
import org.latchkey.spi.EventSink;

/**
 * What an {@link EventSink} and its {@link EventLog} must do.
 *
 * <p>Of a device the newest events come first, no more than were asked for, each as it happened;
 * what happens again may be taken together, but is counted. The last contact is the last time that
 * the phone was served: neither a refusal nor what an administrator does. All this holds from the
 * moment in which an event was accepted, and still holds when it has been written.
 *
 * @since 1.0
 */
public abstract class EventsContract {
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");
  private static final MacAddress OTHER = MacAddress.of("001565aabbcd");
  private static final Instant AT = Instant.parse("2026-12-01T10:20:30.456Z");
  private static final Optional<Owner> OWNER = Optional.of(new Owner("acme.example", "west"));

  /** For implementations. */
  protected EventsContract() {}

  /**
   * Where events go and where they are read.
   *
   * @param sink where they go
   * @param log where they are read
   */
  public record Events(EventSink sink, EventLog log) {}

  /**
   * Sets events up. Called once by each test.
   *
   * @return no events
   */
  protected abstract Events noEvents();

  /** Writes what waits to be written, if events are written later than they are accepted. */
  protected void flush() {}

  private interface Check {
    void run();
  }

  private void beforeAndAfterFlush(Check check) {
    check.run();
    flush();
    check.run();
    flush();
    check.run();
  }

  @Test
  void of_unknownMac_isEmpty() {
    Events events = noEvents();
    events.sink().accept(event(0, EventType.SERVED, OTHER));
    beforeAndAfterFlush(
        () -> {
          assertThat(events.log().of(MAC, 10)).isEmpty();
          assertThat(events.log().lastContact(MAC)).isEmpty();
        });
  }

  @Test
  void accept_everyType_comesBackEqual() {
    Events events = noEvents();
    int happened = 0;
    for (EventType type : EventType.values()) {
      Event event =
          new Event(AT.plusMillis(happened++), type, Optional.of(MAC), OWNER, "192.0.2.1", "", 3);
      events.sink().accept(event);
      flush();
      assertThat(events.log().of(MAC, 1)).containsExactly(event);
    }
    assertThat(events.log().of(MAC, 100)).hasSize(EventType.values().length);
  }

  @Test
  void lastContact_deviceWasDeleted_isThatOfTheNewOneOnly() {
    Events events = noEvents();
    events.sink().accept(event(1, EventType.SERVED, MAC));
    events.sink().accept(event(1, EventType.SERVED, OTHER));
    flush();
    events.sink().accept(event(2, EventType.SERVED, MAC));
    events.sink().accept(event(3, EventType.DELETED, MAC));
    beforeAndAfterFlush(() -> assertThat(events.log().lastContact(MAC)).isEmpty());
    assertThat(events.log().lastContact(OTHER)).isPresent();
    Event next = event(4, EventType.SERVED, MAC);
    events.sink().accept(next);
    beforeAndAfterFlush(() -> assertThat(events.log().lastContact(MAC)).contains(next.at()));
  }

  @Test
  void accept_hardTexts_comeBackEqual() {
    Events events = noEvents();
    String hard = "'\"\\<&>%{}\u00e9\u4e2d\uD83D\uDE00";
    Event event =
        new Event(
            AT,
            EventType.KNOCKED,
            Optional.of(MAC),
            Optional.empty(),
            hard,
            hard,
            Integer.MAX_VALUE);
    events.sink().accept(event);
    beforeAndAfterFlush(() -> assertThat(events.log().of(MAC, 10)).containsExactly(event));
  }

  @Test
  void accept_textThatIsCut_keepsTheOthers() {
    Events events = noEvents();
    String pairs = "x" + "\uD83D\uDE00".repeat(200);
    Event first = event(1, EventType.SERVED, MAC);
    Event last = event(3, EventType.SERVED, OTHER);
    events.sink().accept(first);
    events
        .sink()
        .accept(
            new Event(
                AT, EventType.KNOCKED, Optional.of(MAC), Optional.empty(), pairs, "\0" + pairs, 1));
    events.sink().accept(last);
    beforeAndAfterFlush(
        () -> {
          assertThat(events.log().of(MAC, 10)).hasSize(2).contains(first);
          assertThat(events.log().of(OTHER, 10)).containsExactly(last);
        });
  }

  @Test
  void accept_eventOfNoDevice_isNoHarm() {
    Events events = noEvents();
    events
        .sink()
        .accept(
            new Event(
                AT, EventType.LAYER_CHANGED, Optional.empty(), Optional.empty(), "", "brand x", 1));
    Event event = event(1, EventType.SERVED, MAC);
    events.sink().accept(event);
    beforeAndAfterFlush(() -> assertThat(events.log().of(MAC, 10)).containsExactly(event));
  }

  @Test
  void of_several_newestFirstAndNoMoreThanAsked() {
    Events events = noEvents();
    Event first = event(1, EventType.ISSUED, MAC);
    Event second = event(2, EventType.PROVED, MAC);
    Event third = event(3, EventType.ARMED, MAC);
    events.sink().accept(first);
    events.sink().accept(event(1, EventType.SERVED, OTHER));
    flush();
    events.sink().accept(second);
    events.sink().accept(third);
    beforeAndAfterFlush(
        () -> {
          assertThat(events.log().of(MAC, 10)).containsExactly(third, second, first);
          assertThat(events.log().of(MAC, 2)).containsExactly(third, second);
          assertThat(events.log().of(MAC, 1)).containsExactly(third);
        });
  }

  @Test
  void of_whatHappenedAgain_isWhereItHappenedLast() {
    Events events = noEvents();
    events.sink().accept(event(1, EventType.SERVED, MAC));
    events.sink().accept(event(2, EventType.STALE_PASS, MAC));
    events.sink().accept(event(3, EventType.SERVED, MAC));
    beforeAndAfterFlush(
        () -> {
          List<Event> latest = events.log().of(MAC, 2);
          assertThat(latest)
              .extracting(Event::type)
              .containsExactly(EventType.SERVED, EventType.STALE_PASS);
          assertThat(latest.get(0).at()).isEqualTo(AT.plusSeconds(3));
          assertThat(events.log().of(MAC, 10).stream().mapToInt(Event::count).sum()).isEqualTo(3);
        });
  }

  @Test
  void of_whatAdministratorsDo_isNeverTakenTogether() {
    Events events = noEvents();
    Event first = event(1, EventType.ARMED, MAC);
    Event second = event(2, EventType.ARMED, MAC);
    events.sink().accept(first);
    events.sink().accept(second);
    beforeAndAfterFlush(() -> assertThat(events.log().of(MAC, 10)).containsExactly(second, first));
  }

  @Test
  void lastContact_refusalsAndAudit_areNone() {
    Events events = noEvents();
    events.sink().accept(event(1, EventType.SERVED, MAC));
    events.sink().accept(event(5, EventType.REPEATED, MAC));
    events.sink().accept(event(6, EventType.STALE_PASS, MAC));
    events.sink().accept(event(7, EventType.ARMED, MAC));
    events.sink().accept(event(8, EventType.WRONG_CREDENTIAL, OTHER));
    beforeAndAfterFlush(
        () -> {
          assertThat(events.log().lastContact(MAC)).contains(AT.plusSeconds(5));
          assertThat(events.log().lastContact(OTHER)).isEmpty();
        });
    events.sink().accept(event(9, EventType.SERVED, MAC));
    beforeAndAfterFlush(
        () -> assertThat(events.log().lastContact(MAC)).contains(AT.plusSeconds(9)));
  }

  private static Event event(int second, EventType type, MacAddress mac) {
    return new Event(
        AT.plusSeconds(second), type, Optional.of(mac), OWNER, "192.0.2.1", "y.cfg", 1);
  }
}
