package org.latchkey.testkit.panasonic;

import java.util.List;

/** What models have in common. */
enum Family {
  /** Desk phones KX-UT. */
  UT,
  /** Desk phones KX-HDV. */
  HDV,
  /** DECT bases KX-TGP500. */
  TGP500,
  /** DECT bases KX-TGP600, taken for as the HDV of the same years. */
  TGP600,
  /** DECT systems KX-UDS. */
  UDS,
  /** Desk phones KX-UTG, with files in XML. */
  UTG;

  boolean xml() {
    return this == UTG;
  }

  /** What the first line of a flat file must start with. */
  String firstLine() {
    return this == TGP500
        ? "# PCC Standard Format File #"
        : "# Panasonic SIP Phone Standard Format File #";
  }

  /** Whether a value typed in a menu beats every file. If not, it lasts until a file names it. */
  boolean typedOutranks() {
    return this != HDV && this != TGP600;
  }

  /** Limit for all files of a round together. */
  int maxBytes() {
    return switch (this) {
      case UT -> 120 << 10;
      case UDS -> 2040 << 10;
      default -> Integer.MAX_VALUE;
    };
  }

  /** Whether lines, names and values are limited. */
  boolean shortLines() {
    return this == UT || this == UDS;
  }

  /** Of older phones only option 66 is documented, and that the redirect service knows them. */
  boolean knows(Source source) {
    boolean old = this == UT || this == TGP500 || this == UDS;
    return !old || source == Source.OPTION_66 || source == Source.REDIRECT;
  }

  boolean knows(ConfigUrl url) {
    return url != ConfigUrl.SYSTEM || this == UDS;
  }

  /** Parameters that must all be on; for PnP on flat phones no name is known. */
  List<String> switches(Source source) {
    return switch (source) {
      case PNP -> xml() ? List.of("SIPPNP_ENABLE") : List.of();
      case OPTION_160 -> List.of(xml() ? "OPTION160_ENABLE" : "OPTION160_PROV_ENABLE");
      case OPTION_159 -> List.of(xml() ? "OPTION159_ENABLE" : "OPTION159_PROV_ENABLE");
      case OPTION_66 ->
          xml() ? List.of("OPTION66_ENABLE") : List.of("OPTION66_ENABLE", "OPTION66_REBOOT");
      case REDIRECT -> List.of();
    };
  }

  /** Parameters that may say which firmware is wanted. */
  List<String> versionParameters() {
    return this == TGP500 ? List.of("FIRM_VER_USDECT", "FIRM_VER_EUDECT") : List.of("FIRM_VERSION");
  }

  String userPassword() {
    return xml() ? "userpass" : "";
  }
}
