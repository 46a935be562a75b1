package org.latchkey.brand.grandstream;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A firmware: {@code 1.0.17.5} is 1.0.17, its last number does not count.
 *
 * @param major the first number
 * @param minor the second
 * @param patch the third
 */
record GrandstreamFirmware(int major, int minor, int patch)
    implements Comparable<GrandstreamFirmware> {
  /** More than any number is. */
  static final int MOST = 999_999_999;

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?:\\.\\d{1,9}){0,3}");
  private static final Comparator<GrandstreamFirmware> ORDER =
      Comparator.comparingInt(GrandstreamFirmware::major)
          .thenComparingInt(GrandstreamFirmware::minor)
          .thenComparingInt(GrandstreamFirmware::patch);

  /** Reads a version; empty if it has not the form, and then it counts as unknown. */
  static Optional<GrandstreamFirmware> parse(String version) {
    Matcher matcher = FORM.matcher(version);
    return matcher.matches()
        ? Optional.of(
            new GrandstreamFirmware(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(GrandstreamFirmware other) {
    return ORDER.compare(this, other);
  }
}
