package org.latchkey.config;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.latchkey.config.ZoneRule.Change;
import org.latchkey.config.ZoneRule.Daylight;

/** Makes {@code zones.txt} from the zone data of the JDK that runs it. */
final class ZoneTableMaker {
  private static final String HEAD =
      """
      # Time zones: IANA name | minutes east of UTC without daylight saving | start end minutes saved
      # Start and end: month/week/day/minute: week 5 is the last, day 1 is Monday, the minute is that of the clock before the change, counted
      # from midnight of that day; it may be negative or more than a day.
      # Made by the command in CONTRIBUTING.md from the zone data of a JDK, as of %s. Zones whose clocks change by no
      # yearly rule, such as Morocco's in Ramadan, are told without a change.
      """;
  private static final int LAST = 5;
  private static final int[] SHIFTS = {0, -1, 1, -2, 2, -3, 3};

  private ZoneTableMaker() {}

  /** The whole file, with the offsets and rules that hold at an instant. */
  static String file(Instant asOf) {
    StringBuilder file =
        new StringBuilder(HEAD.formatted(LocalDate.ofInstant(asOf, ZoneOffset.UTC)));
    for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      if (!name.startsWith("SystemV/")) {
        file.append(row(name, rule(ZoneId.of(name).getRules(), asOf))).append('\n');
      }
    }
    return file.toString();
  }

  static String row(String name, ZoneRule rule) {
    return "%-32s | %4d | %s"
        .formatted(name, rule.offset(), rule.daylight().map(ZoneTableMaker::text).orElse(""))
        .stripTrailing();
  }

  /** What a phone must be told of some rules. */
  static ZoneRule rule(ZoneRules rules, Instant asOf) {
    Optional<Daylight> daylight = daylight(rules.getTransitionRules());
    // without a yearly rule the clock is what counts: Morocco's standard time is that of Ramadan
    ZoneOffset offset =
        daylight.isPresent() ? rules.getStandardOffset(asOf) : rules.getOffset(asOf);
    return new ZoneRule(offset.getTotalSeconds() / 60, daylight);
  }

  private static Optional<Daylight> daylight(List<ZoneOffsetTransitionRule> yearly) {
    if (yearly.size() != 2) {
      return Optional.empty();
    }
    boolean first = isStart(yearly.get(0));
    ZoneOffsetTransitionRule start = yearly.get(first ? 0 : 1);
    ZoneOffsetTransitionRule end = yearly.get(first ? 1 : 0);
    int saved =
        start.getOffsetAfter().getTotalSeconds() - start.getOffsetBefore().getTotalSeconds();
    return Optional.of(new Daylight(change(start), change(end), saved / 60));
  }

  private static boolean isStart(ZoneOffsetTransitionRule rule) {
    return rule.getOffsetAfter().getTotalSeconds() > rule.getOffsetBefore().getTotalSeconds();
  }

  /**
   * A change as n-th or last weekday of a month. The JDK says "Sunday on or after the 25th" for the
   * last one, and "Friday on or after the 26th" for the day after the last Thursday: where the day
   * itself is no n-th or last one, a day near it is, and the minute makes up for it.
   */
  private static Change change(ZoneOffsetTransitionRule rule) {
    DayOfWeek day = rule.getDayOfWeek();
    int first = rule.getDayOfMonthIndicator();
    int length = rule.getMonth().length(false);
    if (day == null) {
      throw new IllegalArgumentException("by date: " + rule);
    }
    if (first < 0) {
      first += length - 6 + 1;
    }
    for (int shift : SHIFTS) {
      int shifted = first + shift;
      boolean last = shifted + 6 == length;
      if (last || (shifted > 0 && shifted <= 22 && shifted % 7 == 1)) {
        int week = last ? LAST : (shifted + 6) / 7;
        int minute = minute(rule) - shift * 24 * 60;
        return new Change(rule.getMonth().getValue(), week, day.plus(shift).getValue(), minute);
      }
    }
    throw new IllegalArgumentException("not by week: " + rule);
  }

  /** Minutes of the clock before the change, from midnight of the day that the rule names. */
  private static int minute(ZoneOffsetTransitionRule rule) {
    int minute = rule.getLocalTime().toSecondOfDay() / 60;
    int before = rule.getOffsetBefore().getTotalSeconds() / 60;
    int standard = rule.getStandardOffset().getTotalSeconds() / 60;
    return switch (rule.getTimeDefinition()) {
          case UTC -> minute + before;
          case STANDARD -> minute + before - standard;
          case WALL -> minute;
        }
        + (rule.isMidnightEndOfDay() ? 24 * 60 : 0);
  }

  private static String text(Daylight daylight) {
    return text(daylight.start()) + " " + text(daylight.end()) + " " + daylight.saved();
  }

  private static String text(Change change) {
    return change.month() + "/" + change.week() + "/" + change.day() + "/" + change.minute();
  }
}
