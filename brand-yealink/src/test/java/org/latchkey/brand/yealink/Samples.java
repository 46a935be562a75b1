package org.latchkey.brand.yealink;

import java.util.Map;
import org.latchkey.brand.Brand;
import org.latchkey.config.Setting;
import org.latchkey.device.MacAddress;
import org.latchkey.testkit.brand.SamplePhone;

/** A phone of Yealink's to be rendered, and its files read. */
final class Samples extends SamplePhone<Samples> {
  static final Brand BRAND = new YealinkBrand();
  static final MacAddress MAC = MacAddress.of("001565aabbcc");

  private static final Map<String, String> OWN_FORMS =
      Map.of("encryption.common-key", "not-a-real-key-1", "encryption.key", "not-a-real-key-1");

  private Samples(String model, String firmware) {
    super(BRAND, MAC, model, firmware);
  }

  static Samples phone() {
    return phone("T46S", "66.86.0.15");
  }

  static Samples phone(String model, String firmware) {
    return new Samples(model, firmware);
  }

  @Override
  protected Samples self() {
    return this;
  }

  ConfigText text() {
    return ConfigText.of(bytes());
  }

  /** Every setting has a value. */
  Samples everySetting() {
    return everySetting(OWN_FORMS);
  }

  /** A value that a setting allows, and Yealink too. */
  static String allowed(Setting setting) {
    return OWN_FORMS.getOrDefault(setting.name(), some(setting));
  }
}
