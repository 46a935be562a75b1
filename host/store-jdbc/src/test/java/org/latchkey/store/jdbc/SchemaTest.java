package org.latchkey.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.error.StoreException;

/** Databases that are not as they must be are refused, saying what to do. */
final class SchemaTest {
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void open_noTables_namesEveryScript(Dialect dialect) {
    try (TestStore store = TestStore.bare(dialect)) {
      assertThatThrownBy(() -> store.stores(Clock.systemUTC()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(
              "V1__access.sql, V2__inventory.sql, V3__uploads.sql, V4__events.sql")
          .hasMessageContaining("org/latchkey/store/jdbc/schema/" + dialect.folder());
      assertThatThrownBy(() -> JdbcCredentialStore.on(store.source()))
          .hasMessageContaining("V1__access.sql")
          .hasMessageNotContaining("V2");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void open_scriptMissing_namesItAndServesWhatNeedsItNot(Dialect dialect) {
    try (TestStore store = TestStore.bare(dialect)) {
      store.run(List.of(Schema.ACCESS));
      assertThatCode(() -> JdbcCredentialStore.on(store.source())).doesNotThrowAnyException();
      store.run(List.of(Schema.INVENTORY, Schema.UPLOADS));
      assertThatThrownBy(() -> store.stores(Clock.systemUTC()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("run V4__events.sql of");
      store.run(List.of(Schema.EVENTS));
      assertThatCode(() -> store.stores(Clock.systemUTC())).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void present_scriptsRunByHand_areTold(Dialect dialect) {
    try (TestStore store = TestStore.bare(dialect)) {
      assertThat(Schema.present(store.source())).isEmpty();
      store.run(List.of(Schema.ACCESS, Schema.INVENTORY));
      assertThat(Schema.present(store.source())).containsExactly(Schema.ACCESS, Schema.INVENTORY);
    }
  }

  @Test
  void open_newerTables_isRefusedNamingBothVersions() {
    try (TestStore store = TestStore.fresh(Dialect.H2)) {
      store.execute("insert into latchkey_schema (version, script) values (5, 'V5__later.sql')");
      for (Runnable open :
          List.<Runnable>of(
              () -> store.stores(Clock.systemUTC()),
              () -> JdbcCredentialStore.on(store.source()))) {
        assertThatThrownBy(open::run)
            .isInstanceOf(StoreException.class)
            .hasMessage("the tables are of version 5, this library knows 4");
      }
    }
  }

  @Test
  void open_otherDatabase_isRefusedByName() {
    for (String product : List.of("MySQL", "Oracle", "h2", "")) {
      DataSource other = new Renamed(TestStore.emptied(Dialect.H2).source(), product);
      assertThatThrownBy(() -> JdbcCredentialStore.on(other))
          .isInstanceOf(StoreException.class)
          .hasMessage("database must be H2, PostgreSQL or MariaDB, not " + product);
      assertThatThrownBy(() -> Schema.folder(other)).isInstanceOf(StoreException.class);
    }
  }

  @Test
  void open_h2ThatWouldLoseAnswers_isRefusedToWhoMayNotChangeIt() {
    try (TestStore store = TestStore.bare(Dialect.H2)) {
      store.execute("create user host password 'x'", "set write_delay 500");
      JdbcDataSource source = new JdbcDataSource();
      source.setURL(store.source().getJdbcUrl());
      source.setUser("host");
      source.setPassword("x");
      assertThatThrownBy(() -> JdbcCredentialStore.on(source))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("admin rights");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void tables_all_beginWithOurName(Dialect dialect) {
    assertThat(TestStore.emptied(dialect).tables())
        .hasSize(13)
        .allMatch(name -> name.startsWith("latchkey_"));
  }

  /** A database that says that it is something else. */
  private static final class Renamed extends WrappedSource {
    private final String product;

    Renamed(DataSource source, String product) {
      super(source);
      this.product = product;
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection real = source.getConnection();
      ClassLoader loader = SchemaTest.class.getClassLoader();
      Object data =
          Proxy.newProxyInstance(
              loader, new Class<?>[] {DatabaseMetaData.class}, (self, method, args) -> product);
      return (Connection)
          Proxy.newProxyInstance(
              loader,
              new Class<?>[] {Connection.class},
              (self, method, args) ->
                  method.getName().equals("getMetaData") ? data : method.invoke(real, args));
    }
  }
}
