package org.latchkey.brand.yealink;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.brand.ConfigurationPipeline;
import org.latchkey.brand.Explanation;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Layered;
import org.latchkey.config.Parameters;
import org.latchkey.config.Setting;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.pass.Seen;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;

/** A phone to be rendered; each {@code with} changes one thing of it. All secrets are made up. */
final class Samples {
  static final Brand BRAND = new YealinkBrand();
  static final MacAddress MAC = MacAddress.of("001565aabbcc");
  static final Map<String, String> PHONE_PASSWORDS =
      Map.of("phone.admin.password", "not-a-real-admin", "phone.user.password", "not-a-real-user");

  private String model = "T46S";
  private Optional<String> firmware = Optional.of("66.86.0.15");
  private boolean proven = true;
  private URI url = URI.create("https://prov.example/cfg/");
  private Credential credential = Credential.of("001565aabbcc", "not-a-real-own-pass1");
  private final List<Line> lines = new ArrayList<>();
  private final List<LineKey> keys = new ArrayList<>();
  private final List<Layered> layers = new ArrayList<>();

  private Samples() {}

  static Samples phone() {
    return new Samples();
  }

  static Samples phone(String model, String firmware) {
    Samples phone = new Samples();
    phone.model = model;
    phone.firmware = Optional.of(firmware).filter(text -> !text.isEmpty());
    return phone;
  }

  Samples proven(boolean is) {
    proven = is;
    return this;
  }

  Samples url(String to) {
    url = URI.create(to);
    return this;
  }

  Samples credential(String user, String password) {
    credential = Credential.of(user, password);
    return this;
  }

  Samples with(Line... more) {
    lines.addAll(List.of(more));
    return this;
  }

  Samples with(LineKey... more) {
    keys.addAll(List.of(more));
    return this;
  }

  Samples set(Layer layer, String parameter, String value) {
    layers.add(new Layered(layer, List.of(new Entry(parameter, value, ""))));
    return this;
  }

  Samples set(String parameter, String value) {
    return set(Layer.DOMAIN, parameter, value);
  }

  Device device(Entry... overrides) {
    DeviceIdentity identity =
        new DeviceIdentity(MAC, "yealink", model, new Owner("acme.example", "west"), "1");
    return new Device(
        identity, lines, keys, List.of(overrides), Optional.empty(), Optional.empty(), "");
  }

  Rendering rendering() {
    return rendering(layers);
  }

  private Rendering rendering(List<Layered> some) {
    return new Rendering(
        device(),
        BRAND.models().get(model),
        firmware.map(version -> new Seen(model, version)),
        url,
        credential,
        proven,
        Settings.resolve(Vocabulary.standard(), some).withDefaults(PHONE_PASSWORDS));
  }

  Parameters parameters() {
    return ConfigurationPipeline.parameters(BRAND, rendering(), layers);
  }

  Explanation explanation() {
    return ConfigurationPipeline.explain(BRAND, this::rendering, layers);
  }

  byte[] bytes() {
    return BRAND.renderer().write(parameters());
  }

  ConfigText text() {
    return ConfigText.of(bytes());
  }

  static Line line(int number) {
    return line(number, "Desk " + number, "Alice Example", "fake-sip-pass-" + number);
  }

  static Line line(int number, String label, String displayName, String password) {
    return new Line(
        number,
        label,
        displayName,
        "10" + number,
        "auth10" + number,
        Secret.of(password),
        new Registrar("sip.acme.example", 5061, Registrar.Transport.TLS),
        Optional.empty(),
        3600,
        Optional.of("*97"));
  }

  static Line behind(Line line, Registrar proxy) {
    return new Line(
        line.number(),
        line.label(),
        line.displayName(),
        line.user(),
        line.authUser(),
        line.password(),
        line.registrar(),
        Optional.of(proxy),
        line.expires(),
        line.voicemail());
  }

  static LineKey key(int position, LineKey.Type type, String value, String label) {
    return new LineKey(position, type, value, label, Optional.empty());
  }

  /** A value that a setting allows. */
  static String some(Setting setting) {
    return switch (setting.type()) {
      case NUMBER -> Long.toString(setting.most());
      case FLAG -> "yes";
      case CHOICE, LIST -> setting.choices().get(0);
      case TEXT -> "text";
      case SECRET ->
          setting.name().startsWith("encryption.")
              ? "not-a-real-key-1"
              : "secret42".substring(0, (int) Math.min(8, setting.most()));
      case HOST -> "host.example";
      case URL -> "https://host.example/file";
      case ZONE -> "Europe/Berlin";
      case TIME -> "02:30";
      case DIGITS -> "*8";
      case DIGITMAP -> "[2-9]xx|0x.T";
      case REWRITES -> "9:,00:+";
    };
  }
}
