package org.latchkey.brand;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.error.InvalidValueException;

/**
 * The brands of one installation.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class Brands {
  private final Map<String, Brand> byId = new LinkedHashMap<>();
  private final List<Brand> all;

  /**
   * A set of brands.
   *
   * @param brands the brands, at least one
   * @throws InvalidValueException if there is none, or two have the same id or the same header
   *     pattern; the message names both
   */
  public Brands(List<Brand> brands) {
    if (brands.isEmpty()) {
      throw InvalidValueException.of("brands", "at least one", "none");
    }
    all = List.copyOf(brands);
    Map<String, Brand> byPattern = new HashMap<>();
    for (Brand brand : all) {
      if (!brand.id().matches("[a-z0-9]{1,32}")) {
        throw InvalidValueException.of(
            "brand", "1 to 32 lower-case letters and digits", brand.id());
      }
      claim(byId, brand.id(), brand, "id");
      for (String pattern : brand.recogniser().headerPatterns()) {
        claim(byPattern, pattern, brand, "header pattern");
      }
    }
  }

  /**
   * The same brands, which know some models more.
   *
   * @param more the models
   * @return the brands
   * @throws InvalidValueException if a brand is not of this installation, a name is taken, or what
   *     a model is like does not exist; the message has the nearest names
   */
  public Brands with(List<LikeModel> more) {
    more.forEach(extra -> get(extra.brand()));
    return new Brands(
        all.stream()
            .map(
                brand -> {
                  List<LikeModel> own =
                      more.stream().filter(extra -> extra.brand().equals(brand.id())).toList();
                  return own.isEmpty() ? brand : new ExtendedBrand(brand, own);
                })
            .toList());
  }

  /**
   * Lists the brands.
   *
   * @return in the order in which they were given
   */
  public List<Brand> all() {
    return all;
  }

  /**
   * Finds a brand.
   *
   * @param id its id
   * @return the brand, or empty if it is not of this installation
   */
  public Optional<Brand> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Finds a brand that must exist.
   *
   * @param id its id
   * @return the brand
   * @throws InvalidValueException if it is not of this installation
   */
  public Brand get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                InvalidValueException.of(
                    "brand", "one of " + String.join(", ", byId.keySet()), id));
  }

  private static void claim(Map<String, Brand> taken, String key, Brand brand, String what) {
    Brand other = taken.put(key, brand);
    if (other != null) {
      String both = other.getClass().getName() + " and " + brand.getClass().getName();
      throw InvalidValueException.of(
          "brands", "brands of which no two have the same " + what, key + "' of '" + both);
    }
  }

  /**
   * Why phones like this one cannot be given a credential of their own.
   *
   * @param phone whose brand and model are asked
   * @return the reason; empty if they can, or if brand or model are unknown
   */
  public Optional<String> noCredential(DeviceIdentity phone) {
    return find(phone.brand())
        .flatMap(brand -> brand.models().find(phone.model()))
        .flatMap(Model::noCredential);
  }
}
