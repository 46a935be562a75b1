package org.latchkey.brand;

import java.util.List;
import java.util.Optional;
import org.latchkey.device.MacAddress;

/**
 * What a phone says of itself in its {@code User-Agent} header. No proof of anything: any client
 * can send it.
 *
 * @param model the model's name as the brand's catalogue spells it, where it is known there; else
 *     as the header does
 * @param firmware the version as the header spells it
 * @param mac the MAC, if the header names it
 * @param mainApplication whether it is the phone's main application that asks, rather than its boot
 *     loader or updater
 * @param moreMacs the other MACs of a device with several sockets, if the header names them
 * @since 1.0
 */
public record Product(
    String model,
    String firmware,
    Optional<MacAddress> mac,
    boolean mainApplication,
    List<MacAddress> moreMacs) {
  /**
   * Copies the list.
   *
   * @param model the model's name
   * @param firmware the version
   * @param mac the MAC
   * @param mainApplication whether the phone's main application asks
   * @param moreMacs the other MACs
   */
  public Product {
    moreMacs = List.copyOf(moreMacs);
  }

  /**
   * What a phone with one MAC says.
   *
   * @param model the model's name
   * @param firmware the version
   * @param mac the MAC, if the header names it
   * @param mainApplication whether the phone's main application asks
   */
  public Product(String model, String firmware, Optional<MacAddress> mac, boolean mainApplication) {
    this(model, firmware, mac, mainApplication, List.of());
  }

  /**
   * The MAC that the header means for a request.
   *
   * @param asked the MAC for which the request's path asks, if any
   * @return that one if it is among the header's; else the header's first, if it names any
   */
  public Optional<MacAddress> macFor(Optional<MacAddress> asked) {
    return asked.filter(moreMacs::contains).or(() -> mac);
  }
}
