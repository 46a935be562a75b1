package org.latchkey.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.UploadQuota;
import org.latchkey.spi.UploadRecord;
import org.latchkey.spi.UploadSink;

/** What phones send. Whoever stores or removes something has the turn meanwhile: quotas hold. */
final class Uploads implements UploadSink {
  private static final String WHAT = "uploads";
  private static final String TURN = "uploads";
  private static final String ITEMS =
      "select name, entry, at_ms, size_bytes from latchkey_uploads where mac = ? order by turn";

  private final Database database;

  Uploads(Database database) {
    this.database = database;
  }

  @Override
  public boolean store(UploadRecord upload, UploadQuota quota) {
    return database.together(WHAT, connection -> stored(connection, upload, quota));
  }

  private static boolean stored(Connection connection, UploadRecord upload, UploadQuota quota)
      throws SQLException {
    long turn = Counter.next(connection, TURN);
    List<Item> others = new ArrayList<>(items(connection, upload.mac()));
    long before = others.stream().mapToLong(Item::size).sum();
    others.removeIf(item -> item.name().equals(upload.item().name()));
    long after = others.stream().mapToLong(Item::size).sum() + upload.item().size();
    if (others.size() + 1 > quota.deviceFiles()
        || after > quota.deviceBytes()
        || Counter.total(connection, TURN) + after - before > quota.allBytes()) {
      return false;
    }
    Counter.add(connection, TURN, after - before);
    String mac = upload.mac().toString();
    Item item = upload.item();
    Database.change(
        connection, "delete from latchkey_uploads where mac = ? and name = ?", mac, item.name());
    Database.change(
        connection,
        "insert into latchkey_uploads (mac, name, entry, at_ms, size_bytes, turn, sealed)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        mac,
        item.name(),
        item.entry(),
        item.at().toEpochMilli(),
        item.size(),
        turn,
        upload.sealed());
    return true;
  }

  @Override
  public Optional<UploadRecord> find(MacAddress mac, String name) {
    return database.find(
        WHAT,
        "select name, entry, at_ms, size_bytes, sealed from latchkey_uploads"
            + " where mac = ? and name = ?",
        row -> upload(mac, row),
        mac.toString(),
        name);
  }

  @Override
  public List<Item> list(MacAddress mac) {
    return database.list(WHAT, ITEMS, Uploads::item, mac.toString());
  }

  @Override
  public boolean remove(UploadRecord upload) {
    return database.together(
        WHAT,
        connection -> {
          Counter.next(connection, TURN);
          String mac = upload.mac().toString();
          String name = upload.item().name();
          boolean there =
              Database.list(
                      connection,
                      "select name, entry, at_ms, size_bytes, sealed from latchkey_uploads"
                          + " where mac = ? and name = ?",
                      row -> upload(upload.mac(), row),
                      mac,
                      name)
                  .contains(upload);
          if (there) {
            Counter.add(connection, TURN, -upload.item().size());
            Database.change(
                connection, "delete from latchkey_uploads where mac = ? and name = ?", mac, name);
          }
          return there;
        });
  }

  @Override
  public void purge(MacAddress mac) {
    // most devices have none, and need no turn for that
    if (list(mac).isEmpty()) {
      return;
    }
    database.together(
        WHAT,
        connection -> {
          Counter.next(connection, TURN);
          long bytes = items(connection, mac).stream().mapToLong(Item::size).sum();
          Counter.add(connection, TURN, -bytes);
          return Database.change(
              connection, "delete from latchkey_uploads where mac = ?", mac.toString());
        });
  }

  private static List<Item> items(Connection connection, MacAddress mac) throws SQLException {
    return Database.list(connection, ITEMS, Uploads::item, mac.toString());
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getString("name"),
        row.getString("entry"),
        Instant.ofEpochMilli(row.getLong("at_ms")),
        row.getInt("size_bytes"));
  }

  private static UploadRecord upload(MacAddress mac, ResultSet row) throws SQLException {
    return new UploadRecord(mac, item(row), row.getString("sealed"));
  }
}
