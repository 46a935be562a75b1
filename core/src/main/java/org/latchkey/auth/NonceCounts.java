package org.latchkey.auth;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which nonce counts were used on connections that anybody can listen to, so that a
 * request cannot be replayed. Only right responses are remembered, so nobody without a credential
 * can fill the memory, which is bounded all the same: nonces older than the oldest remembered one
 * count as used.
 *
 * <p>Safe for use by many threads. Per node.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-5.5">RFC 7616 section 5.5</a>
 * @since 1.0
 */
public final class NonceCounts {
  private final int generationSize;
  private volatile Map<String, Used> young = new ConcurrentHashMap<>();
  private Map<String, Used> old = Map.of();
  private long forgottenUntil = Long.MIN_VALUE;

  /**
   * Counts with a bound.
   *
   * @param most how many nonces are remembered at most; at least half of them at any time
   */
  public NonceCounts(int most) {
    generationSize = Math.max(1, most / 2);
  }

  /**
   * Notes a use.
   *
   * @param nonce a nonce of ours that is good
   * @param count the client's count
   * @return true if this count of this nonce was not used before, as far as is remembered
   */
  public boolean use(String nonce, long count) {
    Used used = young.get(nonce);
    if (used == null) {
      used = admit(nonce);
    }
    return used != null && used.mark(count);
  }

  /**
   * Finds a nonce among the old ones or begins to remember it; null if it may be a forgotten one.
   */
  private synchronized @Nullable Used admit(String nonce) {
    // one at a time: between two looks the generations may change, and both would begin anew
    Used used = young.get(nonce);
    if (used != null) {
      return used;
    }
    used = old.get(nonce);
    if (used == null) {
      if (Nonces.issuedAt(nonce) <= forgottenUntil) {
        return null;
      }
      used = new Used();
    }
    if (young.size() >= generationSize) {
      age();
    }
    young.put(nonce, used);
    return used;
  }

  private void age() {
    for (String nonce : old.keySet()) {
      forgottenUntil = Math.max(forgottenUntil, Nonces.issuedAt(nonce));
    }
    old = young;
    young = new ConcurrentHashMap<>();
  }

  /** How many nonces are remembered. */
  synchronized int remembered() {
    return young.size() + old.size();
  }

  /** The counts of one nonce: the highest, and which of the 63 below it were used. */
  private static final class Used {
    private long highest;
    private long below;

    synchronized boolean mark(long count) {
      long ahead = count - highest;
      if (ahead > 0) {
        below = ahead >= Long.SIZE ? 1 : (below << ahead) | 1;
        highest = count;
        return true;
      }
      if (-ahead >= Long.SIZE) {
        return false;
      }
      long bit = 1L << -ahead;
      boolean first = (below & bit) == 0;
      below |= bit;
      return first;
    }
  }
}
