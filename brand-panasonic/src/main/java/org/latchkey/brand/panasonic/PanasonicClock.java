package org.latchkey.brand.panasonic;

import java.util.Optional;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.config.TimeZones;
import org.latchkey.config.ZoneRule;
import org.latchkey.config.ZoneRule.Change;
import org.latchkey.config.ZoneRule.Daylight;
import org.latchkey.error.RenderException;

/**
 * Time zone and daylight saving (FusionPBX, all templates): minutes east of UTC, and when clocks
 * are changed, by month, week and day, Sunday first and as 0, and minutes after midnight.
 */
final class PanasonicClock {
  static final String ZONE = "time.zone";

  private static final String SECTION = "Device/System/SysTime";
  private static final int SAVED = 60;
  private static final int DAYS = 7;
  private static final int LAST_MINUTE = 24 * 60 - 1;

  private PanasonicClock() {}

  static void add(Parameters.Builder out, Settings settings, PanasonicDialect dialect) {
    Settings.Value name = settings.get(ZONE);
    if (dialect.has(PanasonicQuirk.ZONE_BY_COUNTRY)) {
      return;
    }
    Layer origin = name.origin();
    ZoneRule zone = TimeZones.standard().find(name.text()).orElseThrow();
    if (dialect.has(PanasonicQuirk.ZONE_BY_RULE)) {
      out.add("LOCAL_TIME_ZONE_POSIX", "", origin);
    }
    out.add(dialect.name(SECTION, "TIME_ZONE"), zone.offset(), origin);
    Optional<Daylight> daylight = zone.daylight();
    out.add(dialect.name(SECTION, "DST_ENABLE"), daylight.isPresent() ? "Y" : "N", origin);
    if (daylight.isPresent()) {
      int saved = daylight.get().saved();
      if (!dialect.isXml()) {
        out.add("DST_OFFSET", saved, origin);
      } else if (saved != SAVED) {
        throw new RenderException(
            origin.label(), ZONE, "must be one whose clocks change by an hour, was " + name.text());
      }
      add(out, dialect, "DST_START_", daylight.get().start(), origin);
      add(out, dialect, "DST_STOP_", daylight.get().end(), origin);
    }
  }

  private static void add(
      Parameters.Builder out, PanasonicDialect dialect, String name, Change change, Layer origin) {
    int minute = Math.min(Math.max(change.minute(), 0), LAST_MINUTE);
    out.add(dialect.name(SECTION, name + "MONTH"), change.month(), origin)
        .add(dialect.name(SECTION, name + "ORDINAL_DAY"), change.week(), origin)
        .add(dialect.name(SECTION, name + "DAY_OF_WEEK"), change.day() % DAYS, origin)
        .add(dialect.name(SECTION, name + "TIME"), minute, origin);
  }
}
