package org.latchkey.brand.yealink;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A firmware version: ROM family, release, OEM and build. The release names the generation: {@code
 * 66.86.0.15} is "V86".
 *
 * @param release the second number
 */
record YealinkFirmware(int release) {
  private static final Pattern FORM =
      Pattern.compile("\\d{1,9}\\.(\\d{1,9})\\.\\d{1,9}\\.\\d{1,9}");

  /** Reads a version; empty if it has not the form, and then every spelling is written. */
  static Optional<YealinkFirmware> parse(String version) {
    Matcher matcher = FORM.matcher(version);
    return matcher.matches()
        ? Optional.of(new YealinkFirmware(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }
}
