package org.latchkey.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Brands;
import org.latchkey.brand.Model;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Layer;
import org.latchkey.config.LayerKey;
import org.latchkey.config.Layered;
import org.latchkey.config.Setting;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.RenderException;
import org.latchkey.internal.Configurations.Phone;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;

/**
 * Says before something is saved whether phones can be told it, so that what was saved always
 * renders.
 */
public final class SaveChecks {
  private static final MacAddress SAMPLE = MacAddress.of("020000000002");

  private final Brands brands;
  private final Configurations configurations;

  /**
   * Checks for some brands.
   *
   * @param brands the brands
   * @param configurations what their phones are told
   */
  public SaveChecks(Brands brands, Configurations configurations) {
    this.brands = brands;
    this.configurations = configurations;
  }

  /**
   * Checks a device.
   *
   * @param device the device as it shall be
   * @param former the device as it was, if it was there: the names of its overrides are known
   * @param anyName whether native overrides may have a name that is in no dictionary
   * @throws InvalidValueException if it cannot be saved; the field is the path of what stands in
   *     the way, such as {@code lines[0].authUser}
   */
  public void check(Device device, Optional<Device> former, boolean anyName) {
    Brand brand = brands.get(device.identity().brand());
    Model model = brand.models().get(device.identity().model());
    List<Entry> before = former.map(Device::overrides).orElse(List.of());
    check("overrides", device.overrides(), before, anyName, Optional.empty());
    spoken("overrides", device.overrides(), brand, List.of(model));
    if (brands.noCredential(device.identity()).isPresent()) {
      return; // it is never told anything
    }
    Function<Device, Optional<RenderException>> attempt = d -> objection(d, sample(d));
    attempt
        .apply(device)
        .ifPresent(
            e -> {
              throw refusal(device, new Culprit(attempt).field(device, e), e);
            });
  }

  /**
   * Checks a layer: each entry by itself, and then a phone of every model that it concerns.
   *
   * @param key which layer
   * @param entries its entries as they shall be
   * @param before its entries as they were: their names are known
   * @param anyName whether native entries may have a name that is in no dictionary
   * @throws InvalidValueException if it cannot be saved; the field is the path of the entry, such
   *     as {@code entries[0].value}
   */
  public void check(LayerKey key, List<Entry> entries, List<Entry> before, boolean anyName) {
    Optional<Brand> only =
        switch (key.layer()) {
          case BRAND -> Optional.of(brands.get(key.name()));
          case MODEL -> Optional.of(brands.get(key.within()));
          default -> Optional.empty();
        };
    check("entries", entries, before, anyName, only);
    for (Brand brand : only.map(List::of).orElse(brands.all())) {
      List<Model> models =
          key.layer() == Layer.MODEL
              ? List.of(brand.models().get(key.name()))
              : brand.models().all();
      spoken("entries", entries, brand, models);
      for (Model model : models) {
        if (model.noCredential().isEmpty()) {
          check(key.layer(), entries, sample(brand, model));
        }
      }
    }
  }

