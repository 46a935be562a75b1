package org.latchkey.testkit.cisco;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a phone comes back by itself. */
final class Schedule {
  private static final Pattern ENTRY =
      Pattern.compile("\\s*(\\d{1,8})(?:\\s*\\+\\s*(\\d{1,8}))?\\s*");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-4])([0-5]\\d)");
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int UNIT_OF_RANDOM_DELAY = 20;

  private final CiscoSetup setup;
  private final Memory memory;

  Schedule(CiscoSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
  }

  /** How long the phone waits before it asks at power-up. */
  Duration randomDelay() {
    return Duration.ofSeconds(upTo(number("Resync_Random_Delay") * UNIT_OF_RANDOM_DELAY));
  }

  /** After the n-th failure in a row, counted from 1; empty if the phone gives up. */
  Optional<Duration> retry(int failures) {
    Optional<Duration> delay = entry("Resync_Error_Retry_Delay", failures);
    boolean never = memory.family().zeroRetryMeansNever();
    return delay.filter(d -> !(d.isZero() && never));
  }

  /** After the n-th success, counted from 1; empty if nothing is planned. */
  Optional<Duration> next(int successes) {
    Matcher time = TIME.matcher(memory.get("Resync_At__HHmm_"));
    if (time.matches()) {
      int at = Integer.parseInt(time.group(1)) * 3600 + Integer.parseInt(time.group(2)) * 60;
      LocalTime now = setup.clock().instant().atZone(setup.clock().getZone()).toLocalTime();
      int ahead = Math.floorMod(at - now.toSecondOfDay() - 1, SECONDS_OF_DAY) + 1;
      return Optional.of(Duration.ofSeconds(ahead + upTo(number("Resync_At_Random_Delay"))));
    }
    return entry("Resync_Periodic", successes).filter(d -> !d.isZero());
  }

  /** Of a list the n-th entry, later the last one; {@code a+b} is a and a random part up to b. */
  private Optional<Duration> entry(String name, int n) {
    String[] list = memory.get(name).split(",", -1);
    Matcher entry = ENTRY.matcher(list[Math.min(n, list.length) - 1]);
    if (!entry.matches()) {
      return Optional.empty();
    }
    int random = entry.group(2) == null ? 0 : upTo(Integer.parseInt(entry.group(2)));
    return Optional.of(Duration.ofSeconds(Long.parseLong(entry.group(1)) + random));
  }

  private int number(String name) {
    String text = memory.get(name);
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  private int upTo(int high) {
    return setup.random().nextInt(high + 1);
  }
}
