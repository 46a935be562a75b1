package org.latchkey.brand.yealink;

import org.latchkey.device.MacAddress;
import org.latchkey.secret.Credential;
import org.latchkey.testkit.brand.BrandGate;

/** A Latchkey over memory with one Yealink phone. */
final class YealinkGate extends BrandGate {
  static final MacAddress MAC = Samples.MAC;
  static final String FILE = MAC + ".cfg";

  YealinkGate() {
    super(
        Samples.BRAND,
        Samples.phone().with(Samples.line(1)).device(),
        FILE,
        YealinkGate::own,
        true);
  }

  private static Credential own(byte[] file) {
    ConfigText text = ConfigText.of(file);
    return Credential.of(
        text.get("static.auto_provision.server.username"),
        text.get("static.auto_provision.server.password"));
  }
}
