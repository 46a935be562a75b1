package org.latchkey.testkit.contract;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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

/**
 * A device on its way to bytes, as Latchkey itself would send it there.
 *
 * @param domain neutral settings of its domain
 * @param more what is set at the device besides its own overrides
 */
record BrandSample(
    Brand brand,
    Device device,
    boolean proven,
    Map<String, String> domain,
    List<Entry> more,
    URI url,
    Credential own) {
  static final String URL_WITHOUT_SCHEME = "prov.example/cfg";
  static final String USERNAME = "ownname7";
  static final String PASSWORD = "NotARealOwnPassword1";
  static final Map<String, String> PHONE_PASSWORDS =
      Map.of("phone.admin.password", "NotARealAdmin2", "phone.user.password", "NotARealUser3");

  private static final URI URL = URI.create("https://" + URL_WITHOUT_SCHEME + "/");

  static BrandSample of(Brand brand, Device device) {
    Credential own = Credential.of(USERNAME, PASSWORD);
    return new BrandSample(brand, device, true, Map.of(), List.of(), URL, own);
  }

  static Device withOneLine(DeviceIdentity identity, Line line) {
    return new Device(
        identity, List.of(line), List.of(), List.of(), Optional.empty(), Optional.empty(), "");
  }

  BrandSample proven(boolean is) {
    return new BrandSample(brand, device, is, domain, more, url, own);
  }

  BrandSample with(Entry override) {
    return with(List.of(override));
  }

  BrandSample with(List<Entry> overrides) {
    return new BrandSample(brand, device, proven, domain, List.copyOf(overrides), url, own);
  }

  BrandSample with(Map<String, String> settings) {
    Map<String, String> copy = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    return new BrandSample(brand, device, proven, copy, more, url, own);
  }

  /** The same with one more setting of the domain, or another value of it. */
  BrandSample with(String setting, String value) {
    Map<String, String> all = new LinkedHashMap<>(domain);
    all.put(setting, value);
    return with(all);
  }

  BrandSample with(URI other) {
    return new BrandSample(brand, device, proven, domain, more, other, own);
  }

  BrandSample with(Credential other) {
    return new BrandSample(brand, device, proven, domain, more, url, other);
  }

  /** The same phone with nothing set at the device that could hide what its domain says. */
  BrandSample withoutOverrides() {
    Device bare =
        new Device(
            device.identity(),
            device.lines(),
            device.keys(),
            List.of(),
            device.serial(),
            device.pin(),
            device.notes());
    return new BrandSample(brand, bare, proven, domain, List.of(), url, own);
  }

  Rendering rendering() {
    return new Rendering(
        device,
        brand.models().get(device.identity().model()),
        Optional.empty(),
        url,
        own,
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
    List<Entry> ofDomain = new ArrayList<>();
    domain.forEach((name, value) -> ofDomain.add(new Entry(name, value, "")));
    List<Entry> ofDevice = new ArrayList<>(device.overrides());
    ofDevice.addAll(more);
    return List.of(new Layered(Layer.DOMAIN, ofDomain), new Layered(Layer.DEVICE, ofDevice));
  }
}
