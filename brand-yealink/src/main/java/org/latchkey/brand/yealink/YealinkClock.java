package org.latchkey.brand.yealink;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.config.TimeZones;
import org.latchkey.config.ZoneRule;
import org.latchkey.config.ZoneRule.Change;
import org.latchkey.config.ZoneRule.Daylight;
import org.latchkey.error.RenderException;

/**
 * Time zone and daylight saving (Yealink administrator guide for SIP-T phones V84-V86, time and
 * date). A zone that is in the phone's own list is named; the rule is written out unless the phone
 * has it by that name.
 */
final class YealinkClock {
  private static final String ZONE = "time.zone";
  private static final int WESTMOST = -11 * 60;
  private static final int EASTMOST = 14 * 60;

  private static final int OFF = 0;
  private static final int BY_RULE = 1;
  private static final int AUTOMATIC = 2;
  private static final int BY_WEEK = 1;

  private static final Map<String, Named> NAMES =
      YealinkTable.rows("zone-names.txt").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get(0), row -> new Named(row.get(2), row.get(1).equals("auto"))));

  private YealinkClock() {}

  /** A zone's name in the phone's list, and whether the phone has its rule. */
  private record Named(String name, boolean hasRule) {}

  static void add(Parameters.Builder out, Settings settings) {
    String name = settings.get(ZONE).text();
    Layer origin = settings.get(ZONE).origin();
    ZoneRule zone = TimeZones.standard().find(name).orElseThrow();
    if (zone.offset() < WESTMOST || zone.offset() > EASTMOST) {
      throw new RenderException(
          origin.label(), ZONE, "must be between 11 hours west and 14 hours east, was " + name);
    }
    out.add("local_time.time_zone", offset(zone.offset()), origin);
    @Nullable Named named = NAMES.get(name);
    if (named != null) {
      out.add("local_time.time_zone_name", named.name(), origin);
    }
    if (zone.daylight().isEmpty()) {
      out.add("local_time.summer_time", OFF, origin);
    } else if (named != null && named.hasRule()) {
      out.add("local_time.summer_time", AUTOMATIC, origin);
    } else {
      Daylight daylight = zone.daylight().get();
      out.add("local_time.summer_time", BY_RULE, origin)
          .add("local_time.dst_time_type", BY_WEEK, origin)
          .add("local_time.start_time", change(daylight.start()), origin)
          .add("local_time.end_time", change(daylight.end()), origin)
          .add("local_time.offset_time", daylight.saved(), origin);
    }
  }

  /** {@code +5:30}, {@code -7} or {@code 0}. */
  private static String offset(int minutes) {
    if (minutes == 0) {
      return "0";
    }
    int size = Math.abs(minutes);
    String sign = minutes < 0 ? "-" : "+";
    return size % 60 == 0
        ? sign + size / 60
        : sign + size / 60 + String.format(Locale.ROOT, ":%02d", size % 60);
  }

  /** Months, weeks and days count as the zone rules do; the phone knows whole hours of a day. */
  private static String change(Change change) {
    return List.of(change.month(), change.week(), change.day(), change.hour()).stream()
        .map(number -> Integer.toString(number))
        .collect(Collectors.joining("/"));
  }
}
