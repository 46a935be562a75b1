package org.latchkey.brand.snom;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.latchkey.brand.Model;

/**
 * What some of these phones do otherwise. Each constant says from which to which release and for
 * which families it holds, and why it matters. The tables of settings name constants as conditions.
 */
enum SnomQuirk {
  /** Polling at a time of day and polling at intervals by its own settings are not known. */
  NO_POLLING(
      SnomFirmware.of(0),
      SnomFirmware.of(8, 7),
      Set.of("old", "d7"),
      "Snom Service Hub, prov_polling_enabled; nethesis/tancredi",
      "only settings_refresh_timer brings the phone back between its starts"),

  /** An own password for the administrator can be found out over the network. */
  KNOWN_HOLES(
      SnomFirmware.of(0),
      SnomFirmware.of(8, 7, 5, 15),
      Set.of("old", "d7"),
      "SEC Consult and BSI advisory, January 2015; advisories of 2009",
      "the phone is served all the same, or it could not be given newer firmware; explain says so"),

  /** Firmware that brings the list of certificate authorities of Mozilla along. */
  TRUSTED_LIST(
      SnomFirmware.of(10),
      SnomFirmware.of(Integer.MAX_VALUE),
      Set.of("d7", "d8"),
      "Snom Service Hub, TLS Support; traud.de on 10.1.51.12",
      "8.x takes any certificate and has no list: told to check, it could not come back"),

  /** TR-369 to the vendor's broker, besides TR-069. */
  VENDOR_BROKER(
      SnomFirmware.of(0),
      SnomFirmware.of(Integer.MAX_VALUE),
      Set.of("d8"),
      "nemerald-voip/fspbx, resources/provisioning/snom/D8xx: tr369_enable, dm.snom.com:8883",
      "somebody else could write its provisioning server and credential over ours"),

  /** One name that is not known costs all other settings of its module. */
  UNKNOWN_NAME_COSTS_MODULE(
      SnomFirmware.of(0),
      SnomFirmware.of(Integer.MAX_VALUE),
      Set.of("c", "s"),
      "VTech manuals with the same text (VCS754)",
      "a slip of the pen beside the credential would bring the phone back with the old one");

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final SnomFirmware first;

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final SnomFirmware end;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> families;

  private final String source;
  private final String reason;

  /** From a release up to another, which is not meant any more. */
  SnomQuirk(
      SnomFirmware first, SnomFirmware end, Set<String> families, String source, String reason) {
    this.first = first;
    this.end = end;
    this.families = families;
    this.source = source;
    this.reason = reason;
  }

  /**
   * The quirks of a phone. Where the firmware is unknown those hold that hold for all of it: of the
   * others each would take something away from phones that have it not.
   */
  static Set<SnomQuirk> of(Model model, Optional<SnomFirmware> firmware) {
    Set<SnomQuirk> quirks = EnumSet.noneOf(SnomQuirk.class);
    for (SnomQuirk quirk : values()) {
      if (quirk.families.contains(SnomModels.family(model)) && quirk.holds(firmware)) {
        quirks.add(quirk);
      }
    }
    return quirks;
  }

  private boolean holds(Optional<SnomFirmware> firmware) {
    return firmware
        .map(seen -> first.compareTo(seen) <= 0 && seen.compareTo(end) < 0)
        .orElse(first.equals(SnomFirmware.of(0)) && end.equals(SnomFirmware.of(Integer.MAX_VALUE)));
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
