package org.latchkey.brand.polycom;

import java.util.List;
import java.util.regex.Pattern;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Settings;
import org.latchkey.error.RenderException;
import org.latchkey.format.XmlWriter;

/**
 * The master files (Polycom SIP 3.1 and UC Software 5.9 administrator guides, master configuration
 * file). Both name the same device file and hold no secret. A phone asks for its firmware before it
 * reads its parameters, so none is named until it has proven its credential: it would restart
 * without having read that.
 */
final class PolycomMaster {
  private static final String CONFIG_FILES = "[PHONE_MAC_ADDRESS]" + PolycomFiles.DEVICE;
  private static final String FIRMWARE = "firmware.url";
  private static final String FOLDER = "_DIRECTORY";

  /** Nobody's address, for logs that nobody is to get. */
  private static final String NOWHERE = "http://0.0.0.0";

  private static final Pattern PART_NUMBER = Pattern.compile("\\d{4}-\\d{5}-\\d{3}\\.");

  private PolycomMaster() {}

  /** Refuses at save what could not be written once the phone has proven its credential. */
  static void check(Rendering rendering) {
    firmware(rendering);
  }

  static byte[] ofAllPhones() {
    return write("", "");
  }

  static byte[] of(Rendering rendering) {
    boolean quiet = PolycomDialect.of(rendering).has(PolycomQuirk.LOGS_OPEN_MANY_CONNECTIONS);
    return write(rendering.proven() ? firmware(rendering) : "", quiet ? NOWHERE : "");
  }

  private static byte[] write(String firmware, String logs) {
    XmlWriter xml =
        new XmlWriter()
            .start("APPLICATION")
            .attributeLine("APP_FILE_PATH", firmware)
            .attributeLine("CONFIG_FILES", CONFIG_FILES)
            .attributeLine("MISC_FILES", "")
            .attributeLine("LOG_FILE" + FOLDER, logs);
    for (String folder :
        List.of("OVERRIDES", "CONTACTS", "LICENSE", "USER_PROFILES", "CALL_LISTS")) {
      xml.attributeLine(folder + FOLDER, "");
    }
    return xml.end().toBytes();
  }

  /**
   * Where the image is. The phone puts its part number before the name, so one that is there
   * already would stand there twice.
   */
  private static String firmware(Rendering rendering) {
    Settings.Value url = rendering.settings().get(FIRMWARE);
    String own = rendering.url().toString();
    String text = url.text().startsWith(own) ? url.text().substring(own.length()) : url.text();
    int name = text.lastIndexOf('/') + 1;
    while (PART_NUMBER.matcher(text.substring(name)).lookingAt()) {
      text = text.substring(0, name) + text.substring(text.indexOf('.', name) + 1);
    }
    if (text.indexOf('%') >= 0 || text.indexOf(',') >= 0 || text.indexOf('?') >= 0) {
      throw new RenderException(
          url.origin().label(), FIRMWARE, "cannot have escapes, commas or a query for this phone");
    }
    return text;
  }
}
