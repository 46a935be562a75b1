package org.latchkey.brand.polycom;

import org.latchkey.device.MacAddress;
import org.latchkey.secret.Credential;
import org.latchkey.testkit.brand.BrandGate;

/** A Latchkey over memory with one Polycom phone. */
final class PolycomGate extends BrandGate {
  static final MacAddress MAC = Samples.MAC;
  static final String FILE = MAC + "-device.cfg";

  /** A gate that is always asked from one address. */
  PolycomGate() {
    this(false);
  }

  /** A gate that may be asked from another address each time. */
  PolycomGate(boolean wanders) {
    super(
        Samples.BRAND,
        Samples.phone().with(Samples.line(1)).device(),
        FILE,
        PolycomGate::own,
        wanders);
  }

  private static Credential own(byte[] file) {
    ConfigXml text = ConfigXml.of(file);
    return Credential.of(text.get("device.prov.user"), text.get("device.prov.password"));
  }
}
