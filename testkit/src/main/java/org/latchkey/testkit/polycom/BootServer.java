package org.latchkey.testkit.polycom;

import java.util.Arrays;

/**
 * Where a phone takes its provisioning address from at each boot: {@code
 * device.dhcp.bootSrvUseOpt}.
 *
 * @since 1.0
 */
public enum BootServer {
  /** The address in flash; DHCP is not asked. */
  STATIC("Static"),
  /** DHCP option 66 before flash. */
  OPTION_66("Option66"),
  /** The custom DHCP option, 160, before flash. */
  CUSTOM("Custom"),
  /** The custom DHCP option, then option 66, then flash; so from the factory. */
  CUSTOM_AND_DEFAULT("CustomAndDefault");

  private final String value;

  BootServer(String value) {
    this.value = value;
  }

  /** The value as written in flash. */
  String value() {
    return value;
  }

  /** Of the numbers that old firmware takes only 2 is known. */
  static BootServer of(String text) {
    if (text.equals("2")) {
      return STATIC;
    }
    return Arrays.stream(values())
        .filter(b -> b.value.equals(text))
        .findFirst()
        .orElse(CUSTOM_AND_DEFAULT);
  }
}
