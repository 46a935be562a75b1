package org.latchkey.brand.snom;

import java.util.List;
import java.util.Locale;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.device.MacAddress;

/**
 * What phones ask for (Snom Service Hub, Auto Provisioning; wazo_snom; VTech manuals). Of the D
 * family's names {@code snom<type>.htm} and what ends in a MAC is the phone's own, {@code
 * snom-<MAC>.htm} is our choice, which the phone makes of a URL with {@code {mac}} in it.
 */
final class SnomFiles {
  static final String SNOM = "snom";

  /** Replaced by the phone, in upper case, without separators. */
  static final String MAC = "{mac}";

  static final String HTM = ".htm";
  static final String FIRMWARE = "-firmware.xml";
  private static final String CFG = ".cfg";
  private static final String OWN = SNOM + "-";

  /** Endings of a device file behind its MAC; a server may be asked for none. */
  static final List<String> DEVICE_ENDINGS = List.of("", HTM, ".xml", CFG);

  /** Endings of images: of phones, D8xx, DECT bases and conference phones. */
  static final List<String> IMAGE_ENDINGS = List.of(".bin", ".swu", ".fwu", ".img");

  /** The files that a list of files in one layout names (wazo_snom), and what they are. */
  static final List<Shared> SHARED =
      List.of(
          new Shared("snom-general.xml", FileRole.COMMON),
          new Shared("snom-general.htm", FileRole.COMMON),
          new Shared("gui_lang.xml", FileRole.COMMON),
          new Shared("web_lang.xml", FileRole.COMMON));

  private SnomFiles() {}

  record Shared(String name, FileRole role) {}

  /** Behind the provisioning URL: one request for each pass. */
  static String deviceForm() {
    return OWN + MAC + HTM;
  }

  static String device(MacAddress mac) {
    return OWN + upper(mac) + HTM;
  }

  /** The file that names an image. */
  static String firmware(MacAddress mac) {
    return OWN + upper(mac) + FIRMWARE;
  }

  /** What a phone that was given a folder asks for first. */
  static String ofType(Model model) {
    return SNOM + model.name() + HTM;
  }

  /** What a phone that was given a folder asks for then. */
  static String ofTypeAndMac(Model model, MacAddress mac) {
    return SNOM + model.name() + "-" + upper(mac) + HTM;
  }

  /** The general file of the C family. */
  static String tree(Model model) {
    return model.name() + CFG;
  }

  static String tree(Model model, MacAddress mac) {
    return model.name() + "_" + upper(mac) + CFG;
  }

  private static String upper(MacAddress mac) {
    return mac.toString().toUpperCase(Locale.ROOT);
  }
}
