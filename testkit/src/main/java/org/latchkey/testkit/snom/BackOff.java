package org.latchkey.testkit.snom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pauses of {@code prov_back_off_timer}, in seconds. */
final class BackOff {
  private static final Pattern GROWING = Pattern.compile("(\\d{1,6}),(\\d{1,6}):(\\d{1,6})");
  private static final Pattern PAIR = Pattern.compile("(\\d{1,6}),(\\d{1,6})");

  private BackOff() {}

  /**
   * Reads one of the three forms: {@code 120}; {@code 3,6:300}, which starts between 3 and 6 and
   * doubles up to 300; {@code 5,10;10,20}, one random pause from each range. Anything else is no
   * pause at all.
   */
  static List<Duration> parse(String text, RandomGenerator random) {
    List<Duration> pauses = new ArrayList<>();
    Matcher growing = GROWING.matcher(text);
    if (text.matches("\\d{1,6}")) {
      pauses.add(Duration.ofSeconds(Long.parseLong(text)));
    } else if (growing.matches()) {
      long limit = Long.parseLong(growing.group(3));
      for (long pause = Math.max(1, between(growing, random)); pause < limit; pause *= 2) {
        pauses.add(Duration.ofSeconds(pause));
      }
      pauses.add(Duration.ofSeconds(limit));
    } else {
      for (String part : text.split(";", -1)) {
        Matcher pair = PAIR.matcher(part);
        if (!pair.matches()) {
          return List.of();
        }
        pauses.add(Duration.ofSeconds(between(pair, random)));
      }
    }
    return pauses;
  }

  private static long between(Matcher range, RandomGenerator random) {
    long low = Long.parseLong(range.group(1));
    long high = Math.max(low, Long.parseLong(range.group(2)));
    return random.nextLong(low, high + 1);
  }
}
