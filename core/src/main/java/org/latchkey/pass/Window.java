package org.latchkey.pass;

import java.time.Duration;
import java.time.Instant;

/**
 * How long and for whom a first boot stays open, once it has begun.
 *
 * @param passId the global pass that opened it; empty if the own credential did
 * @param lastAnswer when it was last answered
 * @param end when it closes
 * @param answers how many answers with secrets were given
 * @param budget how many may be given
 * @param holder who runs the first boot
 * @param changes how often another address took over
 * @since 1.0
 */
public record Window(
    String passId,
    Instant lastAnswer,
    Instant end,
    int answers,
    int budget,
    Holder holder,
    int changes) {

  /**
   * Says whether the global pass may still open it.
   *
   * @param now the present
   * @return true before its end, while budget is left
   */
  public boolean isOpen(Instant now) {
    return now.isBefore(end) && answers < budget;
  }

  Window closed() {
    return new Window(passId, lastAnswer, lastAnswer, answers, 0, holder, changes);
  }

  Window answered(Instant now, Instant newEnd, Source source) {
    boolean takeover = !holder.admits(source);
    return new Window(
        passId,
        now,
        newEnd,
        answers + 1,
        budget,
        takeover ? Holder.of(source) : holder.with(source),
        takeover ? changes + 1 : changes);
  }

  /**
   * What is left of the silence that a takeover demands; a clock that went back counts as silence.
   */
  Duration silenceMissing(Instant now, Duration demanded) {
    Duration silent = Duration.between(lastAnswer, now);
    boolean enough = silent.isNegative() || silent.compareTo(demanded) >= 0;
    return enough ? Duration.ZERO : demanded.minus(silent);
  }
}
