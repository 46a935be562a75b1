package org.latchkey.brand.polycom;

import java.util.List;
import org.latchkey.brand.FileRole;

/**
 * What phones ask for and send (UC Software administrator guides; the vendor's list "What files
 * does my phone download or upload"; access logs of a VVX 500, a SoundPoint IP 550 and a 670). A
 * name is a MAC and one of these endings, or one of the shared names.
 */
final class PolycomFiles {
  /** The master file, which names the others. */
  static final String MASTER = ".cfg";

  /** The file with the parameters: our own choice of a name, which no phone asks for by itself. */
  static final String DEVICE = "-device.cfg";

  static final String PHONE_OVERRIDES = "-phone.cfg";
  static final String WEB_OVERRIDES = "-web.cfg";
  static final String DIRECTORY = "-directory.xml";
  static final String CALLS = "-calls.xml";

  /** Stands where a phone has a MAC in the names of files that it asks for. */
  static final String NO_MAC = "000000000000";

  private static final String BOOT_LOG = "-boot.log";
  private static final String APPLICATION_LOG = "-app.log";
  private static final String LICENCE = "-license.cfg";

  /** Names that begin with a MAC. */
  static final List<Ending> OF_ONE_PHONE =
      List.of(
          new Ending(MASTER, FileRole.PERSONAL),
          new Ending(DEVICE, FileRole.DEVICE),
          new Ending(PHONE_OVERRIDES, FileRole.PERSONAL),
          new Ending(WEB_OVERRIDES, FileRole.PERSONAL),
          new Ending(DIRECTORY, FileRole.PERSONAL),
          new Ending(CALLS, FileRole.PERSONAL),
          new Ending(BOOT_LOG, FileRole.UPLOAD),
          new Ending(APPLICATION_LOG, FileRole.UPLOAD),
          new Ending(".csr", FileRole.UPLOAD),
          new Ending(LICENCE, FileRole.PROBE),
          new Ending("-mb.cfg", FileRole.PROBE),
          // the private key of a request made on the phone: nobody is to have it
          new Ending("-private.pem", FileRole.PROBE));

  /** Names that begin with {@link #NO_MAC}. */
  static final List<Ending> OF_ALL_PHONES =
      List.of(
          new Ending(MASTER, FileRole.COMMON),
          new Ending(LICENCE, FileRole.PROBE),
          // a seed of contacts; sipXecs: an empty one instead of none does harm
          new Ending(DIRECTORY, FileRole.PROBE));

  /** Endings of other names; the first that fits counts. */
  static final List<Ending> SHARED =
      List.of(
          new Ending("bootrom.ld", FileRole.PROBE),
          new Ending("bootrom.ver", FileRole.PROBE),
          new Ending("sip.ver", FileRole.PROBE),
          new Ending(".ld", FileRole.FIRMWARE),
          new Ending(".wav", FileRole.FIRMWARE),
          new Ending(".jpg", FileRole.FIRMWARE),
          new Ending("-dictionary.xml", FileRole.FIRMWARE));

  /** Dictionaries of the phone's own web pages are called so and end in a language. */
  static final String WEB_DICTIONARY = "website_dictionary_language_";

  /** In the order of a phone's boot; firmware before parameters. */
  static final List<String> BOOT_ORDER =
      List.of(
          BOOT_LOG,
          MASTER,
          NO_MAC + MASTER,
          "sip.ld",
          DEVICE,
          PHONE_OVERRIDES,
          WEB_OVERRIDES,
          NO_MAC + LICENCE,
          LICENCE,
          CALLS,
          DIRECTORY,
          NO_MAC + DIRECTORY,
          APPLICATION_LOG);

  private PolycomFiles() {}

  record Ending(String text, FileRole role) {
    /** Whether a name goes on so at some place, whatever the case, and ends there. */
    boolean endsFrom(String name, int start) {
      return name.length() == start + text.length()
          && name.regionMatches(true, start, text, 0, text.length());
    }

    boolean ends(String name) {
      int start = name.length() - text.length();
      return start >= 0 && name.regionMatches(true, start, text, 0, text.length());
    }
  }
}
