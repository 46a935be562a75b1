package org.latchkey.pass;

import java.time.Duration;
import java.util.Optional;
import org.latchkey.error.InvalidValueException;

/**
 * The numbers of the state machine. {@link #DEFAULTS} suits honest phones of every brand.
 *
 * @param armingPeriod how long an arming lasts if nothing else is said
 * @param windowAfterAnswer how long a first boot stays open after its last answer
 * @param windowBeyondArming how much longer than its arming it may stay open at most
 * @param budget how many answers with secrets the global pass may have; empty leaves it to the
 *     brand
 * @param settleTime how long after its delivery a credential proves nothing; empty leaves it to the
 *     brand
 * @param takeoverSilence how long a holder must have been silent before another address takes over
 * @param takeovers how many times another address may take over
 * @param strictHolder whether no address may ever take over
 * @since 1.0
 */
public record PassPolicy(
    Duration armingPeriod,
    Duration windowAfterAnswer,
    Duration windowBeyondArming,
    Optional<Integer> budget,
    Optional<Duration> settleTime,
    Duration takeoverSilence,
    int takeovers,
    boolean strictHolder) {

  /**
   * 7 days, 26 hours, 72 hours, the brand's budget and settle time, 2 minutes, 3 times, lenient.
   */
  public static final PassPolicy DEFAULTS =
      new PassPolicy(
          Duration.ofDays(7),
          Duration.ofHours(26),
          Duration.ofHours(72),
          Optional.empty(),
          Optional.empty(),
          Duration.ofMinutes(2),
          3,
          false);

  /**
   * Checks the numbers.
   *
   * @param armingPeriod positive
   * @param windowAfterAnswer positive
   * @param windowBeyondArming not negative
   * @param budget at least 1
   * @param settleTime not negative
   * @param takeoverSilence not negative
   * @param takeovers not negative
   * @param strictHolder whether no address may ever take over
   */
  public PassPolicy {
    atLeast("armingPeriod", armingPeriod, Duration.ofSeconds(1));
    atLeast("windowAfterAnswer", windowAfterAnswer, Duration.ofSeconds(1));
    atLeast("windowBeyondArming", windowBeyondArming, Duration.ZERO);
    settleTime.ifPresent(time -> atLeast("settleTime", time, Duration.ZERO));
    atLeast("takeoverSilence", takeoverSilence, Duration.ZERO);
    if (budget.orElse(1) < 1) {
      throw InvalidValueException.of("budget", "at least 1", budget.get());
    }
    if (takeovers < 0) {
      throw InvalidValueException.of("takeovers", "at least 0", takeovers);
    }
  }

  /**
   * These numbers with the brand's own where nothing is said.
   *
   * @param brandBudget the brand's budget
   * @param brandSettleTime the brand's settle time
   * @return the completed policy
   */
  public PassPolicy completedBy(int brandBudget, Duration brandSettleTime) {
    return new PassPolicy(
        armingPeriod,
        windowAfterAnswer,
        windowBeyondArming,
        Optional.of(budget.orElse(brandBudget)),
        Optional.of(settleTime.orElse(brandSettleTime)),
        takeoverSilence,
        takeovers,
        strictHolder);
  }

  /**
   * These numbers with another settle time for all brands.
   *
   * @param time how long after its delivery a credential proves nothing
   * @return the changed policy
   */
  public PassPolicy withSettleTime(Duration time) {
    return new PassPolicy(
        armingPeriod,
        windowAfterAnswer,
        windowBeyondArming,
        budget,
        Optional.of(time),
        takeoverSilence,
        takeovers,
        strictHolder);
  }

  private static void atLeast(String field, Duration value, Duration least) {
    if (value.compareTo(least) < 0) {
      throw InvalidValueException.of(field, "at least " + least, value);
    }
  }
}
