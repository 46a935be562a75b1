package org.latchkey.brand.grandstream;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.latchkey.brand.Model;

/**
 * What some of these devices do otherwise. Each constant says in which firmware and for which
 * families it holds, since when that is known, and why it matters. The table of settings names
 * constants as conditions.
 *
 * <p>Where the firmware is unknown, a quirk that may hold holds: elements that a device does not
 * know are passed over.
 */
enum GrandstreamQuirk {
  /** The mode of the schedule counts day, week, minutes instead of minutes, day, week. */
  SCHEDULE_BY_DAY_FIRST(
      Range.to(1, 0, 64),
      Set.of("ht1"),
      "dump of HT802 1.0.10.6; fusionpbx, ht802",
      "P194=1 would be a minute on a phone and is a day here"),

  /** The same on gateways, of any firmware. */
  GATEWAY_BY_DAY_FIRST(
      Range.ALL, Set.of("gxw"), "fusionpbx, gxw42xx 1.0.4.7", "P194=3 is an interval here"),

  /** The mode of the schedule is another number, and counts as on phones. */
  SCHEDULE_IN_P22296(
      Range.from(1, 0, 65),
      Set.of("ht1"),
      "tombruton87/TwoCans, for HT80x 1.0.65; the V2 hardware has it in its column",
      "P194 is no longer read, and the device would never come back by itself"),

  /** Sources disagree on the mode of the schedule. */
  SCHEDULE_DISPUTED(
      Range.ALL,
      Set.of("dp"),
      "fusionpbx, dp750 1.0.2.16: like a phone; other notes: like an adapter",
      "1 is minutes for the one and a day for the other: with both told it comes back daily at"
          + " least"),

  /** It shows its provisioning credential to the firmware server, which shares its protocol. */
  ONE_CREDENTIAL_FOR_ALL(
      Range.ALL,
      Set.of("ht1", "ht2", "gxw"),
      "dump of HT802 1.0.10.6: P1360 and P1361 for both",
      "a firmware server elsewhere would be told the phone's own credential"),

  /** Passwords of administrator and user are letters and digits. */
  PASSWORDS_OF_LETTERS_AND_DIGITS(
      Range.ALL,
      Set.of("gxp16", "gxp17", "gxp21"),
      "fusionpbx, gxp16xx, P2 and P196",
      "another password is passed over, and the factory's stays"),

  /** Passwords of administrator and user have at most 30 characters. */
  PASSWORDS_OF_THIRTY(
      Range.ALL,
      Set.of("ht1", "ht2", "dp", "gxw"),
      "fusionpbx, ht802, dp750, gxw42xx, P2",
      "a longer one is cut or passed over"),

  /** It can be told to send a name and password before it is asked for them. */
  NAME_AND_PASSWORD_FIRST(
      Range.ALL,
      Set.of("gxp16", "gxp17", "grp", "ghp", "gxv", "wp", "wp8", "dp"),
      "fusionpbx, P20713 in the templates of these families",
      "saves half of all requests; over TLS only, since it is Basic"),

  /** Its time zone may be self-defined, by the rule of POSIX. */
  SELF_DEFINED_ZONE(
      Range.ALL,
      Set.of("gxp16", "gxp17", "gxp21", "grp", "ghp", "ht1", "ht2", "dp", "gxw"),
      "fusionpbx, P64=customize with P246; GXV3370 lists its zones and has none of its own",
      "Android phones and WP820 take other values"),

  /** A self-defined zone has at most 32 characters. */
  ZONE_OF_THIRTY_TWO(
      Range.ALL,
      Set.of("ht1", "ht2", "dp", "gxw"),
      "fusionpbx, dp750 and gxw42xx, P246",
      "a longer rule is cut"),

  /** Values that a user has set can be kept from the configuration. */
  PROTECTS_USERS_VALUES(
      Range.ALL,
      Set.of("grp", "ghp"),
      "fusionpbx, ghp6xx, provisioning.userProtect.enable (P9996)",
      "a user could keep the phone on a server of his own"),

  /** A key at the place of an account's line key is that line key. */
  LINE_KEYS_STAY(
      Range.ALL,
      Set.of("grp"),
      "wazo_grandstream, \"would conflict with an existing line\"",
      "a watched number there is never shown"),

  /** There is more than one parameter for options of DHCP. */
  OPTIONS_ONE_BY_ONE(
      Range.ALL,
      Set.of("grp"),
      "fusionpbx, grp2612, P1007 to P1009",
      "options 150, 160 and 161 would still name another server"),

  /** It can be found by multicast. */
  PLUG_AND_PLAY(
      Range.ALL,
      Set.of("gxv", "ghp", "wp"),
      "fusionpbx, provisioning.pnp.enable",
      "anybody on the network could name another server");

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final Range range;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> families;

  private final String source;
  private final String reason;

  GrandstreamQuirk(Range range, Set<String> families, String source, String reason) {
    this.range = range;
    this.families = families;
    this.source = source;
    this.reason = reason;
  }

  private record Range(GrandstreamFirmware first, GrandstreamFirmware last) {
    static final Range ALL = from(0, 0, 0);

    static Range to(int major, int minor, int patch) {
      return new Range(
          new GrandstreamFirmware(0, 0, 0), new GrandstreamFirmware(major, minor, patch));
    }

    static Range from(int major, int minor, int patch) {
      int most = GrandstreamFirmware.MOST;
      return new Range(
          new GrandstreamFirmware(major, minor, patch), new GrandstreamFirmware(most, most, most));
    }

    boolean has(GrandstreamFirmware firmware) {
      return first.compareTo(firmware) <= 0 && firmware.compareTo(last) <= 0;
    }
  }

  /** The quirks of a phone. */
  static Set<GrandstreamQuirk> of(Model model, Optional<GrandstreamFirmware> firmware) {
    Set<GrandstreamQuirk> quirks = EnumSet.noneOf(GrandstreamQuirk.class);
    for (GrandstreamQuirk quirk : values()) {
      if (quirk.families.contains(GrandstreamModels.family(model))
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
