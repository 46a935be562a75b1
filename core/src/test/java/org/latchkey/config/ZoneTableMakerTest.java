package org.latchkey.config;

import static java.time.zone.ZoneOffsetTransitionRule.TimeDefinition.STANDARD;
import static java.time.zone.ZoneOffsetTransitionRule.TimeDefinition.UTC;
import static java.time.zone.ZoneOffsetTransitionRule.TimeDefinition.WALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.latchkey.config.ZoneRule.Change;
import org.latchkey.config.ZoneRule.Daylight;

/**
 * The maker of the pinned zones, on rules that no release of the IANA data changes. To pin them
 * anew, as of a day and with the data of the JDK that runs the tests:
 *
 * <pre>mvn -pl core test -Dtest=ZoneTableMakerTest -Dzones.write=2026-11-24 -Dtest.jvm=.../bin/java
 * </pre>
 */
class ZoneTableMakerTest {
  private static final Path FILE =
      Path.of(
          System.getProperty("basedir", "."), "src/main/resources/org/latchkey/config/zones.txt");
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final int HOUR = 60;

  @Test
  @EnabledIfSystemProperty(named = "zones.write", matches = "\\d{4}-\\d{2}-\\d{2}")
  void file_ofThisJdk_isWritten() throws IOException {
    LocalDate asOf = LocalDate.parse(System.getProperty("zones.write"));
    String file = ZoneTableMaker.file(asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
    Files.writeString(FILE, file);
    assertThat(Files.readString(FILE)).contains("Europe/Berlin");
  }

  @Test
  void rule_fixedOffset_hasNoDaylightSaving() {
    ZoneRules rules = ZoneRules.of(ZoneOffset.ofHoursMinutes(5, 45));
    assertThat(ZoneTableMaker.rule(rules, NOW)).isEqualTo(new ZoneRule(345, Optional.empty()));
    assertThat(ZoneTableMaker.row("A/B", ZoneTableMaker.rule(rules, NOW)))
        .isEqualTo("A/B                              |  345 |");
  }

  @Test
  void rule_lastSundayByUtc_isToldByTheClockBeforeTheChange() {
    ZoneRule rule =
        rule(
            1,
            gap(Month.MARCH, 25, DayOfWeek.SUNDAY, LocalTime.of(1, 0), UTC, 1),
            overlap(Month.OCTOBER, -1, DayOfWeek.SUNDAY, LocalTime.of(1, 0), UTC, 1));
    assertThat(rule)
        .isEqualTo(daylight(60, new Change(3, 5, 7, 2 * HOUR), new Change(10, 5, 7, 3 * HOUR)));
    assertThat(ZoneTableMaker.row("A/B", rule)).endsWith("| 3/5/7/120 10/5/7/180 60");
  }

  @Test
  void rule_southernHalf_startsLaterInTheYearThanItEnds() {
    ZoneRule rule =
        rule(
            10,
            overlap(Month.APRIL, 1, DayOfWeek.SUNDAY, LocalTime.of(2, 0), STANDARD, 10),
            gap(Month.OCTOBER, 1, DayOfWeek.SUNDAY, LocalTime.of(2, 0), STANDARD, 10));
    assertThat(rule)
        .isEqualTo(daylight(600, new Change(10, 1, 7, 2 * HOUR), new Change(4, 1, 7, 3 * HOUR)));
  }

  @Test
  void rule_secondSundayByTheWall_isTheSecondWeek() {
    ZoneRule rule =
        rule(
            -5,
            gap(Month.MARCH, 8, DayOfWeek.SUNDAY, LocalTime.of(2, 0), WALL, -5),
            overlap(Month.NOVEMBER, 1, DayOfWeek.SUNDAY, LocalTime.of(2, 0), WALL, -5));
    assertThat(rule)
        .isEqualTo(daylight(-300, new Change(3, 2, 7, 2 * HOUR), new Change(11, 1, 7, 2 * HOUR)));
  }

  @Test
  void rule_eveningBeforeByUtc_hasANegativeMinute() {
    ZoneRule rule =
        rule(
            -2,
            gap(Month.MARCH, 25, DayOfWeek.SUNDAY, LocalTime.of(1, 0), UTC, -2),
            overlap(Month.OCTOBER, 25, DayOfWeek.SUNDAY, LocalTime.of(1, 0), UTC, -2));
    assertThat(rule).isEqualTo(daylight(-120, new Change(3, 5, 7, -HOUR), new Change(10, 5, 7, 0)));
  }

  @Test
  void rule_dayBesideAnNthOne_isCountedFromThat() {
    ZoneRule rule =
        rule(
            2,
            gap(Month.MARCH, 23, DayOfWeek.FRIDAY, LocalTime.of(2, 0), WALL, 2),
            overlap(Month.OCTOBER, 26, DayOfWeek.FRIDAY, LocalTime.of(0, 0), WALL, 2));
    assertThat(rule)
        .isEqualTo(
            daylight(120, new Change(3, 4, 4, (24 + 2) * HOUR), new Change(10, 5, 4, 24 * HOUR)));
  }

  @Test
  void rule_byDate_isRefused() {
    assertThatThrownBy(
            () ->
                rule(
                    1,
                    rule(Month.MARCH, 25, null, LocalTime.NOON, WALL, 1, 1, 2),
                    rule(Month.OCTOBER, 25, null, LocalTime.NOON, WALL, 1, 2, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("by date");
  }

  private static ZoneRule rule(int standard, ZoneOffsetTransitionRule... rules) {
    ZoneOffset offset = ZoneOffset.ofHours(standard);
    return ZoneTableMaker.rule(
        ZoneRules.of(offset, offset, List.of(), List.of(), List.of(rules)), NOW);
  }

  private static ZoneRule daylight(int offset, Change start, Change end) {
    return new ZoneRule(offset, Optional.of(new Daylight(start, end, 60)));
  }

  private static ZoneOffsetTransitionRule gap(
      Month month, int day, DayOfWeek weekday, LocalTime time, TimeDefinition by, int standard) {
    return rule(month, day, weekday, time, by, standard, standard, standard + 1);
  }

  private static ZoneOffsetTransitionRule overlap(
      Month month, int day, DayOfWeek weekday, LocalTime time, TimeDefinition by, int standard) {
    return rule(month, day, weekday, time, by, standard, standard + 1, standard);
  }

  private static ZoneOffsetTransitionRule rule(
      Month month,
      int day,
      DayOfWeek weekday,
      LocalTime time,
      TimeDefinition by,
      int standard,
      int before,
      int after) {
    return ZoneOffsetTransitionRule.of(
        month,
        day,
        weekday,
        time,
        false,
        by,
        ZoneOffset.ofHours(standard),
        ZoneOffset.ofHours(before),
        ZoneOffset.ofHours(after));
  }
}
