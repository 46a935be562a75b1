package org.latchkey.testkit.snom;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** When a phone comes back by itself. */
record Polling(SnomSetup setup, Memory memory) {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  Optional<Duration> next() {
    if (setup.generation().conference()) {
      return seconds("provisioning.resync_time").map(d -> d.multipliedBy(60));
    }
    return Stream.of(seconds("settings_refresh_timer"), polling())
        .flatMap(Optional::stream)
        .min(Duration::compareTo);
  }

  private Optional<Duration> polling() {
    if (!memory.on("prov_polling_enabled", false)) {
      return Optional.empty();
    }
    Optional<LocalTime> from = time("prov_polling_time");
    return switch (memory.get("prov_polling_mode", "abs")) {
      case "rel" -> seconds("prov_polling_period");
      case "random" -> from.map(t -> until(t.plusSeconds(share(t))));
      default -> from.map(this::until);
    };
  }

  private Duration until(LocalTime time) {
    Clock clock = setup.clock();
    long now = LocalTime.ofInstant(clock.instant(), clock.getZone()).toSecondOfDay();
    long wait = Math.floorMod(time.toSecondOfDay() - now, DAY);
    return Duration.ofSeconds(wait == 0 ? DAY : wait);
  }

  /** Each phone has its own moment between the two times, which stays the same here. */
  private long share(LocalTime from) {
    LocalTime end = time("prov_polling_time_rand_end").orElse(from);
    long window = Math.floorMod(end.toSecondOfDay() - from.toSecondOfDay(), DAY);
    return window == 0 ? 0 : Long.parseLong(setup.mac(), 16) % window;
  }

  private Optional<Duration> seconds(String name) {
    String text = memory.get(name, "");
    return text.matches("[1-9]\\d{0,8}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  private Optional<LocalTime> time(String name) {
    try {
      return Optional.of(LocalTime.parse(memory.get(name, "")));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
