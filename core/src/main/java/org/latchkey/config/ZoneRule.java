package org.latchkey.config;

import java.util.Optional;

/**
 * What a phone must be told of a time zone: the offset, and when daylight saving begins and ends.
 *
 * @param offset minutes east of UTC without daylight saving
 * @param daylight the rule of every year, if clocks are changed
 * @since 1.0
 */
public record ZoneRule(int offset, Optional<Daylight> daylight) {

  /**
   * Daylight saving.
   *
   * @param start when it begins, by the clock before the change
   * @param end when it ends, by the clock before the change
   * @param saved minutes that the clock is put forward
   */
  public record Daylight(Change start, Change end, int saved) {}

  /**
   * A change of the clock.
   *
   * @param month 1 to 12
   * @param week which of the weekdays of that month: 1 to 4, or 5 for the last
   * @param day 1 for Monday to 7 for Sunday
   * @param minute minutes after that day's midnight; may be negative, or more than a day
   */
  public record Change(int month, int week, int day, int minute) {
    /**
     * The hour of the clock before the change, as phones without minutes can be told it.
     *
     * @return 0 to 23; changes before or after the day become its first or last hour
     */
    public int hour() {
      return Math.min(Math.max(minute / 60, 0), 23);
    }
  }
}
