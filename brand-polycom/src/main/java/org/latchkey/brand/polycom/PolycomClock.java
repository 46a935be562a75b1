package org.latchkey.brand.polycom;

import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.config.TimeZones;
import org.latchkey.config.ZoneRule;
import org.latchkey.config.ZoneRule.Change;
import org.latchkey.config.ZoneRule.Daylight;
import org.latchkey.error.RenderException;

/**
 * Time zone and daylight saving (UC Software 5.9 Administrator Guide, tcpIpApp.sntp; wazo_polycom).
 * The offset of DHCP is never taken: it has daylight saving in it already, and the phone would add
 * that once more.
 */
final class PolycomClock {
  private static final String ZONE = "time.zone";
  private static final String SNTP = "tcpIpApp.sntp.";
  private static final String DAYLIGHT = SNTP + "daylightSavings.";
  private static final int SECONDS = 60;
  private static final int SAVED = 60;
  private static final int DAYS = 7;
  private static final int LAST_WEEK = 5;

  private PolycomClock() {}

  static void add(Parameters.Builder out, Settings settings, PolycomDialect dialect) {
    String name = settings.get(ZONE).text();
    Layer origin = settings.get(ZONE).origin();
    ZoneRule zone = TimeZones.standard().find(name).orElseThrow();
    out.add(SNTP + "gmtOffset", (long) zone.offset() * SECONDS, origin)
        .add(SNTP + "gmtOffset.overrideDHCP", 1, origin)
        .add("device.sntp.gmtOffset", (long) zone.offset() * SECONDS, origin);
    if (dialect.has(PolycomQuirk.NAMED_ZONE)) {
      out.add(SNTP + "olsonTimezoneID", name, origin);
    }
    out.add(DAYLIGHT + "enable", zone.daylight().isPresent() ? 1 : 0, origin);
    if (zone.daylight().isPresent()) {
      Daylight daylight = zone.daylight().get();
      if (daylight.saved() != SAVED) {
        throw new RenderException(
            origin.label(), ZONE, "must be one whose clocks change by an hour, was " + name);
      }
      out.add(DAYLIGHT + "fixedDayEnable", 0, origin);
      add(out, DAYLIGHT + "start.", daylight.start(), origin);
      add(out, DAYLIGHT + "stop.", daylight.end(), origin);
    }
  }

  /**
   * The phone's week begins with Sunday as 1; a date is the first day that the change may be on.
   */
  private static void add(Parameters.Builder out, String name, Change change, Layer origin) {
    boolean last = change.week() == LAST_WEEK;
    out.add(name + "month", change.month(), origin);
    if (!last) {
      out.add(name + "date", (long) (change.week() - 1) * DAYS + 1, origin);
    }
    out.add(name + "time", change.hour(), origin)
        .add(name + "dayOfWeek", change.day() % DAYS + 1, origin)
        .add(name + "dayOfWeek.lastInMonth", last ? 1 : 0, origin);
  }
}
