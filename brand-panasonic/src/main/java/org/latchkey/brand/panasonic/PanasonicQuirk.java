package org.latchkey.brand.panasonic;

import java.util.EnumSet;
import java.util.Set;
import org.latchkey.brand.Model;

/**
 * What some of these phones do otherwise: for which families it holds, since when that is known,
 * and why it matters. No source bounds any of it by firmware, so each holds for all of a family's.
 * The table of settings names constants as conditions.
 */
enum PanasonicQuirk {
  /** A file begins with another line. */
  PCC_FIRST_LINE(
      Set.of("pcc"),
      "FusionPBX (tgp500, tgp550) and aelintra/sail",
      "without its first line the whole file is invalid"),

  /** Lines have a label of their own. */
  LABEL_OF_LINE(
      Set.of("pcc"),
      "FusionPBX (tgp500): LINE_ID_n",
      "elsewhere the key of the line has the label, and no other family knows the name"),

  /** What was typed at the phone's pages or menus outranks every file. */
  TYPED_OUTRANKS_FILES(
      Set.of("ut", "ut670", "hdv", "pcc", "tgp", "uds"),
      "KX-UT123 guide page 46; on KX-HDV unclear (KX-HDV100 guide page 49)",
      "a global pass that was typed into the standard file's address stays there for ever: the "
          + "address of the product file must bring the phone back with its own"),

  /** DHCP options 159 and 160 can be switched off. */
  OPTIONS_159_AND_160(
      Set.of("hdv"),
      "KX-HDV100 guide page 36: OPTION159_PROV_ENABLE, OPTION160_PROV_ENABLE",
      "they would present the global pass at each start"),

  /** DHCP option 66 can be switched off. */
  OPTION_66(
      Set.of("ut", "ut670", "hdv", "pcc", "tgp"),
      "FusionPBX, all templates: OPTION66_ENABLE, OPTION66_REBOOT",
      "it would present the global pass at each start"),

  /** There is a file of the whole system below the others. */
  SYSTEM_FILE(
      Set.of("uds"),
      "KX-UDS124 guide page 160; a public generator for the name CFG_SYSTEM_FILE_PATH",
      "it could name another server"),

  /** A TR-069 server may be named, and manage the phone in our stead. */
  TR_069(
      Set.of("ut", "tgp"),
      "KX-UT123 guide page 188, KX-TGP600 guide page 233",
      "it can write its own addresses over ours"),

  /** The firmware's version has names of its own for two regions. */
  VERSION_BY_REGION(
      Set.of("pcc"),
      "FusionPBX (tgp500): FIRM_VER_USDECT, FIRM_VER_EUDECT",
      "FIRM_VERSION is no name there"),

  /** A zone is chosen from a list of countries whose numbers are not known. */
  ZONE_BY_COUNTRY(
      Set.of("ut670"), "FusionPBX (ut670): TIME_ZONE_COUNTRY", "an offset would be passed over"),

  /** A zone may be a rule in the manner of POSIX, above offset and daylight saving. */
  ZONE_BY_RULE(
      Set.of("ut", "hdv"),
      "FusionPBX (ut113): LOCAL_TIME_ZONE_POSIX empty beside TIME_ZONE; aelintra/sail",
      "a rule that was left would outrank the zone"),

  /** STUN servers are named so. */
  STUN(
      Set.of("ut", "ut670", "pcc"),
      "FusionPBX (ut113, ut670, tgp500): STUN_SERV_ADDR",
      "for KX-HDV and KX-TGP600 no template names it"),

  /** TLS comes in two kinds. */
  TLS_MODE(
      Set.of("hdv"),
      "support.telnyx.com 5814406 and aelintra/sail: SIP_TLS_MODE_n",
      "as it is found, a phone would speak of sips: addresses"),

  /** A key dials what stands in a parameter of its own. */
  DIALS_BY_QUICK_DIAL(
      Set.of("hdv"),
      "a public generator for KX-HDV230, 330 and 430; aelintra/sail writes the other one",
      "sources disagree, so both are written");

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> families;

  private final String source;
  private final String reason;

  PanasonicQuirk(Set<String> families, String source, String reason) {
    this.families = families;
    this.source = source;
    this.reason = reason;
  }

  /** The quirks of a model. */
  static Set<PanasonicQuirk> of(Model model) {
    Set<PanasonicQuirk> quirks = EnumSet.noneOf(PanasonicQuirk.class);
    for (PanasonicQuirk quirk : values()) {
      if (quirk.families.contains(PanasonicModels.family(model))) {
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
