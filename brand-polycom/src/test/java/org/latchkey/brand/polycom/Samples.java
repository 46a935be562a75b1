package org.latchkey.brand.polycom;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.device.MacAddress;
import org.latchkey.testkit.brand.SamplePhone;

/** A phone of Polycom's to be rendered, and its files read. */
final class Samples extends SamplePhone<Samples> {
  static final Brand BRAND = new PolycomBrand();
  static final MacAddress MAC = MacAddress.of("0004f2aabbcc");

  private Samples(String model, String firmware) {
    super(BRAND, MAC, model, firmware);
  }

  static Samples phone() {
    return phone("VVX450", "5.9.7.3480");
  }

  static Samples phone(String model, String firmware) {
    return new Samples(model, firmware);
  }

  @Override
  protected Samples self() {
    return this;
  }

  ConfigXml text() {
    return ConfigXml.of(bytes());
  }

  /** The master file of this phone. */
  String master() {
    return new String(
        BRAND.renderer().personal(MAC + ".cfg", rendering()).orElseThrow(), StandardCharsets.UTF_8);
  }

  Optional<String> directory() {
    return BRAND
        .renderer()
        .personal(MAC + "-directory.xml", rendering())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
