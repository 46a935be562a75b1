package org.latchkey.testkit.grandstream;

import java.time.Duration;
import java.util.Optional;

/** When a phone asks by itself; the same numbers mean other things on other lines. */
enum Schedule {
  /** P194: 1 every so many minutes, 2 daily, 3 weekly. */
  PHONE(P.MODE, 60, "1", "2", "3"),
  /** P194: 1 daily, 2 weekly, 3 every so many minutes. */
  ADAPTER(P.MODE, 30, "3", "1", "2"),
  /** P22296: 1 every so many minutes, 2 daily, 3 weekly. */
  ADAPTER_V2(P.MODE_V2, 30, "1", "2", "3");

  private static final int LONGEST = 5_256_000;
  private static final int STANDARD = 10_080;

  private final String mode;
  private final int shortest;
  private final String interval;
  private final String daily;
  private final String weekly;

  Schedule(String mode, int shortest, String interval, String daily, String weekly) {
    this.mode = mode;
    this.shortest = shortest;
    this.interval = interval;
    this.daily = daily;
    this.weekly = weekly;
  }

  /** The longest time until the phone comes back; empty if it waits for a restart. */
  Optional<Duration> next(Memory memory) {
    String chosen = memory.get(mode);
    if (chosen.equals(interval)) {
      return Optional.of(Duration.ofMinutes(minutes(memory.get(P.MINUTES))));
    }
    if (chosen.equals(daily)) {
      return Optional.of(Duration.ofDays(1));
    }
    return chosen.equals(weekly) ? Optional.of(Duration.ofDays(7)) : Optional.empty();
  }

  private int minutes(String text) {
    int minutes = text.matches("\\d{1,9}") ? Integer.parseInt(text) : STANDARD;
    return minutes < shortest || minutes > LONGEST ? STANDARD : minutes;
  }
}
