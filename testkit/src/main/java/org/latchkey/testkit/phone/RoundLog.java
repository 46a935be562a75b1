package org.latchkey.testkit.phone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what happens until a {@link Round} can be reported, and lets virtual time pass.
 *
 * <p>For one thread.
 *
 * @since 1.0
 */
public final class RoundLog {
  private final Waiter waiter;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private final List<String> applied = new ArrayList<>();
  private final List<String> unchanged = new ArrayList<>();
  private final Set<String> failed = new LinkedHashSet<>();
  private final Set<String> changedKeys = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private Duration waited = Duration.ZERO;

  /**
   * Starts an empty log.
   *
   * @param waiter told about every idle time
   */
  public RoundLog(Waiter waiter) {
    this.waiter = waiter;
  }

  /**
   * Adds an exchange.
   *
   * @param exchange what was asked and answered
   */
  public void exchange(Exchange exchange) {
    exchanges.add(exchange);
  }

  /**
   * Adds a defect.
   *
   * @param kind what is wrong
   * @param detail where, in words; never a secret
   */
  public void defect(Defect.Kind kind, String detail) {
    defects.add(new Defect(kind, detail));
  }

  /**
   * Adds a remark.
   *
   * @param text the remark; never a secret
   */
  public void note(String text) {
    notes.add(text);
  }

  /**
   * Notes that a new or changed file was taken over.
   *
   * @param file its name
   */
  public void applied(String file) {
    applied.add(file);
  }

  /**
   * Notes that a file was the same as last time.
   *
   * @param file its name
   */
  public void unchanged(String file) {
    unchanged.add(file);
  }

  /**
   * Notes that a file could not be had.
   *
   * @param file its name
   */
  public void failed(String file) {
    failed.add(file);
  }

  /**
   * Tells whether a file could not be had so far.
   *
   * @return whether {@link #failed(String)} was called
   */
  public boolean anyFailed() {
    return !failed.isEmpty();
  }

  /**
   * Notes that a setting has another value than before.
   *
   * @param key the setting's name
   */
  public void changed(String key) {
    changedKeys.add(key);
  }

  /**
   * Lets virtual time pass.
   *
   * @param duration how long the phone is idle
   * @param why the reason, in words
   */
  public void await(Duration duration, String why) {
    waited = waited.plus(duration);
    notes.add("waits " + duration.toSeconds() + " s: " + why);
    waiter.await(duration);
  }

  /**
   * Makes the report.
   *
   * @param outcome how it ended
   * @param nextWakeUp time until the phone asks again by itself
   * @return the report of all that was noted so far
   */
  public Round finish(Outcome outcome, Optional<Duration> nextWakeUp) {
    return new Round(
        outcome,
        exchanges,
        defects,
        applied,
        unchanged,
        List.copyOf(failed),
        List.copyOf(changedKeys),
        notes,
        waited,
        nextWakeUp);
  }
}
