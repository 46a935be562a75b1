package org.latchkey.brand.snom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A release of firmware, such as {@code 8.7.5.35}; numbers that are not there count as none.
 *
 * @param numbers one to four numbers
 */
record SnomFirmware(List<Integer> numbers) implements Comparable<SnomFirmware> {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9}){0,3}");
  private static final int LONGEST = 4;

  SnomFirmware {
    numbers = List.copyOf(numbers);
  }

  static SnomFirmware of(Integer... numbers) {
    return new SnomFirmware(List.of(numbers));
  }

  /** Reads a version; empty if it has not the form, and then it counts as unknown. */
  static Optional<SnomFirmware> parse(String version) {
    return FORM.matcher(version).matches()
        ? Optional.of(
            new SnomFirmware(
                Arrays.stream(version.split("\\.", LONGEST)).map(Integer::valueOf).toList()))
        : Optional.empty();
  }

  @Override
  public int compareTo(SnomFirmware other) {
    for (int i = 0; i < LONGEST; i++) {
      int order = Integer.compare(number(i), other.number(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int number(int place) {
    return place < numbers.size() ? numbers.get(place) : 0;
  }
}
