package org.latchkey.brand.cisco;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.latchkey.brand.Model;

/**
 * What some of these phones do otherwise. Each constant says from which to which release and for
 * which families it holds, since when that is known, and why it matters. The table of settings
 * names constants as conditions.
 *
 * <p>Where the firmware is unknown all of a model's quirks hold: names that a phone does not know
 * it passes over.
 */
enum CiscoQuirk {
  /** Keys of key modules have an underscore at their end. */
  MODULE_KEYS_END_IN_UNDERSCORE(
      Range.from(12, 0),
      Set.of("mpp"),
      "fusionpbx/fusionpbx issue 7643; wazo_cisco_sip v12_0_7",
      "Unit_1_Key_1 is passed over in silence, and the module stays dark"),

  /** Keys of key modules have none. */
  MODULE_KEYS_END_IN_NUMBER(
      Range.to(11, CiscoFirmware.MOST),
      Set.of("mpp", "spa", "spa525"),
      "wazo_cisco_sip v11_3_1; fusionpbx/fusionpbx, templates of spa5xx",
      "Unit_1_Key_1_ is passed over in silence, and the module stays dark"),

  /** A user's password closes menus. */
  USER_PASSWORD_LOCKS_MENUS(
      Range.ALL,
      Set.of("mpp", "pos"),
      "wazo-provd-plugins a93d501a; Cisco IP Phone 6800 Series Provisioning Guide",
      "directory, forwarding and do not disturb ask for it; without the parameter in the first"
          + " profile the phone asks its user for a new one"),

  /** A password has three kinds of characters. */
  PASSWORDS_NEED_THREE_KINDS(
      Range.ALL,
      Set.of("ata19"),
      "Cisco administration guide for the multiplatform ATA 191 and 192",
      "others are not taken, and the factory's stays"),

  /** The call manager is asked before us. */
  ASKS_CALL_MANAGER(
      Range.ALL,
      Set.of("spa", "spa525"),
      "wazo_cisco_spa, common.py and install.md: SPCP_Auto-detect",
      "SEP<MAC>.cnf.xml comes first after each reset, from whoever answers"),

  /** The pages can be taken over. */
  OPEN_PAGES(
      Range.ALL,
      Set.of("spa", "spa525", "ata1"),
      "CVE-2024-20450 to -20454, CVE-2023-20126; there is no fix and there will be none",
      "whoever reaches the pages has the phone, with every secret in it");

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final Range range;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> families;

  private final String source;
  private final String reason;

  CiscoQuirk(Range range, Set<String> families, String source, String reason) {
    this.range = range;
    this.families = families;
    this.source = source;
    this.reason = reason;
  }

  private record Range(CiscoFirmware first, CiscoFirmware last) {
    static final Range ALL = from(0, 0);

    static Range from(int major, int minor) {
      return new Range(
          new CiscoFirmware(major, minor),
          new CiscoFirmware(CiscoFirmware.MOST, CiscoFirmware.MOST));
    }

    static Range to(int major, int minor) {
      return new Range(new CiscoFirmware(0, 0), new CiscoFirmware(major, minor));
    }

    boolean has(CiscoFirmware firmware) {
      return first.compareTo(firmware) <= 0 && firmware.compareTo(last) <= 0;
    }
  }

  /** The quirks of a phone. */
  static Set<CiscoQuirk> of(Model model, Optional<CiscoFirmware> firmware) {
    Set<CiscoQuirk> quirks = EnumSet.noneOf(CiscoQuirk.class);
    for (CiscoQuirk quirk : values()) {
      if (quirk.families.contains(CiscoModels.family(model))
          && firmware.map(quirk.range::has).orElse(true)) {
        quirks.add(quirk);
      }
    }
    return quirks;
  }

  /** Where this is known from. */
  String source() {
    return source;
  }

  /** What went wrong without it. */
  String reason() {
    return reason;
  }
}
