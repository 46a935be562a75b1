package org.latchkey.example.embedder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.secret.Secret;
import org.latchkey.spi.DeviceDirectory;

/** This host's inventory, as Latchkey asks for it. */
final class PbxDirectory implements DeviceDirectory {
  private final Rows rows;

  PbxDirectory(Rows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<DeviceIdentity> identify(MacAddress mac) {
    return rows.find("select * from phones where mac = ?", PbxDirectory::identity, mac.toString());
  }

  @Override
  public Optional<Device> load(MacAddress mac) {
    return rows.find(
        "select * from phones p join extensions e"
            + " on e.tenant = p.tenant and e.number = p.extension where p.mac = ?",
        row ->
            new Device(
                identity(row),
                List.of(line(row)),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                ""),
        mac.toString());
  }

  /** A phone that is entered anew has a new id: it inherits nothing of the row before it. */
  private static DeviceIdentity identity(ResultSet row) throws SQLException {
    return new DeviceIdentity(
        MacAddress.of(row.getString("mac")),
        row.getString("vendor"),
        row.getString("model"),
        new Owner(row.getString("tenant"), row.getString("reseller")),
        row.getString("id"));
  }

  private static Line line(ResultSet row) throws SQLException {
    String number = row.getString("number");
    return new Line(
        1,
        number,
        row.getString("name"),
        number,
        number,
        Secret.of(row.getString("sip_password")),
        new Registrar("sip." + row.getString("tenant"), 5061, Registrar.Transport.TLS),
        Optional.empty(),
        3600,
        Optional.empty());
  }
}
