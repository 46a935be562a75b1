package org.latchkey.brand.yealink;

import static org.latchkey.brand.yealink.YealinkReserved.flag;
import static org.latchkey.brand.yealink.YealinkReserved.kept;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Parameters;
import org.latchkey.config.ResyncWindow;
import org.latchkey.config.Settings;

/**
 * When a phone asks for its configuration (Yealink administrator guide for SIP-T phones V84-V86,
 * auto provisioning): at an interval, or in a window on some days of the week, or in one every some
 * days. All three are always named, since two could be on at once. Until the proof the phone comes
 * back as soon as it can.
 */
final class YealinkSchedule {
  private static final int EARLY_MINUTES = 1;
  private static final int LONGEST_INTERVAL = 43_200;
  private static final int DAY = 24 * 60;
  private static final int SLOT = 15;
  private static final List<String> DAYS =
      List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");

  private static final String REPEAT = "auto_provision.repeat.";
  private static final String WEEKLY = "auto_provision.weekly.";
  private static final String FLEXIBLE = "auto_provision.flexible.";

  private YealinkSchedule() {}

  static void add(Parameters.Builder out, Rendering rendering, YealinkDialect dialect) {
    Settings settings = rendering.settings();
    Settings.Value powerOn =
        rendering.proven() ? flag(settings.get("resync.at-power-on")) : kept("1");
    YealinkReserved.add(out, dialect, "auto_provision.power_on", powerOn);
    Optional<ResyncWindow> window =
        rendering.proven() ? ResyncWindow.of(settings) : Optional.empty();
    if (window.isEmpty()) {
      Settings.Value minutes =
          rendering.proven()
              ? settings.get("resync.interval")
              : kept(Integer.toString(EARLY_MINUTES));
      addSwitches(out, dialect, "1", "0", "0");
      YealinkReserved.add(out, dialect, REPEAT + "minutes", minutes);
      addMode(out, dialect, powerOn, false);
      addOld(out, dialect, "periodic_minute", minutes);
      return;
    }
    ResyncWindow part = window.get().partOf(rendering.device().identity().mac(), SLOT);
    if (settings.get("resync.window.every").number() == 1) {
      addWeekly(out, dialect, settings, part);
      addMode(out, dialect, powerOn, true);
    } else {
      addFlexible(out, dialect, settings, part);
      addMode(out, dialect, powerOn, false);
    }
    YealinkReserved.add(
        out, dialect, "auto_provision.inactivity_time_expire", settings.get("resync.window.idle"));
  }

  private static void addWeekly(
      Parameters.Builder out, YealinkDialect dialect, Settings settings, ResyncWindow part) {
    Settings.Value days = digits(settings.get("resync.window.days"));
    Settings.Value start = at(part.startTime(), settings);
    Settings.Value end = at(part.endTime(), settings);
    addSwitches(out, dialect, "0", "1", "0");
    YealinkReserved.add(out, dialect, WEEKLY + "dayofweek", days);
    YealinkReserved.add(out, dialect, WEEKLY + "begin_time", start);
    YealinkReserved.add(out, dialect, WEEKLY + "end_time", end);
    Settings.Value weeks = settings.get("resync.window.weeks");
    Settings.Value interval = weeks.number() == 1 ? kept("0") : weeks;
    YealinkReserved.add(out, dialect, "auto_provision.weekly_upgrade_interval", interval);
    if (dialect.has(YealinkQuirk.WINDOW_OF_WEEKS_ONLY)) {
      out.add(WEEKLY + "mask", days.text(), days.origin());
    }
    addOld(out, dialect, "dayofweek", days);
    addOld(out, dialect, "time_from", start);
    addOld(out, dialect, "time_to", end);
  }

  private static void addFlexible(
      Parameters.Builder out, YealinkDialect dialect, Settings settings, ResyncWindow part) {
    Settings.Value every = settings.get("resync.window.every");
    boolean old = dialect.has(YealinkQuirk.WINDOW_OF_WEEKS_ONLY);
    addSwitches(out, dialect, old ? "1" : "0", "0", "1");
    YealinkReserved.add(out, dialect, FLEXIBLE + "interval", every);
    YealinkReserved.add(out, dialect, FLEXIBLE + "begin_time", at(part.startTime(), settings));
    YealinkReserved.add(out, dialect, FLEXIBLE + "end_time", at(part.endTime(), settings));
    if (old) {
      long minutes = Math.min(every.number() * DAY, LONGEST_INTERVAL);
      Settings.Value repeat = new Settings.Value(Long.toString(minutes), every.origin());
      YealinkReserved.add(out, dialect, REPEAT + "minutes", repeat);
      addOld(out, dialect, "periodic_minute", repeat);
    }
  }

  private static void addSwitches(
      Parameters.Builder out,
      YealinkDialect dialect,
      String repeat,
      String weekly,
      String flexible) {
    YealinkReserved.add(out, dialect, REPEAT + "enable", kept(repeat));
    YealinkReserved.add(out, dialect, WEEKLY + "enable", kept(weekly));
    YealinkReserved.add(out, dialect, FLEXIBLE + "enable", kept(flexible));
  }

  /** One number for power on (1), an interval (4) or a week (5), and for both (6, 7). */
  private static void addMode(
      Parameters.Builder out, YealinkDialect dialect, Settings.Value powerOn, boolean weekly) {
    if (dialect.has(YealinkQuirk.SCHEDULE_BY_MODE)) {
      int mode = (weekly ? 5 : 4) + (powerOn.text().equals("1") ? 2 : 0);
      out.add("auto_provision.mode", mode, powerOn.origin());
    }
  }

  private static void addOld(
      Parameters.Builder out, YealinkDialect dialect, String name, Settings.Value value) {
    if (dialect.has(YealinkQuirk.SCHEDULE_BY_MODE)) {
      out.add("auto_provision.schedule." + name, value.text(), value.origin());
    }
  }

  private static Settings.Value digits(Settings.Value days) {
    String digits =
        days.words().stream()
            .map(DAYS::indexOf)
            .sorted()
            .map(day -> Integer.toString(day))
            .collect(Collectors.joining());
    return new Settings.Value(digits, days.origin());
  }

  private static Settings.Value at(String time, Settings settings) {
    return new Settings.Value(time, settings.get("resync.window.start").origin());
  }
}
