package org.latchkey.brand.cisco;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release: {@code 12.0.3}, {@code 11-1-0-MSR4}, {@code sip88xx.11-3-1MSR2-6} and {@code 7.5.2b}
 * are 12.0, 11.1, 11.3 and 7.5.
 *
 * @param major the first number
 * @param minor the second
 */
record CiscoFirmware(int major, int minor) implements Comparable<CiscoFirmware> {
  /** More than any release has. */
  static final int MOST = 9_999;

  private static final Pattern FORM =
      Pattern.compile("(?:sip\\w{1,8}\\.)?(\\d{1,4})[.-](\\d{1,4})(?!\\d).*", Pattern.DOTALL);
  private static final Comparator<CiscoFirmware> ORDER =
      Comparator.comparingInt(CiscoFirmware::major).thenComparingInt(CiscoFirmware::minor);

  /** Reads a version; empty if it has not the form, and then it counts as unknown. */
  static Optional<CiscoFirmware> parse(String version) {
    Matcher matcher = FORM.matcher(version);
    return matcher.matches()
        ? Optional.of(
            new CiscoFirmware(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(CiscoFirmware other) {
    return ORDER.compare(this, other);
  }
}
