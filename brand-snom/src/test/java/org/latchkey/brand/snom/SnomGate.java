package org.latchkey.brand.snom;

import org.latchkey.device.MacAddress;
import org.latchkey.secret.Credential;
import org.latchkey.testkit.brand.BrandGate;

/** A Latchkey over memory with one Snom phone. */
final class SnomGate extends BrandGate {
  static final MacAddress MAC = Samples.MAC;
  static final String FILE = "snom-000413AABBCC.htm";

  /** A gate that is always asked from one address. */
  SnomGate() {
    this(false);
  }

  /** A gate that may be asked from another address each time. */
  SnomGate(boolean wanders) {
    super(
        Samples.BRAND,
        Samples.phone()
            .with(Samples.line(1))
            .device(new org.latchkey.device.Entry("firmware.url", "https://fw.example/a.bin", "")),
        FILE,
        SnomGate::own,
        wanders);
  }

  private static Credential own(byte[] file) {
    SnomFile text = SnomFile.of(file);
    return Credential.of(text.get("http_client_user"), text.get("http_client_pass"));
  }
}
