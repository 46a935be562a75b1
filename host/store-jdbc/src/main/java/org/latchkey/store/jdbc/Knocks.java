package org.latchkey.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.latchkey.device.MacAddress;
import org.latchkey.pass.GlobalPass;
import org.latchkey.spi.Knock;
import org.latchkey.spi.KnockStore;

/** The phones that knock, seen by all nodes. */
final class Knocks implements KnockStore {
  private static final String WHAT = "knocks";
  private static final String TURN = "knocks";
  private static final String SELECT =
      "select mac, reseller, domain, pass_id, site, brand, model, file_name, first_ms, last_ms,"
          + " occurrences from latchkey_knocks";
  private static final String KEY = " where mac = ? and reseller = ? and domain = ?";
  private static final String LATEST_FIRST = " order by last_ms desc, mac";
  private static final String MOST_SILENT = " order by last_ms, mac limit 1";

  private final Database database;

  Knocks(Database database) {
    this.database = database;
  }

  @Override
  public void add(Knock knock) {
    database.together(
        WHAT,
        connection -> {
          Counter.next(connection, TURN);
          Knock known =
              Database.list(connection, SELECT + KEY, Knocks::knock, key(knock)).stream()
                  .findFirst()
                  .map(earlier -> earlier.and(knock))
                  .orElse(knock);
          delete(connection, known);
          insert(connection, known);
          trim(connection, " where site = ?", MOST_OF_A_SITE, knock.site());
          trim(connection, "", MOST);
          return known;
        });
  }

  /** Of too many, the one that has been silent for longest gives way. */
  private static void trim(Connection connection, String among, int most, Object... values)
      throws SQLException {
    long count =
        Database.list(
                connection,
                "select count(*) from latchkey_knocks" + among,
                row -> row.getLong(1),
                values)
            .get(0);
    if (count > most) {
      delete(
          connection,
          Database.list(connection, SELECT + among + MOST_SILENT, Knocks::knock, values).get(0));
    }
  }

  @Override
  public List<Knock> list(Optional<String> reseller) {
    return reseller.map(name -> listed(" where reseller = ?", name)).orElseGet(() -> listed(""));
  }

  @Override
  public List<Knock> of(MacAddress mac) {
    return listed(" where mac = ?", mac.toString());
  }

  private List<Knock> listed(String which, Object... values) {
    return database.list(WHAT, SELECT + which + LATEST_FIRST, Knocks::knock, values);
  }

  @Override
  public boolean delete(MacAddress mac, GlobalPass.Scope scope) {
    return database.change(
            WHAT,
            "delete from latchkey_knocks" + KEY,
            mac.toString(),
            scope.reseller().orElse(""),
            scope.domain().orElse(""))
        == 1;
  }

  private static void delete(Connection connection, Knock knock) throws SQLException {
    Database.change(connection, "delete from latchkey_knocks" + KEY, key(knock));
  }

  private static void insert(Connection connection, Knock knock) throws SQLException {
    Object[] key = key(knock);
    Database.change(
        connection,
        "insert into latchkey_knocks (mac, reseller, domain, pass_id, site, brand, model,"
            + " file_name, first_ms, last_ms, occurrences)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key[0],
        key[1],
        key[2],
        knock.passId(),
        knock.site(),
        knock.brand(),
        knock.model(),
        knock.file(),
        knock.first().toEpochMilli(),
        knock.last().toEpochMilli(),
        knock.count());
  }

  private static Object[] key(Knock knock) {
    return new Object[] {
      knock.mac().toString(), knock.scope().reseller().orElse(""), knock.scope().domain().orElse("")
    };
  }

  private static Knock knock(ResultSet row) throws SQLException {
    return new Knock(
        MacAddress.of(row.getString("mac")),
        new GlobalPass.Scope(named(row, "reseller"), named(row, "domain")),
        row.getString("pass_id"),
        row.getString("site"),
        Optional.ofNullable(row.getString("brand")),
        Optional.ofNullable(row.getString("model")),
        row.getString("file_name"),
        Instant.ofEpochMilli(row.getLong("first_ms")),
        Instant.ofEpochMilli(row.getLong("last_ms")),
        row.getInt("occurrences"));
  }

  private static Optional<String> named(ResultSet row, String column) throws SQLException {
    return Optional.of(row.getString(column)).filter(name -> !name.isEmpty());
  }
}
