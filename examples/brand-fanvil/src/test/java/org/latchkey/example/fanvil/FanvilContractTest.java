package org.latchkey.example.fanvil;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.secret.Secret;
import org.latchkey.testkit.contract.BrandContract;

class FanvilContractTest extends BrandContract {
  // contract
  @Override
  protected Brand brand() {
    return new FanvilBrand();
  }

  @Override
  protected List<Device> devices() {
    LineKey key = new LineKey(3, LineKey.Type.BLF, "101", "Bob & Co.", Optional.of(1));
    return List.of(
        phone("X4U", List.of(key), new Entry("fanvil:phone.MenuPassword", "2580", "")),
        phone("X301", List.of()));
  }

  @Override
  protected Map<String, List<String>> parse(byte[] file) {
    return FanvilFile.read(file);
  }

  // end of contract

  static Device phone(String model, List<LineKey> keys, Entry... overrides) {
    Owner owner = new Owner("acme.example", "west");
    Registrar registrar = new Registrar("sip.acme.example", 5061, Registrar.Transport.TLS);
    Line line =
        new Line(
            1,
            "",
            "Alice",
            "100",
            "100",
            Secret.of("NotARealLine4"),
            registrar,
            Optional.empty(),
            3600,
            Optional.of("*97"));
    return new Device(
        new DeviceIdentity(MacAddress.of("0c383e07e16c"), "fanvil", model, owner, "1"),
        List.of(line),
        keys,
        List.of(overrides),
        Optional.empty(),
        Optional.empty(),
        "");
  }
}
