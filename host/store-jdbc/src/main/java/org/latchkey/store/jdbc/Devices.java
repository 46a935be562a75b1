package org.latchkey.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.secret.SecretSource;
import org.latchkey.spi.DeviceCatalogue;
import org.latchkey.spi.EditableDirectory;

/**
 * The inventory. A phone's owner and the words by which it is searched are columns of a narrow
 * table; everything else, and these again, is sealed in another one. Both are written together.
 */
final class Devices implements EditableDirectory, DeviceCatalogue {
  private static final String WHAT = "inventory";
  private static final String CONTENTS = "latchkey_device_contents";
  private static final SealedForm.Reader<Device> DEVICE = SealedForm.readerFor(Device.class);

  // no text that is searched holds it
  private static final String BETWEEN = "\u001f";

  private final Database database;
  private final SealedForm form;
  private final SecretSource secrets;

  Devices(Database database, SealedForm form, SecretSource secrets) {
    this.database = database;
    this.form = form;
    this.secrets = secrets;
  }

  private record Row(long revision, String sealed) {}

  @Override
  public Optional<DeviceIdentity> identify(MacAddress mac) {
    return database.find(
        WHAT,
        "select brand, model, reseller, domain, generation from latchkey_devices where mac = ?",
        row -> identity(mac, row),
        mac.toString());
  }

  @Override
  public Optional<Device> load(MacAddress mac) {
    return database
        .find(
            WHAT,
            "select sealed from latchkey_device_contents where mac = ?",
            row -> row.getString(1),
            mac.toString())
        .map(text -> opened(mac, text));
  }

  @Override
  public boolean create(Device device) {
    String mac = device.identity().mac().toString();
    String sealed = sealed(device);
    return database.together(WHAT, connection -> created(connection, device, mac, sealed));
  }

  private boolean created(Connection connection, Device device, String mac, String sealed)
      throws SQLException {
    try {
      Database.change(
          connection,
          "insert into latchkey_devices"
              + " (brand, model, reseller, domain, generation, words, revision, mac)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?)",
          columns(device, Sealed.revision(secrets), mac));
      Database.change(
          connection,
          "insert into latchkey_device_contents (sealed, mac) values (?, ?)",
          sealed,
          mac);
      return true;
    } catch (SQLException e) {
      if (Dialect.isDuplicate(e)) {
        connection.rollback();
        return false;
      }
      throw e;
    }
  }

  @Override
  public boolean replace(Device expected, Device next) {
    MacAddress mac = next.identity().mac();
    String sealed = sealed(next);
    return database.together(
        WHAT,
        connection -> {
          Optional<Row> present = row(connection, mac);
          if (present.isEmpty() || !opened(mac, present.get().sealed()).equals(expected)) {
            return false;
          }
          Object[] columns = columns(next, Sealed.revision(secrets), mac.toString());
          List<Object> values = new ArrayList<>(List.of(columns));
          values.add(present.get().revision());
          return Database.change(
                      connection,
                      "update latchkey_devices set brand = ?, model = ?, reseller = ?, domain = ?,"
                          + " generation = ?, words = ?, revision = ?"
                          + " where mac = ? and revision = ?",
                      values.toArray())
                  == 1
              && Database.change(
                      connection,
                      "update latchkey_device_contents set sealed = ? where mac = ?",
                      sealed,
                      mac.toString())
                  == 1;
        });
  }

  @Override
  public boolean delete(MacAddress mac) {
    return database.together(
        WHAT,
        connection -> {
          boolean there =
              Database.change(
                      connection, "delete from latchkey_devices where mac = ?", mac.toString())
                  == 1;
          Database.change(
              connection, "delete from latchkey_device_contents where mac = ?", mac.toString());
          return there;
        });
  }

  @Override
  public List<Device> list(Query query) {
    if (!Stream.concat(
            Stream.of(query.text()),
            Stream.of(query.reseller(), query.domain(), query.brand()).flatMap(Optional::stream))
        .allMatch(Devices::isText)) {
      return List.of();
    }
    StringBuilder sql =
        new StringBuilder(
            "select d.mac, c.sealed from latchkey_devices d"
                + " join latchkey_device_contents c on c.mac = d.mac where d.mac > ?");
    List<Object> values = new ArrayList<>();
    values.add(query.after().map(MacAddress::toString).orElse(""));
    equal(sql, values, "d.reseller", query.reseller());
    equal(sql, values, "d.domain", query.domain());
    equal(sql, values, "d.brand", query.brand());
    if (!query.text().isEmpty()) {
      sql.append(" and d.words like ? escape '!'");
      values.add("%" + literally(query.text().toLowerCase(Locale.ROOT)) + "%");
    }
    sql.append(" order by d.mac limit ?");
    values.add(query.limit());
    return database.list(
        WHAT,
        sql.toString(),
        row -> opened(MacAddress.of(row.getString(1)), row.getString(2)),
        values.toArray());
  }

  private static void equal(
      StringBuilder sql, List<Object> values, String column, Optional<String> wanted) {
    wanted.ifPresent(
        value -> {
          sql.append(" and ").append(column).append(" = ?");
          values.add(value);
        });
  }

  /**
   * Says whether a field may hold it. Not every database takes what none holds, such as a character
   * of code 0.
   */
  private static boolean isText(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                "\r\n\t".indexOf(c) >= 0
                    || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE));
  }

  private static String literally(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static Optional<Row> row(Connection connection, MacAddress mac) throws SQLException {
    return Database.list(
            connection,
            "select d.revision, c.sealed from latchkey_devices d"
                + " join latchkey_device_contents c on c.mac = d.mac where d.mac = ?",
            row -> new Row(row.getLong(1), row.getString(2)),
            mac.toString())
        .stream()
        .findFirst();
  }

  private static DeviceIdentity identity(MacAddress mac, ResultSet row) throws SQLException {
    return new DeviceIdentity(
        mac,
        row.getString("brand"),
        row.getString("model"),
        new Owner(row.getString("domain"), row.getString("reseller")),
        row.getString("generation"));
  }

  private static Object[] columns(Device device, long revision, String mac) {
    DeviceIdentity identity = device.identity();
    return new Object[] {
      identity.brand(),
      identity.model(),
      identity.owner().reseller(),
      identity.owner().domain(),
      identity.generation(),
      words(device),
      revision,
      mac
    };
  }

  /** What {@link DeviceCatalogue.Query#text} is looked for in. */
  private static String words(Device device) {
    Stream<String> lines = device.lines().stream().flatMap(Devices::words);
    return Stream.concat(Stream.of(device.identity().mac().toString(), device.notes()), lines)
        .collect(Collectors.joining(BETWEEN))
        .toLowerCase(Locale.ROOT);
  }

  private static Stream<String> words(Line line) {
    return Stream.of(line.label(), line.user());
  }

  private String sealed(Device device) {
    return form.seal(purpose(device.identity().mac()), device);
  }

  private Device opened(MacAddress mac, String sealed) {
    return form.open(purpose(mac), sealed, DEVICE);
  }

  private static String purpose(MacAddress mac) {
    return Sealed.purpose(CONTENTS, mac);
  }
}
