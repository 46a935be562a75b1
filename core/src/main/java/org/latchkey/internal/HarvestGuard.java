package org.latchkey.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.pass.HarvestPolicy;
import org.latchkey.pass.Source;

/**
 * Watches, for this node and in bounded memory, which sources try a right global pass on MAC after
 * MAC. A source is watched under each scope of passes apart, so that a site is never paced for
 * another reseller's phones.
 *
 * <p>Safe for use by many threads.
 */
public final class HarvestGuard {
  private static final int MOST_SOURCES = 4_096;
  private static final int PROOFS = 1 << 16;
  private static final Scope INSTALLATION = Scope.INSTALLATION;

  private final HarvestPolicy policy;
  private final Clock clock;
  private final OwnUses proofs;
  private final Map<Key, Map<MacAddress, Instant>> tries = new Bounded<>();
  private final Map<Key, Suspect> suspects = new Bounded<>();
  private volatile boolean anySuspect;

  private record Key(String site, Scope scope) {}

  private static final class Suspect {
    final Instant until;
    Optional<MacAddress> last = Optional.empty();
    Instant lastAt = Instant.EPOCH;

    Suspect(Instant until) {
      this.until = until;
    }
  }

  /** Forgets whom it has not heard of for longest. */
  private static final class Bounded<V> extends LinkedHashMap<Key, V> {
    private static final long serialVersionUID = 1L;

    Bounded() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
      return size() > MOST_SOURCES;
    }
  }

  /**
   * A guard that suspects nobody.
   *
   * @param policy when to suspect
   * @param hash spreads what is remembered of sources
   * @param clock the present
   */
  public HarvestGuard(HarvestPolicy policy, KeyedHash hash, Clock clock) {
    this.policy = policy;
    this.clock = clock;
    this.proofs = new OwnUses(hash, PROOFS);
  }

  /**
   * A device used its own credential: passes that could open it are at home there.
   *
   * @param source from where
   * @param owner the device's owner
   */
  public void proved(Source source, Owner owner) {
    Instant now = clock.instant();
    Optional<String> reseller = Optional.of(owner.reseller());
    proofs.note(number(INSTALLATION), source, now);
    proofs.note(number(new Scope(reseller, Optional.empty())), source, now);
    proofs.note(number(new Scope(reseller, Optional.of(owner.domain()))), source, now);
  }

  /**
   * A right pass was shown for a MAC that is unknown or locked.
   *
   * @param source from where
   * @param scope the pass's scope
   * @param mac the MAC
   * @return true if that made the source suspect
   */
  public boolean tried(Source source, Scope scope, MacAddress mac) {
    Instant now = clock.instant();
    if (proofs.isKnown(number(scope), source, now)) {
      return false;
    }
    Key key = new Key(source.site(), scope);
    synchronized (this) {
      if (suspect(key, now) != null) {
        return false;
      }
      Map<MacAddress, Instant> seen = tries.computeIfAbsent(key, k -> new HashMap<>());
      seen.values().removeIf(at -> isOver(at, policy.within(), now));
      seen.put(mac, now);
      if (seen.size() < policy.strangers()) {
        return false;
      }
      tries.remove(key);
      suspects.put(key, new Suspect(now.plus(policy.suspicion())));
      anySuspect = true;
      return true;
    }
  }

  /**
   * How long a source must wait before a pass may open an armed device for it. Without a wait, the
   * device is the one that it opens now.
   *
   * @param source from where
   * @param scope the pass's scope
   * @param mac the device
   * @return zero if it may now
   */
  public Duration delay(Source source, Scope scope, MacAddress mac) {
    if (!anySuspect) {
      return Duration.ZERO;
    }
    Key key = new Key(source.site(), scope);
    Instant now = clock.instant();
    synchronized (this) {
      Suspect suspect = suspect(key, now);
      if (suspect == null || suspect.last.filter(mac::equals).isPresent()) {
        return Duration.ZERO;
      }
      if (!isOver(suspect.lastAt, policy.pace(), now)) {
        return policy.pace().minus(Duration.between(suspect.lastAt, now));
      }
      suspect.last = Optional.of(mac);
      suspect.lastAt = now;
      return Duration.ZERO;
    }
  }

  /**
   * An administrator vouches for a source.
   *
   * @param site the source's site
   * @param scope the scope of the pass that it showed
   */
  public synchronized void clear(String site, Scope scope) {
    Key key = new Key(site, scope);
    tries.remove(key);
    suspects.remove(key);
    anySuspect = !suspects.isEmpty();
  }

  /** How many sources are remembered. */
  synchronized int sources() {
    return tries.size() + suspects.size();
  }

  private @Nullable Suspect suspect(Key key, Instant now) {
    Suspect suspect = suspects.get(key);
    if (suspect == null || now.isBefore(suspect.until)) {
      return suspect;
    }
    suspects.remove(key);
    anySuspect = !suspects.isEmpty();
    return null;
  }

  /** A clock that went back ends whatever it had begun. */
  private static boolean isOver(Instant since, Duration time, Instant now) {
    Duration passed = Duration.between(since, now);
    return passed.isNegative() || passed.compareTo(time) >= 0;
  }

  private static long number(Scope scope) {
    long reseller = scope.reseller().map(String::hashCode).orElse(0);
    long domain = scope.domain().map(String::hashCode).orElse(0);
    return ((reseller << 32) ^ (domain & 0xffffffffL)) * 4 + scope.narrowness();
  }
}
