package org.latchkey.brand.snom;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.config.TimeZones;
import org.latchkey.config.ZoneRule;
import org.latchkey.config.ZoneRule.Change;
import org.latchkey.config.ZoneRule.Daylight;

/**
 * Time zone and daylight saving of the D family. The zone is one of the phone's own codes; without
 * one it asks whoever is there at each start. When clocks change is always told too, in seconds
 * saved and {@code month.week.weekday} (Snom Service Hub, dst; weekday 7 is Sunday, week 5 the
 * last), so that it does not depend on what a phone's firmware knows of a country's laws.
 */
final class SnomClock {
  static final String ZONE = "time.zone";

  private static final Map<String, String> CODES = SnomTable.pairs("time-zones.txt");
  private static final int MINUTE = 60;
  private static final int DAY = 24 * 60;

  /** Nothing is saved between these: the form leaves no other way to say that clocks stay. */
  private static final Daylight NONE =
      new Daylight(new Change(3, 5, 7, 120), new Change(10, 5, 7, 180), 0);

  private SnomClock() {}

  static void add(Parameters.Builder out, Settings settings) {
    Settings.Value zone = settings.get(ZONE);
    ZoneRule rule = TimeZones.standard().find(zone.text()).orElseThrow();
    Optional<String> code = code(zone.text(), rule);
    if (code.isPresent()) {
      Daylight daylight = rule.daylight().orElse(NONE);
      String dst =
          daylight.saved() * MINUTE + " " + told(daylight.start()) + " " + told(daylight.end());
      out.add("timezone", code.get(), zone.origin()).add("dst", dst, zone.origin());
    }
  }

  /** Whether the phone has a code for where it stands. */
  static boolean says(Settings.Value zone) {
    return code(zone.text(), TimeZones.standard().find(zone.text()).orElseThrow()).isPresent();
  }

  private static Optional<String> code(String name, ZoneRule rule) {
    @Nullable String code = CODES.get(name);
    return Optional.ofNullable(code == null ? CODES.get(Integer.toString(rule.offset())) : code);
  }

  private static String told(Change change) {
    int minute = Math.min(Math.max(change.minute(), 0), DAY - 1);
    return String.format(
        Locale.ROOT,
        "%02d.%02d.%02d %02d:%02d:00",
        change.month(),
        change.week(),
        change.day(),
        minute / MINUTE,
        minute % MINUTE);
  }
}
