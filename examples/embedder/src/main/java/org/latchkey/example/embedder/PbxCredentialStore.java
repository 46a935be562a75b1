package org.latchkey.example.embedder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.latchkey.device.MacAddress;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStore;

/** One table of this host: who may read which configuration. */
final class PbxCredentialStore implements CredentialStore {
  private final Rows rows;

  PbxCredentialStore(Rows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<AccessRecord> find(MacAddress mac) {
    return rows.find(
        "select * from phone_access where mac = ?", PbxCredentialStore::read, mac.toString());
  }

  @Override
  public boolean create(AccessRecord first) {
    return rows.add(
        "insert into phone_access values (?, ?, ?, ?, ?)",
        first.mac().toString(),
        first.version(),
        first.state(),
        until(first),
        first.sealed());
  }

  @Override
  public boolean replace(AccessRecord expected, AccessRecord next) {
    return rows.change(
            "update phone_access set version = ?, state = ?, open_until = ?, sealed = ?"
                + " where mac = ? and version = ?",
            next.version(),
            next.state(),
            until(next),
            next.sealed(),
            next.mac().toString(),
            expected.version())
        == 1;
  }

  @Override
  public boolean delete(MacAddress mac) {
    return rows.change("delete from phone_access where mac = ?", mac.toString()) == 1;
  }

  private static Object until(AccessRecord record) {
    return record.openUntil().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  private static AccessRecord read(ResultSet row) throws SQLException {
    Optional<Instant> until =
        Optional.ofNullable(row.getObject("open_until", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    return new AccessRecord(
        MacAddress.of(row.getString("mac")),
        row.getLong("version"),
        row.getString("state"),
        until,
        row.getString("sealed"));
  }
}
