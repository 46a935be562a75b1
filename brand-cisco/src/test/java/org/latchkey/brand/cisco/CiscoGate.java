package org.latchkey.brand.cisco;

import org.latchkey.device.MacAddress;
import org.latchkey.secret.Credential;
import org.latchkey.testkit.brand.BrandGate;

/** A Latchkey over memory with one Cisco phone. */
final class CiscoGate extends BrandGate {
  static final MacAddress MAC = Samples.MAC;
  static final String FILE = "cisco-" + MAC + ".xml";

  /** A gate that is always asked from one address. */
  CiscoGate() {
    this("CP-8851-3PCC", false);
  }

  /** A gate with a phone of some model. */
  CiscoGate(String model, boolean wanders) {
    super(
        Samples.BRAND,
        Samples.phone(model, "").with(Samples.line(1)).device(),
        FILE,
        CiscoGate::own,
        wanders);
  }

  static Credential own(byte[] file) {
    return Samples.credential(ProfileXml.of(file).get("Profile_Rule"));
  }
}
