package org.latchkey.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Owner;
import org.latchkey.error.InvalidValueException;

/**
 * Names one set of entries that phones share. A phone's own entries, its overrides, belong to its
 * device and have no key.
 *
 * @param layer brand, model, reseller or domain
 * @param name the brand's id, the model's name in capitals, the reseller's or the domain's name
 * @param within the model's brand or the domain's reseller, otherwise empty: a name alone would
 *     reach into what is somebody else's
 * @since 1.0
 */
public record LayerKey(Layer layer, String name, String within) {
  private static final Pattern NAME = Pattern.compile("[!-~][ -~]{0,63}");

  /**
   * Checks that the parts belong together.
   *
   * @param layer which kind of layer
   * @param name whose
   * @param within the model's brand or the domain's reseller
   */
  public LayerKey {
    boolean inner =
        switch (layer) {
          case BRAND, RESELLER -> false;
          case MODEL, DOMAIN -> true;
          case LIBRARY, DEVICE, RESERVED ->
              throw InvalidValueException.of(
                  "layer", "one that phones share: brand, model, reseller or domain", layer);
        };
    if (!NAME.matcher(name).matches()) {
      throw InvalidValueException.of(layer.label(), "1 to 64 printable ASCII characters", name);
    }
    if (inner ? !NAME.matcher(within).matches() : !within.isEmpty()) {
      throw InvalidValueException.of(
          layer.label(), "a model of a brand, or a domain of a reseller", name + " of " + within);
    }
  }

  /**
   * The layer of a brand.
   *
   * @param brand the brand's id
   * @return the key
   */
  public static LayerKey brand(String brand) {
    return new LayerKey(Layer.BRAND, brand, "");
  }

  /**
   * The layer of a model.
   *
   * @param brand the brand's id
   * @param model the model's name in any case
   * @return the key
   */
  public static LayerKey model(String brand, String model) {
    return new LayerKey(Layer.MODEL, model.toUpperCase(Locale.ROOT), brand);
  }

  /**
   * The layer of a reseller.
   *
   * @param reseller the reseller
   * @return the key
   */
  public static LayerKey reseller(String reseller) {
    return new LayerKey(Layer.RESELLER, reseller, "");
  }

  /**
   * The layer of a domain.
   *
   * @param owner the domain and its reseller
   * @return the key
   */
  public static LayerKey domain(Owner owner) {
    return new LayerKey(Layer.DOMAIN, owner.domain(), owner.reseller());
  }

  /**
   * The layers that hold for a device.
   *
   * @param device the device
   * @return their keys, the weakest first
   */
  public static List<LayerKey> of(DeviceIdentity device) {
    return List.of(
        brand(device.brand()),
        model(device.brand(), device.model()),
        reseller(device.owner().reseller()),
        domain(device.owner()));
  }

  /** Tells the layer as people say it. */
  @Override
  public String toString() {
    String whose = layer.label() + " " + name;
    return within.isEmpty() ? whose : whose + " of " + within;
  }
}
