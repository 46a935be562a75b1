package org.latchkey.testkit.polycom;

import java.util.Optional;

/**
 * What the network's DHCP server offers.
 *
 * @param custom option 160
 * @param option66 option 66
 */
record Dhcp(Optional<String> custom, Optional<String> option66) {
  static final Dhcp SILENT = new Dhcp(Optional.empty(), Optional.empty());

  Optional<String> address(BootServer choice) {
    return switch (choice) {
      case STATIC -> Optional.empty();
      case OPTION_66 -> option66;
      case CUSTOM -> custom;
      case CUSTOM_AND_DEFAULT -> custom.or(() -> option66);
    };
  }
}
