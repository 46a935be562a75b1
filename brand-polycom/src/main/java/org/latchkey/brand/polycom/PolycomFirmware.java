package org.latchkey.brand.polycom;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of SIP or UC software or of PVOS: {@code 5.9.7.3480} is 5.9.7, its build does not
 * count.
 *
 * @param major the first number
 * @param minor the second
 * @param patch the third
 */
record PolycomFirmware(int major, int minor, int patch) implements Comparable<PolycomFirmware> {
  /** More than any patch has. */
  static final int MOST = 999_999_999;

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?:\\.\\d{1,9})?");
  private static final Comparator<PolycomFirmware> ORDER =
      Comparator.comparingInt(PolycomFirmware::major)
          .thenComparingInt(PolycomFirmware::minor)
          .thenComparingInt(PolycomFirmware::patch);

  /** Reads a version; empty if it has not the form, and then it counts as unknown. */
  static Optional<PolycomFirmware> parse(String version) {
    Matcher matcher = FORM.matcher(version);
    return matcher.matches()
        ? Optional.of(
            new PolycomFirmware(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(PolycomFirmware other) {
    return ORDER.compare(this, other);
  }
}
