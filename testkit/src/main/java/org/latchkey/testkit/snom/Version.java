package org.latchkey.testkit.snom;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of firmware: decimal numbers with dots. */
record Version(String text) implements Comparable<Version> {
  private static final Pattern FORM = Pattern.compile("\\d{1,5}(\\.\\d{1,5}){2,3}");

  static boolean isVersion(String text) {
    return FORM.matcher(text).matches();
  }

  /** The first version in a file name or an image. */
  static Optional<Version> in(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.find() ? Optional.of(new Version(matcher.group())) : Optional.empty();
  }

  boolean atLeast(String other) {
    return compareTo(new Version(other)) >= 0;
  }

  @Override
  public int compareTo(Version other) {
    return Arrays.compare(numbers(), other.numbers());
  }

  private int[] numbers() {
    return Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
