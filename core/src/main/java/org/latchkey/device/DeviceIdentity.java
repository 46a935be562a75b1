package org.latchkey.device;

/**
 * What an inventory must know of a phone before anybody may ask for its configuration.
 *
 * <p>Access belongs to MAC, owner and generation together: a phone that was sold, or deleted and
 * entered anew, inherits nothing.
 *
 * @param mac the phone's address
 * @param brand the brand's id, such as {@code yealink}
 * @param model the model's name in that brand, such as {@code T46S}
 * @param owner domain and reseller
 * @param generation 1 to 64 characters that change whenever the phone's inventory entry is created
 *     anew: a primary key or an instant of creation
 * @since 1.0
 */
public record DeviceIdentity(
    MacAddress mac, String brand, String model, Owner owner, String generation) {
  /**
   * Checks the names.
   *
   * @param mac the phone's address
   * @param brand the brand's id
   * @param model the model's name
   * @param owner domain and reseller
   * @param generation changes when the entry is created anew
   */
  public DeviceIdentity {
    Text.name("brand", brand);
    Text.name("model", model);
    Text.name("generation", generation);
  }
}
