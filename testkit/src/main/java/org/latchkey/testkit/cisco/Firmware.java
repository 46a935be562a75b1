package org.latchkey.testkit.cisco;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Running firmware.
 *
 * @param version as the {@code User-Agent} tells it
 * @param load what {@code $SWVER} stands for
 */
record Firmware(String version, String load) {
  private static final Pattern FILE =
      Pattern.compile("(.*?(\\d{1,3}(?:[-.]\\d{1,3}){1,3}\\S*?))\\.(?:loads|bin|img)");
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(?:[-.]\\d{1,3}){1,2}");

  /** Reads the version out of the name of a load, in the spelling of the family. */
  static Optional<Firmware> ofFile(Family family, String name) {
    Matcher file = FILE.matcher(name);
    if (!file.matches()) {
      return Optional.empty();
    }
    String tail = file.group(2);
    if (family == Family.ATA19) {
      return Optional.of(new Firmware(tail, tail));
    }
    if (!family.multiplatform()) {
      String dotted = tail.replace('-', '.');
      return Optional.of(new Firmware(dotted, dotted));
    }
    Matcher numbers = NUMBERS.matcher(tail);
    String version = numbers.find() ? numbers.group().replace('-', '.') : tail;
    return Optional.of(new Firmware(version, file.group(1)));
  }
}
