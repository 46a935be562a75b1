package org.latchkey.config;

import java.util.Locale;
import java.util.Optional;
import org.latchkey.device.MacAddress;

/**
 * The time of day in which phones ask for their configuration, as {@code resync.window.start} and
 * {@code resync.window.end} say.
 *
 * @param start minutes after midnight, 0 to 1439
 * @param minutes how long it lasts, 1 to 1440; it may go on into the next day
 * @since 1.0
 */
public record ResyncWindow(int start, int minutes) {
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;

  /**
   * The window that some settings speak of: an hour where they name no end, the whole day where
   * start and end are the same.
   *
   * @param settings what holds
   * @return the window, or empty if no start is set
   */
  public static Optional<ResyncWindow> of(Settings settings) {
    Settings.Value start = settings.get("resync.window.start");
    if (start.isEmpty()) {
      return Optional.empty();
    }
    int from = minute(start.text());
    Settings.Value end = settings.get("resync.window.end");
    int length = end.isEmpty() ? HOUR : Math.floorMod(minute(end.text()) - from, DAY);
    return Optional.of(new ResyncWindow(from, length == 0 ? DAY : length));
  }

  /**
   * One phone's part of this window, always the same: the parts of many phones are spread over it
   * evenly, so that a fleet does not ask at once.
   *
   * @param mac the phone
   * @param longest how many minutes the part may last, at least 1
   * @return a window within this one
   */
  public ResyncWindow partOf(MacAddress mac, int longest) {
    int length = Math.min(minutes, longest);
    int shift = spread(mac, minutes - length + 1);
    return new ResyncWindow((start + shift) % DAY, length);
  }

  /**
   * When it begins.
   *
   * @return {@code HH:MM}
   */
  public String startTime() {
    return time(start);
  }

  /**
   * When it ends.
   *
   * @return {@code HH:MM}, of the next day if that is not later than the start
   */
  public String endTime() {
    return time((start + minutes) % DAY);
  }

  /** A number below a bound, the same for a MAC for ever; neighbours get far numbers. */
  private static int spread(MacAddress mac, int bound) {
    long mixed = Long.parseLong(mac.toString(), 16) * 0x9e3779b97f4a7c15L;
    return (int) Math.floorMod(mixed >>> 24, (long) bound);
  }

  private static int minute(String time) {
    return Integer.parseInt(time.substring(0, 2)) * HOUR + Integer.parseInt(time.substring(3));
  }

  private static String time(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / HOUR, minute % HOUR);
  }
}
