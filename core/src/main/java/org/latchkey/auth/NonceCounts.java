package org.latchkey.auth;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
  private volatile Map<String, Used> old = new ConcurrentHashMap<>();
  private volatile long forgottenUntil = Long.MIN_VALUE;

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
      used = old.get(nonce);
      if (used == null && Nonces.issuedAt(nonce) <= forgottenUntil) {
        return false;
      }
      if (young.size() >= generationSize) {
        age();
      }
      Used mine = used == null ? new Used() : used;
      Used theirs = young.putIfAbsent(nonce, mine);
      used = theirs == null ? mine : theirs;
    }
    return used.mark(count);
  }

  private synchronized void age() {
    if (young.size() < generationSize) {
      return;
    }
    long latest = forgottenUntil;
    for (String nonce : old.keySet()) {
      latest = Math.max(latest, Nonces.issuedAt(nonce));
    }
    forgottenUntil = latest;
    old = young;
    young = new ConcurrentHashMap<>();
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
