package org.latchkey.brand.grandstream;

import java.util.List;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.config.Layer;
import org.latchkey.device.MacAddress;
import org.latchkey.testkit.brand.SamplePhone;

/** A phone of Grandstream's to be rendered, and its file read. */
final class Samples extends SamplePhone<Samples> {
  static final Brand BRAND = new GrandstreamBrand();
  static final MacAddress MAC = MacAddress.of("000b82aabbcc");

  private Samples(String model, String firmware) {
    super(BRAND, MAC, model, firmware);
    // what is generated has letters and digits only, as some models want it
    set(Layer.BRAND, "phone.admin.password", "NotARealAdmin1");
    set(Layer.BRAND, "phone.user.password", "NotARealUser1");
  }

  static Samples phone() {
    return phone("GRP2614", "1.0.5.15");
  }

  static Samples phone(String model, String firmware) {
    return new Samples(model, firmware);
  }

  @Override
  protected Samples self() {
    return this;
  }

  /** What cannot be told to the phone as it was said. */
  List<Remark> remarks() {
    return BRAND.renderer().remarks(rendering());
  }

  ConfigXml text() {
    return ConfigXml.of(bytes());
  }
}
