package org.latchkey;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.latchkey.Located.Candidate;
import org.latchkey.auth.Challenges;
import org.latchkey.auth.DigestAlgorithm;
import org.latchkey.auth.Nonces;
import org.latchkey.auth.Realm;
import org.latchkey.brand.Traits.Scheme;

/**
 * Step 3: what to offer a phone that has shown nothing, or the wrong thing. Depends on path and
 * header only, never on the inventory: else it would tell strangers our MACs.
 */
final class Challenge {
  private static final List<Scheme> NOBODYS = List.of(Scheme.DIGEST, Scheme.BASIC);

  private final Realm realm;
  private final Set<DigestAlgorithm> algorithms;
  private final Nonces nonces;
  private final Clock clock;

  Challenge(Realm realm, Set<DigestAlgorithm> algorithms, Nonces nonces, Clock clock) {
    this.realm = realm;
    this.algorithms = new LinkedHashSet<>(algorithms);
    this.nonces = nonces;
    this.clock = clock;
  }

  /** The values of the {@code WWW-Authenticate} lines, one scheme a line. */
  List<String> offers(Located located, boolean secure, boolean stale) {
    Instant now = clock.instant();
    List<String> offers = new ArrayList<>(3);
    for (Scheme scheme : schemes(located, secure, stale)) {
      if (scheme == Scheme.BASIC) {
        offers.add(Challenges.basic(realm));
      } else {
        for (DigestAlgorithm algorithm : algorithms) {
          offers.add(Challenges.digest(realm, algorithm, nonces.issue(now), stale));
        }
      }
    }
    return offers;
  }

  private static Set<Scheme> schemes(Located located, boolean secure, boolean stale) {
    Set<Scheme> schemes = new LinkedHashSet<>();
    if (located.headerBrand().isPresent()) {
      schemes.addAll(located.headerBrand().get().traits().challenge());
    } else {
      for (Candidate candidate : located.candidates()) {
        schemes.addAll(candidate.brand().traits().challenge());
      }
    }
    if (schemes.isEmpty()) {
      schemes.addAll(NOBODYS);
    }
    if (!secure) {
      schemes.remove(Scheme.BASIC);
    }
    if (!secure || stale) {
      // where anybody can read it is all there is; and only with Digest can "stale" be said,
      // without
      // which the phone would take its credential for wrong
      schemes.add(Scheme.DIGEST);
    }
    return schemes;
  }
}
