package org.latchkey.brand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.error.InvalidValueException;

/** A brand with more models than its table has. */
final class ExtendedBrand implements Brand {
  private static final Pattern NAME = Pattern.compile("[!-~][ -~]{0,63}");

  private final Brand brand;
  private final ModelCatalogue models;
  private final Map<String, String> likes = new HashMap<>();

  /**
   * The same brand with some models more.
   *
   * @param brand the brand
   * @param more the models
   * @throws InvalidValueException if a name is taken, or what a model is like does not exist; the
   *     message has the nearest names
   */
  ExtendedBrand(Brand brand, List<LikeModel> more) {
    this.brand = brand;
    List<Model> all = new ArrayList<>(brand.models().all());
    for (LikeModel extra : more) {
      if (!NAME.matcher(extra.name()).matches()) {
        throw InvalidValueException.of("model", "1 to 64 printable ASCII characters", extra.name());
      }
      Model like;
      try {
        like = brand.models().get(extra.like());
      } catch (InvalidValueException e) {
        throw e.at("like");
      }
      all.add(
          new Model(extra.name(), like.lines(), like.keys(), like.columns(), like.noCredential()));
      likes.put(extra.name().toUpperCase(Locale.ROOT), like.name());
    }
    models = new ModelCatalogue(all);
  }

  @Override
  public String id() {
    return brand.id();
  }

  @Override
  public Recogniser recogniser() {
    return brand.recogniser();
  }

  @Override
  public BootSequence bootSequence() {
    BootSequence known = brand.bootSequence();
    return phone -> known.files(likened(phone));
  }

  private DeviceIdentity likened(DeviceIdentity phone) {
    String like = likes.get(phone.model().toUpperCase(Locale.ROOT));
    return like == null
        ? phone
        : new DeviceIdentity(phone.mac(), phone.brand(), like, phone.owner(), phone.generation());
  }

  @Override
  public ModelCatalogue models() {
    return models;
  }

  @Override
  public Renderer renderer() {
    return brand.renderer();
  }

  @Override
  public Traits traits() {
    return brand.traits();
  }
}
