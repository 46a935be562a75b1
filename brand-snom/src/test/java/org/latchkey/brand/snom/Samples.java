package org.latchkey.brand.snom;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.device.MacAddress;
import org.latchkey.testkit.brand.SamplePhone;

/** A phone of Snom's to be rendered, and its files read. */
final class Samples extends SamplePhone<Samples> {
  static final Brand BRAND = new SnomBrand();
  static final MacAddress MAC = MacAddress.of("000413aabbcc");
  static final String NEW = "10.1.169.16";

  private Samples(String model, String firmware) {
    super(BRAND, MAC, model, firmware);
  }

  static Samples phone() {
    return phone("D785", NEW);
  }

  static Samples phone(String model, String firmware) {
    return new Samples(model, firmware);
  }

  @Override
  protected Samples self() {
    return this;
  }

  SnomFile file() {
    return SnomFile.of(bytes());
  }

  /** The file that names an image, if there is one. */
  Optional<String> firmwareFile() {
    return BRAND
        .renderer()
        .personal("snom-" + MAC + "-firmware.xml", rendering())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  List<Remark> remarks() {
    return BRAND.renderer().remarks(rendering());
  }

  List<String> remarked() {
    return remarks().stream().map(Remark::what).toList();
  }
}
