package org.latchkey.brand.cisco;

import java.util.Locale;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.config.TimeZones;
import org.latchkey.config.ZoneRule;
import org.latchkey.config.ZoneRule.Change;
import org.latchkey.config.ZoneRule.Daylight;

/**
 * Time zone and daylight saving of phones (wazo_cisco_sip v12_0_7, _format_tzinfo): {@code
 * start=M/D/W/h:m:s}, where day D is the first that the change may be on, -1 that it is the last
 * such weekday of the month, and weekday W is 1 for Monday to 7 for Sunday.
 */
final class CiscoClock {
  private static final int DAYS = 7;
  private static final int LAST_WEEK = 5;
  private static final int HOUR = 60;
  private static final int LAST_MINUTE = 24 * HOUR - 1;

  private CiscoClock() {}

  static void add(Parameters.Builder out, Settings settings) {
    Settings.Value name = settings.get("time.zone");
    Layer origin = name.origin();
    ZoneRule zone = TimeZones.standard().find(name.text()).orElseThrow();
    boolean saves = zone.daylight().isPresent();
    out.add("Time_Zone", offset(zone.offset()), origin)
        .add("Daylight_Saving_Time_Enable", saves ? "Yes" : "No", origin);
    if (saves) {
      out.add("Daylight_Saving_Time_Rule", rule(zone.daylight().get()), origin);
    }
  }

  private static String offset(int minutes) {
    int all = Math.abs(minutes);
    return minutes == 0
        ? "GMT"
        : String.format(
            Locale.ROOT, "GMT%s%02d:%02d", minutes < 0 ? "-" : "+", all / HOUR, all % HOUR);
  }

  private static String rule(Daylight daylight) {
    return "start="
        + change(daylight.start())
        + ";end="
        + change(daylight.end())
        + ";save="
        + time(daylight.saved());
  }

  private static String change(Change change) {
    int day = change.week() == LAST_WEEK ? -1 : (change.week() - 1) * DAYS + 1;
    // what is before or after the day becomes its first or last minute
    int minute = Math.min(Math.max(change.minute(), 0), LAST_MINUTE);
    return change.month() + "/" + day + "/" + change.day() + "/" + time(minute);
  }

  private static String time(int minutes) {
    return minutes / HOUR + ":" + minutes % HOUR + ":0";
  }
}
