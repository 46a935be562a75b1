package org.latchkey.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.latchkey.device.MacAddress;
import org.latchkey.error.StoreException;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.spi.AccessRecord;
import org.latchkey.testdatabases.TestDatabase;

/** A PostgreSQL that goes away and comes back, under stores that stay. */
@Timeout(90)
final class OutageTest {
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");
  private static final Duration POOL_WAITS = Duration.ofSeconds(1);

  private final TestDatabase database = TestStore.database(Dialect.POSTGRESQL);
  private final String name = database.url().replaceAll("^.*/([a-z0-9]+)(\\?.*)?$", "$1");
  private TestStore store;
  private JdbcStores stores;

  @BeforeEach
  void open() {
    store = new TestStore(database, Schema.scripts(), POOL_WAITS);
    stores = store.stores(Clock.systemUTC());
    stores.credentials().create(record(1));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void together_connectionLostBetweenStatements_changesNothingAndWorksAgain() {
    Database sut = Database.on(store.source());
    int[] attempts = new int[1];
    assertThatThrownBy(
            () ->
                sut.together(
                    "test",
                    connection -> {
                      attempts[0]++;
                      Database.change(connection, "delete from latchkey_access");
                      terminate();
                      return Database.change(connection, "delete from latchkey_seeds");
                    }))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("test failed: ")
        .hasMessageContaining("SQL state")
        .hasMessageNotContaining("administrator");
    // nobody knows what became of it, so it is the caller's to ask again
    assertThat(attempts[0]).isEqualTo(1);
    useUpLostConnections();
    assertThat(stores.credentials().find(MAC)).contains(record(1));
  }

  @Test
  void replace_databaseStopped_failsInTimeAndWorksAgainByItself() {
    stop();
    Instant begun = Instant.now();
    assertThatThrownBy(() -> stores.credentials().replace(record(1), record(2)))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> stores.directory().identify(MAC)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> stores.globalPasses().named("first1"))
        .isInstanceOf(StoreException.class);
    assertThat(Instant.now()).isBefore(begun.plusMillis(30_000));

    start();
    useUpLostConnections();
    assertThat(stores.credentials().find(MAC)).contains(record(1));
    assertThat(stores.credentials().replace(record(1), record(2))).isTrue();
    assertThat(stores.directory().identify(MAC)).isEmpty();
    assertThat(stores.globalPasses().named("first1")).isEmpty();
  }

  @Test
  void flush_databaseStopped_eventsWaitAndAreWrittenOnce() {
    JdbcEvents events = stores.events();
    stop();
    events.accept(event(1, EventType.ARMED));
    events.accept(event(2, EventType.SERVED));
    events.flush();
    events.accept(event(3, EventType.SERVED));
    events.accept(event(4, EventType.ARMED));
    events.flush();
    start();
    useUpLostConnections();
    events.flush();
    assertThat(events.of(MAC, 10))
        .extracting(Event::type, Event::count, event -> event.at().getEpochSecond())
        .containsExactly(
            tuple(EventType.ARMED, 1, 4L),
            tuple(EventType.SERVED, 2, 3L),
            tuple(EventType.ARMED, 1, 1L));
    assertThat(events.lastContact(MAC)).contains(Instant.ofEpochSecond(3));
    List<Event> written = events.of(MAC, 10);
    events.flush();
    assertThat(events.of(MAC, 10)).isEqualTo(written);
  }

  /**
   * Each connection that the pool still holds costs one call at most, and is not handed out again.
   */
  private void useUpLostConnections() {
    for (int i = 0; i < store.source().getMaximumPoolSize(); i++) {
      try {
        stores.credentials().find(MAC);
        return;
      } catch (StoreException e) {
        assertThat(e).hasMessageStartingWith("credential store failed");
      }
    }
  }

  /** From now on nobody is in it and nobody gets in. */
  private void stop() {
    administer("alter database " + name + " with allow_connections false");
    terminate();
  }

  private void start() {
    administer("alter database " + name + " with allow_connections true");
  }

  private void terminate() {
    administer(
        "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '"
            + name
            + "'");
  }

  private void administer(String sql) {
    String url = database.url().replace("/" + name, "/postgres");
    try (Connection connection =
            DriverManager.getConnection(url, database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Event event(int second, EventType type) {
    return new Event(
        Instant.ofEpochSecond(second), type, Optional.of(MAC), Optional.empty(), "", "", 1);
  }

  private static AccessRecord record(long version) {
    return new AccessRecord(MAC, version, "armed", Optional.empty(), "sealed" + version);
  }
}
