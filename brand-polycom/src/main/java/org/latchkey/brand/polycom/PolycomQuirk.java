package org.latchkey.brand.polycom;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.latchkey.brand.Model;

/**
 * What some of these phones do otherwise. Each constant says from which to which release and for
 * which families it holds, since when that is known, and why it matters. The table of settings
 * names constants as conditions.
 *
 * <p>Where the firmware is unknown, what costs nothing holds: phones ignore names that they do not
 * know. What would take something away from newer firmware holds only for models that never had
 * any.
 */
enum PolycomQuirk {
  /** Words are numbers. */
  NUMBERS_FOR_WORDS(
      Range.to(3, 2),
      Unknown.ONLY_OLD_MODELS,
      Set.of("spip", "ssip"),
      "wazo-platform/wazo-provd-plugins, wazo_polycom, common_v3",
      "serverType=\"HTTPS\" is no number, so the phone would go on asking by FTP"),

  /** Codecs have names without underscores. */
  OLD_CODEC_NAMES(
      Range.to(3, 2),
      Unknown.HOLDS,
      Set.of("spip", "ssip"),
      "provisioner/Provisioner, phone1_318.cfg; wazo_polycom, common_v3",
      "voice.codecPref.G711_Mu was G711Mu until UC software 3.3"),

  /** There is no Opus. */
  NO_OPUS(
      Range.ALL,
      Unknown.HOLDS,
      Set.of("spip", "ssip"),
      "fspbx and FusionPBX name it for VVX and later only",
      "a list that begins with it would begin with nothing"),

  /** TLS 1.2 is unknown. */
  NO_TLS_1_2(
      Range.to(4, 0, 14),
      Unknown.HOLDS,
      Set.of("spip", "ssip"),
      "public PHP provisioner for UCS 4.0.15; 4.0.6 was seen without it",
      "a phone that is told to use only what it has not cannot come back"),

  /** There is an end user's licence that somebody must accept on the screen. */
  LICENCE_SCREEN(
      Range.ALL,
      Unknown.HOLDS,
      Set.of("ccx", "edge"),
      "nemerald-voip/fspbx, resources/provisioning/poly",
      "a phone on a desk would wait for a finger"),

  /** The vendor's cloud, Poly Lens, manages phones unless it is told not to. */
  VENDOR_CLOUD(
      Range.ALL,
      Unknown.HOLDS,
      Set.of("ccx", "edge"),
      "nemerald-voip/fspbx, resources/provisioning/poly: feature.lens.enabled",
      "it can write its own provisioning server and credential over ours"),

  /** Zones have their name in the IANA data base. */
  NAMED_ZONE(
      Range.ALL,
      Unknown.HOLDS,
      Set.of("ccx", "edge"),
      "nemerald-voip/fspbx, resources/provisioning/poly: tcpIpApp.sntp.olsonTimezoneID",
      "the phone's own choice of a zone would be shown"),

  /** A profile for Microsoft's servers may be chosen. */
  BASE_PROFILE(
      Range.ALL,
      Unknown.HOLDS,
      Set.of("vvx", "trio", "ccx", "edge"),
      "UC Software 5.9 Administrator Guide, device.baseProfile",
      "a phone that was sold for Skype has no line of ours"),

  /** Logs are uploaded over one connection for each piece. */
  LOGS_OPEN_MANY_CONNECTIONS(
      Range.of(5, 0, 0, 5, 0, PolycomFirmware.MOST),
      Unknown.HOLDS_NOT,
      Set.of("spip", "ssip", "vvx"),
      "sipXcom/sipxecs, XX-11194",
      "the server runs out of connections; logs are sent to nobody"),

  /** Core dumps and changed configurations are uploaded again and again. */
  UPLOADS_OF_CORES_FAIL(
      Range.of(4, 1, 6, 5, 0, 2),
      Unknown.HOLDS_NOT,
      Set.of("spip", "ssip", "vvx"),
      "sipXcom/sipxecs, XX-11119",
      "both had to be switched off"),

  /** A call goes out at the first pattern that is complete, though a longer one is possible. */
  EARLY_MATCH(
      Range.ALL,
      Unknown.HOLDS,
      Set.of(),
      "public report on an Edge E450, dialplan.digitmap",
      "of 211|211xxxx the second could never be dialled: the first must end with T");

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final Range range;

  private final Unknown unknown;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> families;

  private final String source;
  private final String reason;

  PolycomQuirk(Range range, Unknown unknown, Set<String> families, String source, String reason) {
    this.range = range;
    this.unknown = unknown;
    this.families = families;
    this.source = source;
    this.reason = reason;
  }

  /** What a quirk does on a phone that has not told its firmware. */
  private enum Unknown {
    HOLDS,
    HOLDS_NOT,
    /** Holds where the model's last firmware is within the range. */
    ONLY_OLD_MODELS
  }

  private record Range(PolycomFirmware first, PolycomFirmware last) {
    static final Range ALL = to(PolycomFirmware.MOST, PolycomFirmware.MOST);

    static Range to(int major, int minor) {
      return to(major, minor, PolycomFirmware.MOST);
    }

    static Range to(int major, int minor, int patch) {
      return of(0, 0, 0, major, minor, patch);
    }

    static Range of(int major, int minor, int patch, int toMajor, int toMinor, int toPatch) {
      return new Range(
          new PolycomFirmware(major, minor, patch), new PolycomFirmware(toMajor, toMinor, toPatch));
    }

    boolean has(PolycomFirmware firmware) {
      return first.compareTo(firmware) <= 0 && firmware.compareTo(last) <= 0;
    }
  }

  /** The quirks of a phone. */
  static Set<PolycomQuirk> of(Model model, Optional<PolycomFirmware> firmware) {
    Set<PolycomQuirk> quirks = EnumSet.noneOf(PolycomQuirk.class);
    for (PolycomQuirk quirk : values()) {
      if (quirk.isOf(model) && quirk.holds(model, firmware)) {
        quirks.add(quirk);
      }
    }
    return quirks;
  }

  private boolean isOf(Model model) {
    return families.isEmpty() || families.contains(PolycomModels.family(model));
  }

  private boolean holds(Model model, Optional<PolycomFirmware> firmware) {
    if (firmware.isPresent()) {
      return range.has(firmware.get());
    }
    return switch (unknown) {
      case HOLDS -> true;
      case HOLDS_NOT -> false;
      case ONLY_OLD_MODELS -> PolycomModels.lastFirmware(model).filter(range::has).isPresent();
    };
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
