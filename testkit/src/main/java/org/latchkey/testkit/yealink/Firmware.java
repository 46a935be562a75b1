package org.latchkey.testkit.yealink;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Firmware version such as {@code 66.86.0.15}; the second number is the release ("V86"). */
record Firmware(String version, int release) {
  private static final Pattern FORM =
      Pattern.compile("\\d{1,5}\\.(\\d{1,5})\\.\\d{1,5}\\.\\d{1,5}");
  private static final int STATIC_PREFIX_SINCE = 81;
  private static final int LOCAL_FILES_SINCE = 80;

  static Firmware parse(String version) {
    Matcher matcher = FORM.matcher(version);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "firmware: expected four decimal numbers with dots, got " + version);
    }
    return new Firmware(version, Integer.parseInt(matcher.group(1)));
  }

  /** The last version found in the name of an image, such as {@code T46S-66.86.0.160.rom}. */
  static Optional<Firmware> ofFile(String name) {
    Matcher matcher = FORM.matcher(name);
    Optional<Firmware> last = Optional.empty();
    while (matcher.find()) {
      last = Optional.of(new Firmware(matcher.group(), Integer.parseInt(matcher.group(1))));
    }
    return last;
  }

  /** Boot files and the {@code static.} prefix came with V81. */
  boolean modern() {
    return release >= STATIC_PREFIX_SINCE;
  }

  boolean knowsLocalFiles() {
    return release >= LOCAL_FILES_SINCE;
  }
}
