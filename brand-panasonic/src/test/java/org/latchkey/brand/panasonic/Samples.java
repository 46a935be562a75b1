package org.latchkey.brand.panasonic;

import java.util.Map;
import org.latchkey.brand.Brand;
import org.latchkey.config.Layer;
import org.latchkey.device.MacAddress;
import org.latchkey.testkit.brand.SamplePhone;

/** A phone of Panasonic's to be rendered, and its files read. */
final class Samples extends SamplePhone<Samples> {
  static final Brand BRAND = new PanasonicBrand();
  static final MacAddress MAC = MacAddress.of("0080f0c8c381");
  static final String FILE = "Config0080F0C8C381.cfg";
  static final String STANDARD = "CFG_STANDARD_FILE_PATH";
  static final String OWN =
      "https://0080f0c8c381:NotARealOwnPassword1@prov.example/cfg/Config0080F0C8C381.cfg";

  /** Settings for which this brand has a form of its own, or less room than the vocabulary. */
  static final Map<String, String> FORMS =
      Map.of(
          "encryption.key", "12341234abcdabcd12341234abcdabcd",
          "sip.local-port", "5070",
          "phone.admin.name", "chief",
          "phone.user.name", "clerk");

  private Samples(String model) {
    super(BRAND, MAC, model, "");
    credential(MAC.toString(), "NotARealOwnPassword1");
    set(Layer.LIBRARY, "phone.admin.password", "NotARealAdmin2");
    set(Layer.LIBRARY, "phone.user.password", "NotARealUser3");
  }

  static Samples phone(String model) {
    return new Samples(model);
  }

  @Override
  protected Samples self() {
    return this;
  }

  PhoneFile file() {
    return PhoneFile.of(bytes());
  }
}
