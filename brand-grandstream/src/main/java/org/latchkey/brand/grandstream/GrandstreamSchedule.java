package org.latchkey.brand.grandstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.ResyncWindow;
import org.latchkey.config.Settings;

/**
 * When a phone asks for its configuration besides at each start (fusionpbx, P194 and its
 * neighbours): at an interval, daily or on some days of the week at an hour. Where a phone knows
 * the end of a window it chooses its time in it; else it is told one hour of it, by its MAC. Until
 * the proof it comes back as soon as it can, which is after an hour.
 */
final class GrandstreamSchedule {
  private static final String AUTO = "provisioning.auto.";
  private static final String END = "resync.window.end";
  private static final int SHORTEST = 60;
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final List<String> DAYS =
      List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");

  private GrandstreamSchedule() {}

  /** The modes, with their number on phones and where days come first, and their word. */
  private enum Mode {
    INTERVAL("1", "3", "YesUpgradeMin"),
    DAILY("2", "1", "YesUpgradeHourOfDay"),
    WEEKLY("3", "2", "YesUpgradeDayOfWeek");

    private final String number;
    private final String dayFirst;
    private final String word;

    Mode(String number, String dayFirst, String word) {
      this.number = number;
      this.dayFirst = dayFirst;
      this.word = word;
    }
  }

  static void add(Parameters.Builder out, Rendering rendering, GrandstreamDialect dialect) {
    Settings settings = rendering.settings();
    Optional<ResyncWindow> window =
        rendering.proven() ? ResyncWindow.of(settings) : Optional.empty();
    Settings.Value minutes =
        rendering.proven()
            ? atLeastAnHour(settings.get("resync.interval"))
            : new Settings.Value(Integer.toString(SHORTEST), Layer.RESERVED);
    if (window.isEmpty()) {
      addMode(out, dialect, Mode.INTERVAL, minutes.origin());
      dialect.put(out, AUTO + "minute", minutes);
      if (dialect.has(GrandstreamQuirk.SCHEDULE_DISPUTED)) {
        addHour(out, rendering, dialect, new ResyncWindow(0, DAY), minutes.origin());
      }
      return;
    }
    Layer origin = settings.get("resync.window.start").origin();
    List<String> days = settings.get("resync.window.days").words();
    boolean daily = days.size() == DAYS.size() || !saysDays(settings, dialect);
    addMode(out, dialect, daily ? Mode.DAILY : Mode.WEEKLY, origin);
    if (dialect.has(GrandstreamQuirk.SCHEDULE_DISPUTED)) {
      dialect.put(out, AUTO + "minute", new Settings.Value(Integer.toString(DAY), origin));
    }
    addHour(out, rendering, dialect, window.get(), origin);
    if (!daily) {
      String said =
          days.stream()
              .map(DAYS::indexOf)
              .sorted()
              .map(day -> Integer.toString(day))
              .collect(Collectors.joining("/"));
      dialect.put(
          out, AUTO + "day", new Settings.Value(said, settings.get("resync.window.days").origin()));
    }
  }

  private static Settings.Value atLeastAnHour(Settings.Value minutes) {
    long told = Math.max(minutes.number(), SHORTEST);
    return new Settings.Value(Long.toString(told), minutes.origin());
  }

  private static void addMode(
      Parameters.Builder out, GrandstreamDialect dialect, Mode mode, Layer origin) {
    boolean dayFirst =
        dialect.has(GrandstreamQuirk.SCHEDULE_BY_DAY_FIRST)
            || dialect.has(GrandstreamQuirk.GATEWAY_BY_DAY_FIRST);
    if (dialect.has(GrandstreamQuirk.SCHEDULE_DISPUTED)) {
      dialect.put(out, AUTO + "mode", new Settings.Value(Mode.INTERVAL.number, origin));
      return;
    }
    if (dialect.has(GrandstreamQuirk.SCHEDULE_IN_P22296)) {
      out.add("P22296", mode.number, origin);
    }
    if (dayFirst || !dialect.has(GrandstreamQuirk.SCHEDULE_IN_P22296)) {
      String number = dayFirst ? mode.dayFirst : mode.number;
      dialect.put(out, AUTO + "mode", new Settings.Value(dialect.word(number, mode.word), origin));
    }
  }

  private static void addHour(
      Parameters.Builder out,
      Rendering rendering,
      GrandstreamDialect dialect,
      ResyncWindow window,
      Layer origin) {
    Settings.Value end = rendering.settings().get(END);
    if (!dialect.knows(AUTO + "endHour")) {
      ResyncWindow minute = window.partOf(rendering.device().identity().mac(), 1);
      put(out, dialect, "hour", minute.start() / HOUR, origin);
      return;
    }
    int first = (window.start() + HOUR - 1) / HOUR;
    int last = (window.start() + Math.min(window.minutes(), DAY - HOUR)) / HOUR;
    if (last <= first) {
      // no whole hour is in it
      first = window.start() / HOUR;
      last = first;
    }
    put(out, dialect, "hour", first % 24, origin);
    put(out, dialect, "endHour", last % 24, end.isEmpty() ? origin : end.origin());
    dialect.put(
        out, AUTO + "randomTime.enable", new Settings.Value(dialect.flag(true), Layer.RESERVED));
  }

  private static void put(
      Parameters.Builder out, GrandstreamDialect dialect, String name, int hour, Layer origin) {
    dialect.put(out, AUTO + name, new Settings.Value(Integer.toString(hour), origin));
  }

  /** Whether the phone can be told the days of its window; else it asks on every day. */
  static boolean saysDays(Settings settings, GrandstreamDialect dialect) {
    int days = settings.get("resync.window.days").words().size();
    if (days == DAYS.size()) {
      return true;
    }
    return !dialect.has(GrandstreamQuirk.SCHEDULE_DISPUTED)
        && (days == 1 || dialect.meets("grp") || dialect.meets("ghp") || dialect.meets("gxv"));
  }

  /** What is told otherwise than it was said. */
  static List<Remark> remarks(Settings settings, GrandstreamDialect dialect) {
    List<Remark> remarks = new ArrayList<>();
    Settings.Value minutes = settings.get("resync.interval");
    if (minutes.number() < SHORTEST) {
      remarks.add(remark("resync.interval", minutes, "these phones know no less than an hour"));
    }
    if (ResyncWindow.of(settings).isEmpty()) {
      return remarks;
    }
    Settings.Value start = settings.get("resync.window.start");
    Settings.Value end = settings.get(END);
    if (dialect.has(GrandstreamQuirk.SCHEDULE_DISPUTED)) {
      remarks.add(remark("resync.window.start", start, "this model comes back once a day"));
    }
    if (!dialect.knows(AUTO + "endHour") && !end.isEmpty()) {
      remarks.add(remark(END, end, "this model is told one hour of the window, by its MAC"));
    }
    if (dialect.knows(AUTO + "endHour") && !(start.text() + end.text()).matches("..:00(..:00)?")) {
      remarks.add(remark("resync.window.start", start, "only whole hours are told"));
    }
    return remarks;
  }

  private static Remark remark(String what, Settings.Value value, String problem) {
    return new Remark(what, value.origin(), problem);
  }
}
