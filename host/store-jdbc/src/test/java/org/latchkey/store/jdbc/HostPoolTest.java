package org.latchkey.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.error.StoreException;
import org.latchkey.spi.AccessRecord;

/** A host's pool that hands out connections with auto-commit off and does not reset them. */
final class HostPoolTest {
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyStore_autoCommitOff_commitsAndLeavesConnectionAsItWas(Dialect dialect)
      throws SQLException {
    TestStore store = TestStore.emptied(dialect);
    try (Connection only = store.source().getConnection()) {
      only.setAutoCommit(false);
      JdbcStores mine = stores(handingOut(store.source(), only));
      // through other connections nothing is seen that is not committed
      JdbcStores others = store.stores(Clock.systemUTC());
      Device device =
          Device.of(new DeviceIdentity(MAC, "yealink", "T46S", new Owner("acme", "west"), "g1"));
      List<Entry> entries = List.of(new Entry("a", "b", ""));

      assertThat(mine.credentials().create(record(1))).isTrue();
      assertThat(others.credentials().find(MAC)).contains(record(1));
      assertThat(mine.credentials().create(record(1))).isFalse();
      assertThat(mine.credentials().replace(record(1), record(2))).isTrue();
      assertThat(others.credentials().find(MAC)).contains(record(2));
      assertThat(mine.directory().create(device)).isTrue();
      assertThat(mine.directory().create(device)).isFalse();
      assertThat(others.directory().load(MAC)).contains(device);
      assertThat(mine.layers().replace(LayerKey.brand("x"), List.of(), entries)).isTrue();
      assertThat(mine.layers().replace(LayerKey.brand("x"), List.of(), entries)).isFalse();
      assertThat(others.layers().entries(LayerKey.brand("x"))).isEqualTo(entries);
      assertThat(mine.seed("session")).isEqualTo(others.seed("session"));
      assertThat(only.getAutoCommit()).isFalse();
      // and nothing is held: another connection may change all of it
      assertThat(others.credentials().replace(record(2), record(3))).isTrue();
      assertThat(others.directory().delete(MAC)).isTrue();
      // what it had no part in is not committed either
      only.rollback();
      assertThat(mine.credentials().find(MAC)).contains(record(3));
      only.setAutoCommit(true);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void together_failure_isRolledBackAndConnectionLeftAsItWas(Dialect dialect) throws SQLException {
    TestStore store = TestStore.emptied(dialect);
    for (boolean auto : new boolean[] {true, false}) {
      try (Connection only = store.source().getConnection()) {
        only.setAutoCommit(auto);
        Database database = Database.on(handingOut(store.source(), only));
        assertThatThrownBy(
                () ->
                    database.together(
                        "test",
                        connection -> {
                          Counter.next(connection, "passes");
                          return Database.change(connection, "no statement");
                        }))
            .isInstanceOf(StoreException.class);
        assertThat(only.getAutoCommit()).isEqualTo(auto);
        assertThatThrownBy(
                () ->
                    database.together(
                        "test",
                        connection -> {
                          Counter.next(connection, "passes");
                          throw new IllegalStateException("not SQL");
                        }))
            .isInstanceOf(IllegalStateException.class);
        assertThat(only.getAutoCommit()).isEqualTo(auto);
        only.setAutoCommit(true);
      }
      assertThat(
              Database.on(store.source())
                  .list("test", "select max(turn) from latchkey_counters", row -> row.getLong(1)))
          .containsExactly(0L);
    }
  }

  private static JdbcStores stores(DataSource source) {
    return JdbcStores.open(
        source, TestStore.VAULT, Retention.DEFAULTS, new Random(2)::nextBytes, Clock.systemUTC());
  }

  /** A pool of one connection, which stays open when it is given back. */
  private static DataSource handingOut(DataSource pool, Connection only) {
    ClassLoader loader = HostPoolTest.class.getClassLoader();
    Object lent =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              try {
                return method.getName().equals("close") ? null : method.invoke(only, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return new WrappedSource(pool) {
      @Override
      public Connection getConnection() {
        return (Connection) lent;
      }
    };
  }

  private static AccessRecord record(long version) {
    return new AccessRecord(MAC, version, "armed", Optional.empty(), "sealed" + version);
  }
}
