package org.latchkey.testkit.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands until it is moved, for the library under test: {@code
 * LatchkeyBuilder.clock(clock)}. As the {@link Waiter} of a simulated phone it is moved by what the
 * phone waits, so that both live in one time.
 *
 * <p>Safe for use by many threads; all see the time as of the last move.
 *
 * @since 1.0
 */
public final class SettableClock extends Clock implements Waiter {
  private final Time time;
  private final ZoneId zone;

  /** What a clock and its copies for other zones have in common. */
  private static final class Time {
    private Instant now;

    Time(Instant now) {
      this.now = now;
    }

    synchronized Instant now() {
      return now;
    }

    synchronized void advance(Duration by) {
      now = now.plus(by);
    }
  }

  /**
   * A clock in UTC.
   *
   * @param start the time that it shows first
   */
  public SettableClock(Instant start) {
    this(new Time(start), ZoneOffset.UTC);
  }

  private SettableClock(Time time, ZoneId zone) {
    this.time = time;
    this.zone = zone;
  }

  /**
   * Moves the time.
   *
   * @param by how far; back if negative
   */
  public void advance(Duration by) {
    time.advance(by);
  }

  @Override
  public void await(Duration duration) {
    advance(duration);
  }

  @Override
  public Instant instant() {
    return time.now();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** {@inheritDoc} It is moved together with this one. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new SettableClock(time, zone);
  }
}
