package org.latchkey.brand.grandstream;

import org.latchkey.device.MacAddress;
import org.latchkey.secret.Credential;
import org.latchkey.testkit.brand.BrandGate;

/** A Latchkey over memory with one Grandstream phone. */
final class GrandstreamGate extends BrandGate {
  static final MacAddress MAC = Samples.MAC;
  static final String FILE = "cfg" + MAC + ".xml";

  /** A gate that is always asked from one address. */
  GrandstreamGate() {
    this(false);
  }

  /** A gate that may be asked from another address each time. */
  GrandstreamGate(boolean wanders) {
    super(
        Samples.BRAND,
        Samples.phone("HT802", "").with(Samples.line(1)).device(),
        FILE,
        GrandstreamGate::own,
        wanders);
  }

  private static Credential own(byte[] file) {
    ConfigXml text = ConfigXml.of(file);
    return Credential.of(text.get("P1360"), text.get("P1361"));
  }
}
