package org.latchkey.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;

/** What happened to the phones of one walk, once. Safe for use by several threads. */
final class MatrixCell {
  private final Map<SimulatedPhone, Trace> traces = new LinkedHashMap<>();
  private String walk;
  private Optional<String> notApplicable = Optional.empty();
  private boolean counted = true;

  MatrixCell(String walk) {
    this.walk = walk;
  }

  /**
   * What happened to one phone.
   *
   * @param after the state that the walk left behind
   * @param boots how often it was switched on before it had settled
   * @param requests how many it sent
   * @param end the state at the end
   */
  record Trace(String after, int boots, int requests, String end) {
    static final Trace NONE = new Trace("", 0, 0, "");
  }

  synchronized void rename(String newWalk) {
    walk = newWalk;
  }

  synchronized void notApplicable(String why) {
    notApplicable = Optional.of(why);
  }

  /** Requests depend on who is faster. */
  synchronized void isNotCounted() {
    counted = false;
  }

  synchronized void round(SimulatedPhone phone, Round round) {
    traces.merge(
        phone,
        new Trace("", 0, round.exchanges().size(), ""),
        (then, now) -> new Trace(then.after, then.boots, then.requests + now.requests, then.end));
  }

  /** The walk is over, from now on the phone is left alone. */
  synchronized void after(SimulatedPhone phone, String state) {
    Trace then = traces.getOrDefault(phone, Trace.NONE);
    traces.put(phone, new Trace(state, 0, then.requests, ""));
  }

  synchronized void settled(SimulatedPhone phone, int boots, String state) {
    Trace then = traces.getOrDefault(phone, Trace.NONE);
    traces.put(phone, new Trace(then.after, boots, then.requests, state));
  }

  /** What came before belongs to no walk. */
  synchronized void restart(SimulatedPhone phone) {
    traces.put(phone, Trace.NONE);
  }

  synchronized List<SimulatedPhone> phones() {
    return new ArrayList<>(traces.keySet());
  }

  synchronized boolean isOpen(SimulatedPhone phone) {
    return traces.getOrDefault(phone, Trace.NONE).end.isEmpty();
  }

  synchronized String walk() {
    return walk;
  }

  synchronized Optional<String> reason() {
    return notApplicable;
  }

  synchronized boolean counted() {
    return counted;
  }

  synchronized List<Trace> traces() {
    return new ArrayList<>(traces.values());
  }
}
