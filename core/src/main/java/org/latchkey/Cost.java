package org.latchkey;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.latchkey.device.Owner;
import org.latchkey.internal.Outage;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.secret.Credential;
import org.latchkey.spi.GlobalPasses;

/**
 * What it has cost so far to look at one proof. A refusal is made to cost the same whatever its
 * reason, so that time does not tell what the answer hides.
 *
 * <p>For one request; not safe for use by several threads.
 */
final class Cost {
  // next, current, the next of a rotation and two former ones; a pass and the one before it
  private static final int CHECKS = 7;
  // the passes of a domain and of a reseller
  private static final int SCOPES = 2;
  private static final Owner NOBODY = new Owner("nobody", "nobody");

  private final GlobalPasses passes;
  private final String username;
  private final Predicate<Credential> matches;
  private final Credential nobodys;
  private int checks;
  private int scopes;
  private boolean named;

  /**
   * Nothing yet.
   *
   * @param username the user name that was shown
   * @param matches says whether what was shown was made with a credential
   * @param nobodys a credential that nobody knows
   */
  Cost(GlobalPasses passes, String username, Predicate<Credential> matches, Credential nobodys) {
    this.passes = passes;
    this.username = username;
    this.matches = matches;
    this.nobodys = nobodys;
  }

  /** Whether a credential is the one that was shown. */
  boolean fits(Credential credential) {
    if (!credential.username().equals(username)) {
      return false;
    }
    checks++;
    return matches.test(credential);
  }

  /** The passes of the shown user name. */
  List<GlobalPass> passesNamed() {
    named = true;
    return Outage.guard("global passes", () -> passes.named(username));
  }

  /** Whether no narrower scope than this one has a pass of its own for an owner's devices. */
  boolean isNarrowest(Scope scope, Owner owner) {
    Optional<String> reseller = Optional.of(owner.reseller());
    boolean domains = hasPass(new Scope(reseller, Optional.of(owner.domain())));
    boolean resellers = hasPass(new Scope(reseller, Optional.empty()));
    return scope.covers(owner)
        && (scope.narrowness() >= 2 || !domains)
        && (scope.narrowness() >= 1 || !resellers);
  }

  private boolean hasPass(Scope scope) {
    scopes++;
    return !Outage.guard("global passes", () -> passes.of(scope)).isEmpty();
  }

  /** Does what a refusal for another reason would have done. */
  void level() {
    if (!named) {
      passesNamed();
    }
    if (scopes < SCOPES) {
      isNarrowest(Scope.INSTALLATION, NOBODY);
    }
    while (checks < CHECKS) {
      checks++;
      boolean never = matches.test(nobodys);
      assert !never : "nobody knows this credential";
    }
  }
}
