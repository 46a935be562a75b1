package org.latchkey.testkit.brand;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.latchkey.brand.Brand;
import org.latchkey.brand.ConfigurationPipeline;
import org.latchkey.brand.Explanation;
import org.latchkey.brand.Rendering;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Layer;
import org.latchkey.config.Layered;
import org.latchkey.config.Parameter;
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

/**
 * A phone to be rendered as Latchkey itself renders it; each {@code with} and {@code set} changes
 * one thing of it. All its secrets are made up. The tests of a brand extend it by what reads the
 * brand's files.
 *
 * <p>Not safe for use by several threads. No result is ever {@code null}.
 *
 * @param <S> the class that extends this one
 * @since 1.0
 */
public abstract class SamplePhone<S extends SamplePhone<S>> {
  private static final Map<String, String> PHONE_PASSWORDS =
      Map.of("phone.admin.password", "not-a-real-admin", "phone.user.password", "not-a-real-user");

  private final Brand brand;
  private final MacAddress mac;
  private final String model;
  private final Optional<String> firmware;
  private boolean proven = true;
  private URI url = URI.create("https://prov.example/cfg/");
  private Credential credential;
  private final List<Line> lines = new ArrayList<>();
  private final List<LineKey> keys = new ArrayList<>();
  private final List<Layered> layers = new ArrayList<>();

  /**
   * A phone that has proven its own credential and has no line yet.
   *
   * @param brand its brand
   * @param mac its MAC, which is its user name too
   * @param model one of the brand's models
   * @param firmware what it named at its last proof; empty if it never named one
   */
  protected SamplePhone(Brand brand, MacAddress mac, String model, String firmware) {
    this.brand = brand;
    this.mac = mac;
    this.model = model;
    this.firmware = Optional.of(firmware).filter(text -> !text.isEmpty());
    credential = Credential.of(mac.toString(), "not-a-real-own-pass1");
  }

  /**
   * This phone.
   *
   * @return {@code this}
   */
  protected abstract S self();

  /**
   * Says whether it has proven its credential.
   *
   * @param is false for a first boot
   * @return this phone
   */
  public final S proven(boolean is) {
    proven = is;
    return self();
  }

  /**
   * Changes its provisioning URL.
   *
   * @param to a URL that ends in a slash
   * @return this phone
   */
  public final S url(String to) {
    url = URI.create(to);
    return self();
  }

  /**
   * Changes its own credential.
   *
   * @param user user name
   * @param password password
   * @return this phone
   */
  public final S credential(String user, String password) {
    credential = Credential.of(user, password);
    return self();
  }

  /**
   * Adds lines.
   *
   * @param more the lines
   * @return this phone
   */
  public final S with(Line... more) {
    lines.addAll(List.of(more));
    return self();
  }

  /**
   * Adds keys.
   *
   * @param more the keys
   * @return this phone
   */
  public final S with(LineKey... more) {
    keys.addAll(List.of(more));
    return self();
  }

  /**
   * Says something in a layer.
   *
   * @param layer the layer
   * @param parameter a neutral setting, or a native one with its brand before a colon
   * @param value its value
   * @return this phone
   */
  public final S set(Layer layer, String parameter, String value) {
    layers.add(new Layered(layer, List.of(new Entry(parameter, value, ""))));
    return self();
  }

  /**
   * Says something in the layer of its domain.
   *
   * @param parameter a neutral setting, or a native one with its brand before a colon
   * @param value its value
   * @return this phone
   */
  public final S set(String parameter, String value) {
    return set(Layer.DOMAIN, parameter, value);
  }

  /**
   * Gives every neutral setting a value that the vocabulary allows.
   *
   * @param own values of settings for which the brand has a form of its own, by name
   * @return this phone
   */
  public final S everySetting(Map<String, String> own) {
    for (Setting setting : Vocabulary.standard().all()) {
      String given = own.get(setting.name());
      set(setting.name(), given == null ? some(setting) : given);
    }
    return self();
  }

  /**
   * The phone as the inventory has it.
   *
   * @param overrides what is set at the device itself
   * @return the device
   */
  public final Device device(Entry... overrides) {
    DeviceIdentity identity =
        new DeviceIdentity(mac, brand.id(), model, new Owner("acme.example", "west"), "1");
    return new Device(
        identity, lines, keys, List.of(overrides), Optional.empty(), Optional.empty(), "");
  }

  /**
   * What its configuration is made of.
   *
   * @return the rendering
   */
  public final Rendering rendering() {
    return rendering(layers);
  }

  private Rendering rendering(List<Layered> some) {
    return new Rendering(
        device(),
        brand.models().get(model),
        firmware.map(version -> new Seen(model, version)),
        url,
        credential,
        proven,
        Settings.resolve(Vocabulary.standard(), some).withDefaults(PHONE_PASSWORDS));
  }

  /**
   * Its native parameters, in the order of the file.
   *
   * @return the parameters
   */
  public final Parameters parameters() {
    return ConfigurationPipeline.parameters(brand, rendering(), layers);
  }

  /**
   * Where each of them comes from.
   *
   * @return the explanation
   */
  public final Explanation explanation() {
    return ConfigurationPipeline.explain(brand, this::rendering, layers);
  }

  /**
   * Its device file.
   *
   * @return the file
   */
  public final byte[] bytes() {
    return brand.renderer().write(parameters());
  }

  /**
   * The parameters that are written for it and that the brand's dictionary does not know.
   *
   * @return their names, with numbers as the dictionary has them; empty if it knows all
   */
  public final Set<String> unknownParameters() {
    KeyDictionary dictionary = brand.renderer().dictionary().orElseThrow();
    Set<String> unknown = new TreeSet<>();
    for (Parameter parameter : parameters().list()) {
      if (!dictionary.knows(parameter.name())) {
        unknown.add(KeyDictionary.dotted(parameter.name()));
      }
    }
    return unknown;
  }

  /**
   * A line over TLS.
   *
   * @param number its number, from 1
   * @return the line
   */
  public static Line line(int number) {
    return line(number, "Desk " + number, "Alice Example", "fake-sip-pass-" + number);
  }

  /**
   * A line over TLS with texts of its own.
   *
   * @param number its number, from 1
   * @param label its label
   * @param displayName its display name
   * @param password its SIP password
   * @return the line
   */
  public static Line line(int number, String label, String displayName, String password) {
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

  /**
   * The same line behind an outbound proxy.
   *
   * @param line the line
   * @param proxy the proxy
   * @return the changed line
   */
  public static Line behind(Line line, Registrar proxy) {
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

  /**
   * A key of no certain line.
   *
   * @param position its position, from 1
   * @param type what it does
   * @param value what it does that with
   * @param label its label
   * @return the key
   */
  public static LineKey key(int position, LineKey.Type type, String value, String label) {
    return new LineKey(position, type, value, label, Optional.empty());
  }

  /**
   * A value that a setting allows.
   *
   * @param setting the setting
   * @return the value
   */
  public static String some(Setting setting) {
    return switch (setting.type()) {
      case NUMBER -> Long.toString(setting.most());
      case FLAG -> "yes";
      case CHOICE, LIST -> setting.choices().get(0);
      case TEXT -> "text";
      case SECRET -> "secret42".substring(0, (int) Math.min(8, setting.most()));
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
