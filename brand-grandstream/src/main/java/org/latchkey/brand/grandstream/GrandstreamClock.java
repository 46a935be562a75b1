package org.latchkey.brand.grandstream;

import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.config.TimeZones;
import org.latchkey.config.ZoneRule;
import org.latchkey.config.ZoneRule.Change;
import org.latchkey.config.ZoneRule.Daylight;
import org.latchkey.error.RenderException;

/**
 * The time zone, always self-defined by a rule of POSIX (fusionpbx, P64=customize and P246, such as
 * {@code MTZ+6MDT+5,M4.1.0,M11.1.0}), so that no vendor's list decides which zones there are. The
 * rule is made here and never taken from anybody: CVE-2024-32937 was a command in it.
 */
final class GrandstreamClock {
  /** Where a rule stands that an administrator has written. */
  static final String CUSTOM = "dateTime.timezone.custom";

  private static final String ZONE = "time.zone";
  private static final String STANDARD_NAME = "TZN";
  private static final String DAYLIGHT_NAME = "TZD";
  private static final int LONGEST = 64;
  private static final int SHORT = 32;
  private static final int HOUR = 60;
  private static final int LAST_MINUTE = 24 * HOUR - 1;
  private static final int USUAL = 2 * HOUR;
  private static final int DAYS = 7;

  private GrandstreamClock() {}

  static void add(Parameters.Builder out, Settings settings, GrandstreamDialect dialect) {
    if (!dialect.has(GrandstreamQuirk.SELF_DEFINED_ZONE)) {
      return;
    }
    Settings.Value zone = settings.get(ZONE);
    String rule = rule(TimeZones.standard().find(zone.text()).orElseThrow());
    int longest = dialect.has(GrandstreamQuirk.ZONE_OF_THIRTY_TWO) ? SHORT : LONGEST;
    if (rule.length() > longest) {
      throw new RenderException(
          zone.origin().label(),
          ZONE,
          "must be one whose rule has at most " + longest + " characters on this model");
    }
    dialect.put(out, "dateTime.timezone", new Settings.Value("customize", zone.origin()));
    dialect.put(out, CUSTOM, new Settings.Value(rule, zone.origin()));
    // an offset of DHCP's would take its place, without daylight saving
    dialect.put(
        out,
        "dateTime.override.dhcp.allowOption2",
        new Settings.Value(dialect.flag(false), zone.origin()));
  }

  /** Such as {@code TZN-1TZD-2,M3.5.0,M10.5.0/3}: hours are west of UTC, and 2 is the usual one. */
  static String rule(ZoneRule zone) {
    String rule = STANDARD_NAME + offset(zone.offset());
    if (zone.daylight().isEmpty()) {
      return rule;
    }
    Daylight daylight = zone.daylight().get();
    return rule
        + DAYLIGHT_NAME
        + offset(zone.offset() + daylight.saved())
        + ","
        + change(daylight.start())
        + ","
        + change(daylight.end());
  }

  private static String offset(int minutesEast) {
    return (minutesEast > 0 ? "-" : "+") + time(Math.abs(minutesEast));
  }

  private static String change(Change change) {
    // a day later or earlier than the weekday cannot be said; its last or first minute can
    int minute = Math.min(Math.max(change.minute(), 0), LAST_MINUTE);
    String day = "M" + change.month() + "." + change.week() + "." + change.day() % DAYS;
    return minute == USUAL ? day : day + "/" + time(minute);
  }

  private static String time(int minutes) {
    int minute = minutes % HOUR;
    return minutes / HOUR + (minute == 0 ? "" : (minute < 10 ? ":0" : ":") + minute);
  }
}
