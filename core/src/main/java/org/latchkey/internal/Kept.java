package org.latchkey.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a host has answered, each kept for a few seconds: a storm of phones asks for the same. Never
 * used for who may read what.
 *
 * <p>Safe for use by many threads.
 *
 * @param <K> what was asked
 * @param <V> what was answered
 */
public final class Kept<K, V> {
  private static final Duration TIME = Duration.ofSeconds(5);

  private final Clock clock;
  private final int most;
  private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();

  private record Answer<V>(V value, Instant at) {}

  /**
   * Keeps nothing yet.
   *
   * @param clock the present
   * @param most how many answers are kept before all are forgotten
   */
  public Kept(Clock clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  /**
   * The answer to a question, at most five seconds old.
   *
   * @param question what is asked
   * @param host asked if no answer is kept; what it throws is thrown, and nothing kept
   * @return the answer
   */
  public V get(K question, Function<K, V> host) {
    Instant now = clock.instant();
    Answer<V> known = answers.get(question);
    // answered after now: the clock went back
    if (known != null && !now.isBefore(known.at()) && now.isBefore(known.at().plus(TIME))) {
      return known.value();
    }
    V value = host.apply(question);
    if (answers.size() >= most) {
      answers.clear();
    }
    answers.put(question, new Answer<>(value, now));
    return value;
  }

  /**
   * Forgets an answer, because this node has changed what it was about.
   *
   * @param question what was asked
   */
  public void forget(K question) {
    answers.remove(question);
  }
}
