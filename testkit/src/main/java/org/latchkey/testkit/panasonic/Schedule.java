package org.latchkey.testkit.panasonic;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When the phone asks again by itself. */
final class Schedule {
  private static final int LONGEST_MINUTES = 40_320;
  private static final int FARTHEST_ZONE_MINUTES = 14 * 60;

  private Schedule() {}

  /**
   * Time until then, or empty if it will not. A time of day switches interval and retry off, even
   * one that cannot be read.
   *
   * @param failed whether a download of the last round failed
   */
  static Optional<Duration> next(Settings settings, boolean failed, LocalDateTime utc) {
    if (!settings.provisions()) {
      return Optional.empty();
    }
    Optional<String> daily = settings.text("CFG_RESYNC_TIME");
    if (daily.isPresent()) {
      int zone = settings.number("TIME_ZONE", 0, -FARTHEST_ZONE_MINUTES, FARTHEST_ZONE_MINUTES);
      return untilTime(daily.get(), utc.plusMinutes(zone));
    }
    if (failed) {
      return Optional.of(
          Duration.ofMinutes(settings.number("CFG_RTRY_INTVL", 30, 1, LONGEST_MINUTES)));
    }
    return settings.on("CFG_CYCLIC", false)
        ? Optional.of(
            Duration.ofMinutes(settings.number("CFG_CYCLIC_INTVL", 10_080, 1, LONGEST_MINUTES)))
        : Optional.empty();
  }

  private static Optional<Duration> untilTime(String text, LocalDateTime now) {
    try {
      LocalDateTime today = now.toLocalDate().atTime(LocalTime.parse(text));
      LocalDateTime then = today.isAfter(now) ? today : today.plusDays(1);
      return Optional.of(Duration.between(now, then));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static LocalDateTime utc(Clock clock) {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
