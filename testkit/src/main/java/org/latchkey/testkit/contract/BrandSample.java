package org.latchkey.testkit.contract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.brand.ConfigurationPipeline;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Layered;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.secret.Credential;

/** A device on its way to bytes, as Latchkey itself would send it there. */
record BrandSample(Brand brand, Device device, boolean proven, List<Entry> more) {
  static final String URL_WITHOUT_SCHEME = "prov.example/cfg";
  static final String USERNAME = "ownname7";
  static final String PASSWORD = "NotARealOwnPassword1";
  static final Map<String, String> PHONE_PASSWORDS =
      Map.of("phone.admin.password", "NotARealAdmin2", "phone.user.password", "NotARealUser3");

  private static final URI URL = URI.create("https://" + URL_WITHOUT_SCHEME + "/");

  static BrandSample of(Brand brand, Device device) {
    return new BrandSample(brand, device, true, List.of());
  }

  static Device withOneLine(DeviceIdentity identity, Line line) {
    return new Device(
        identity, List.of(line), List.of(), List.of(), Optional.empty(), Optional.empty(), "");
  }

  BrandSample proven(boolean is) {
    return new BrandSample(brand, device, is, more);
  }

  BrandSample with(Entry override) {
    return new BrandSample(brand, device, proven, List.of(override));
  }

  Rendering rendering() {
    return new Rendering(
        device,
        brand.models().get(device.identity().model()),
        Optional.empty(),
        URL,
        Credential.of(USERNAME, PASSWORD),
        proven,
        Settings.resolve(Vocabulary.standard(), layers()).withDefaults(PHONE_PASSWORDS));
  }

  Parameters parameters() {
    return ConfigurationPipeline.parameters(brand, rendering(), layers());
  }

  byte[] bytes() {
    return brand.renderer().write(parameters());
  }

  private List<Layered> layers() {
    List<Entry> entries = new ArrayList<>(device.overrides());
    entries.addAll(more);
    return List.of(new Layered(Layer.DEVICE, entries));
  }
}
