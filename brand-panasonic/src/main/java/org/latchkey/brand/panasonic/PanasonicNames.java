package org.latchkey.brand.panasonic;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.latchkey.brand.Model;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.SecretNames;

/**
 * Native names of both grammars. One without a slash is of the files of {@code NAME="value"}:
 * {@code SIP_PASS_1}. One with slashes is the path of an element of KX-UTG's XML: {@code
 * Device/Lines/Line.1/Sip/SIP_PASS}. So a name tells which file it is for.
 */
final class PanasonicNames {
  /** Which file begins with KX-TGP500's line is told by this name, which no other phone has. */
  private static final Pattern LABEL_OF_LINE =
      Pattern.compile("LINE_ID_[0-9]{1,3}", Pattern.CASE_INSENSITIVE);

  private static final String RESOURCE = "parameter-names.txt";

  static final KeyDictionary DICTIONARY =
      KeyDictionary.read(
          RESOURCE, PanasonicNames.class.getResourceAsStream(RESOURCE), PanasonicNames::normal);

  private static final List<String> RESERVED =
      List.of("PROVISION_ENABLE", "SIPPNP_ENABLE", "HTTP_USER_AGENT", "HTTP_SSL_VERIFY");
  private static final List<String> RESERVED_FAMILIES =
      List.of(
          "CFG_",
          "FIRM_",
          "OPTION66_",
          "OPTION159_",
          "OPTION160_",
          "HTTP_AUTH_",
          "USR_PROV_",
          // TR-069: whoever speaks it can write over all the others
          "ACS_",
          "CON_REQ_",
          "PERIODIC_INFORM_");

  /** What only has to do with certificates and keys. */
  private static final List<String> NOT_RESERVED =
      List.of("CFG_ROOT_CERTIFICATE_PATH", "CFG_FILE_KEY");

  private PanasonicNames() {}

  /** Whether a name is of KX-UTG. */
  static boolean isPath(String name) {
    return name.indexOf('/') >= 0;
  }

  static boolean isLabelOfLine(String name) {
    // every name of a file is asked about, and nearly all begin otherwise
    return begins(name, 0, "LINE_ID_") && LABEL_OF_LINE.matcher(name).matches();
  }

  /** Whether a model can be told a name. */
  static boolean isSpokenBy(Model model, String name) {
    return isPath(name) == PanasonicModels.isXml(model)
        && (!isLabelOfLine(name)
            || PanasonicQuirk.of(model).contains(PanasonicQuirk.LABEL_OF_LINE));
  }

  /** Whether a name is reserved, or leads through an element that is, in any case. */
  static boolean isReserved(String name) {
    int start = 0;
    while (start >= 0) {
      int slash = name.indexOf('/', start);
      if (isReserved(name, start, slash < 0 ? name.length() : slash)) {
        return true;
      }
      start = slash < 0 ? -1 : slash + 1;
    }
    return false;
  }

  private static boolean isReserved(String name, int start, int end) {
    // an index behind a dot makes no other element of it
    int dot = name.indexOf('.', start);
    int length = (dot < 0 || dot > end ? end : dot) - start;
    for (String reserved : RESERVED) {
      if (reserved.length() == length && begins(name, start, reserved)) {
        return true;
      }
    }
    for (String family : RESERVED_FAMILIES) {
      if (begins(name, start, family)) {
        return NOT_RESERVED.stream().noneMatch(other -> begins(name, start, other));
      }
    }
    return false;
  }

  private static boolean begins(String name, int start, String beginning) {
    return name.regionMatches(true, start, beginning, 0, beginning.length());
  }

  /** Whether a name makes the phone take another firmware. */
  static boolean namesFirmware(String name) {
    return last(name).startsWith("FIRM_");
  }

  /** Whether a value must not be shown: addresses have the credential in them. */
  static boolean isSecret(String name) {
    String last = last(name);
    return SecretNames.isSecret(name)
        || last.endsWith("_FILE_PATH")
        || last.startsWith("CFG_FILE_KEY")
        || last.equals("EXTENSION_PIN");
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
  }

  /** A name with N for each index. */
  static String normal(String name) {
    if (isPath(name)) {
      return name.replaceAll("(?<=/Line)\\.[0-9]+(?=/)", ".N")
          .replaceAll("(?<=/ACD_REASONCODE_(ACTIVE|NAME|VALUE))[0-9]+$", "N");
    }
    return name.replaceAll("_(PS|HS)[0-9]+(?=_|$)", "_$1N")
        .replaceAll(
            "^(CODEC_ENABLE|CODEC_PRIORITY|SDP_CODEC|SDP_CKRTE|SDP_PARAM|SDP_PTYPE)[0-9]+(?=_)",
            "$1N")
        .replaceAll("_[0-9]+$", "_N")
        .replaceAll(
            "^((?:FLEX|DSS)_BUTTON_(?:FACILITY_ACT|FACILITY_ARG|LABEL|QUICK_DIAL))[0-9]+$", "$1N")
        .replaceAll("^(EMERGENCY_CALL|ACD_REASONCODE_(?:ACTIVE|NAME|VALUE))[0-9]+$", "$1N");
  }
}