  /** A native name that none of these models can be told is of no use, whoever insists on it. */
  private static void spoken(String field, List<Entry> entries, Brand brand, List<Model> models) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.brand().filter(brand.id()::equals).isPresent()
          && models.stream().noneMatch(m -> brand.renderer().speaks(m, entry.name()))) {
        String whose = models.size() == 1 ? "a " + models.get(0).name() : brand.id() + " phones";
        throw InvalidValueException.of(
            field + "[" + i + "].parameter",
            "a parameter that " + whose + " can be told",
            entry.name());
      }
    }
  }

  /** Finds the entry that a phone cannot be told: the first without which it can be. */
  private void check(Layer layer, List<Entry> entries, Device phone) {
    if (objection(layer, entries, phone).isEmpty()) {
      return;
    }
    for (int i = 0; i < entries.size(); i++) {
      Optional<RenderException> alone = objection(layer, entries.subList(i, i + 1), phone);
      if (alone.isPresent()) {
        throw refusal(phone, "entries[" + i + "].value", alone.get());
      }
    }
    throw refusal(phone, "entries", objection(layer, entries, phone).orElseThrow());
  }

  private void check(
      String field,
      List<Entry> entries,
      List<Entry> before,
      boolean anyName,
      Optional<Brand> only) {
    Set<String> known = before.stream().map(Entry::parameter).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String path = field + "[" + i + "].";
      if (!seen.add(entry.parameter())) {
        throw InvalidValueException.of(path + "parameter", "given only once", entry.parameter());
      }
      if (entry.brand().isEmpty()) {
        neutral(path, entry);
      } else {
        natively(path + "parameter", entry, anyName || known.contains(entry.parameter()), only);
      }
    }
  }

  private static void neutral(String path, Entry entry) {
    Setting setting;
    try {
      setting = Vocabulary.standard().get(entry.name());
    } catch (InvalidValueException e) {
      throw e.at(path + "parameter");
    }
    try {
      setting.check(entry.value());
    } catch (InvalidValueException e) {
      throw e.at(path + "value");
    }
  }

  private void natively(String field, Entry entry, boolean anyName, Optional<Brand> only) {
    String bound = entry.brand().orElseThrow();
    Brand brand =
        brands
            .find(bound)
            .filter(b -> only.isEmpty() || only.get().equals(b))
            .orElseThrow(
                () ->
                    InvalidValueException.of(
                        field,
                        only.map(b -> "neutral or bound to " + b.id())
                            .orElse("neutral or bound to a brand of this installation"),
                        entry.parameter()));
    if (brand.renderer().reserves(entry.name())) {
      throw InvalidValueException.of(
          field, "none of the parameters that Latchkey keeps", entry.name());
    }
    Optional<KeyDictionary> dictionary = brand.renderer().dictionary();
    if (!anyName && dictionary.filter(d -> !d.knows(entry.name())).isPresent()) {
      throw InvalidValueException.of(
          field,
          "a parameter that "
              + bound
              + " phones are known to have (nearest: "
              + String.join(", ", dictionary.get().nearest(entry.name()))
              + "), or forced",
          entry.name());
    }
  }

  /**
   * Checks a credential that is set by hand. What could not be written anyway is not the
   * credential's fault.
   *
   * @param device the device
   * @param chosen the credential
   * @throws InvalidValueException if the device's configuration cannot carry it; the field is
   *     {@code username} or {@code password}
   */
  public void check(Device device, Credential chosen) {
    Optional<RenderException> objection = objection(device, chosen);
    if (objection.isEmpty() || objection(device, sample(device)).isPresent()) {
      return;
    }
    Credential named = new Credential(chosen.username(), sample(device).password());
    boolean name = objection(device, named).isPresent();
    throw refusal(device, name ? "username" : "password", objection.get());
  }

  private Optional<RenderException> objection(Device device, Credential credential) {
    try {
      Phone phone = new Phone(device, Optional.empty(), credential, true);
      configurations.write(device, configurations.parameters(phone));
      return Optional.empty();
    } catch (RenderException e) {
      return Optional.of(e);
    }
  }

  private Optional<RenderException> objection(Layer layer, List<Entry> entries, Device device) {
    try {
      Phone phone = new Phone(device, Optional.empty(), sample(device), true);
      List<Layered> layers = List.of(new Layered(layer, entries));
      configurations.write(device, configurations.parameters(phone, layers));
      return Optional.empty();
    } catch (RenderException e) {
      return Optional.of(e);
    }
  }

  private static Credential sample(Device device) {
    return Credential.of(device.identity().mac().toString(), "x".repeat(20));
  }

  private static Device sample(Brand brand, Model model) {
    Owner nobody = new Owner("sample", "sample");
    Line line =
        new Line(
            1,
            "1",
            "1",
            "1",
            "1",
            Secret.of("1"),
            new Registrar("sip.example", 5060, Registrar.Transport.UDP),
            Optional.empty(),
            3_600,
            Optional.empty());
    return new Device(
        new DeviceIdentity(SAMPLE, brand.id(), model.name(), nobody, "sample"),
        List.of(line),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static InvalidValueException refusal(Device device, String field, RenderException e) {
    String phones = device.identity().brand() + " phones";
    return InvalidValueException.ofSecret(
        field, "something that " + phones + " can be told (" + e.getMessage() + ")");
  }
}
