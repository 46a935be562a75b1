package org.latchkey.testkit.phone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Report of one provisioning round or upload: what was asked, what was noticed, what was taken
 * over.
 *
 * <p>Immutable; holds names of settings but never their values, so it may be printed.
 *
 * @param outcome how it ended
 * @param exchanges every request, in the order sent
 * @param defects what the server did wrong, in the order noticed
 * @param applied names of the files that were new or changed and were taken over, in order
 * @param unchanged names of the files that had the same bytes as last time
 * @param failed names of the files that could not be had because of errors other than 403 and 404
 * @param changedKeys settings that have another value than before, in order
 * @param notes what else happened, in words
 * @param waited how long the phone was idle in between, in virtual time
 * @param nextWakeUp after what time the phone asks again by itself, or empty if it will not
 * @since 1.0
 */
public record Round(
    Outcome outcome,
    List<Exchange> exchanges,
    List<Defect> defects,
    List<String> applied,
    List<String> unchanged,
    List<String> failed,
    List<String> changedKeys,
    List<String> notes,
    Duration waited,
    Optional<Duration> nextWakeUp) {

  /**
   * Copies all lists.
   *
   * @param outcome how it ended
   * @param exchanges every request, in the order sent
   * @param defects what the server did wrong
   * @param applied files taken over
   * @param unchanged files with the same bytes as last time
   * @param failed files that could not be had
   * @param changedKeys settings with another value than before
   * @param notes what else happened
   * @param waited idle time in between
   * @param nextWakeUp time until the phone asks again by itself
   */
  public Round {
    exchanges = List.copyOf(exchanges);
    defects = List.copyOf(defects);
    applied = List.copyOf(applied);
    unchanged = List.copyOf(unchanged);
    failed = List.copyOf(failed);
    changedKeys = List.copyOf(changedKeys);
    notes = List.copyOf(notes);
  }

  /**
   * The names of the files asked for, each followed by its status, such as {@code a.cfg 401}.
   *
   * @return one text for each exchange, in order
   */
  public List<String> trace() {
    return exchanges.stream().map(e -> e.file() + " " + e.status()).toList();
  }

  /**
   * The last exchange about one file.
   *
   * @param file the last segment of the path
   * @return the exchange, or empty if this file was never asked for
   */
  public Optional<Exchange> last(String file) {
    return exchanges.stream().filter(e -> e.file().equals(file)).reduce((a, b) -> b);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(outcome);
    if (!waited.isZero()) {
      text.append(", waited ").append(waited.toSeconds()).append(" s");
    }
    nextWakeUp.ifPresent(t -> text.append(", next in ").append(t.toMinutes()).append(" min"));
    exchanges.forEach(e -> text.append("\n").append(e));
    defects.forEach(d -> text.append("\n    defect ").append(d));
    notes.forEach(n -> text.append("\n    note ").append(n));
    return text.toString();
  }
}
