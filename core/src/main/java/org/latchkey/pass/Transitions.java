package org.latchkey.pass;

import static org.latchkey.event.EventType.CONTESTED;
import static org.latchkey.event.EventType.HOLDER_CHANGED;
import static org.latchkey.event.EventType.ISSUED;
import static org.latchkey.event.EventType.NEEDS_ARMING;
import static org.latchkey.event.EventType.NOT_APPLIED;
import static org.latchkey.event.EventType.OLD_CREDENTIAL;
import static org.latchkey.event.EventType.REPEATED;
import static org.latchkey.event.EventType.SERVED;
import static org.latchkey.event.EventType.STALE_PASS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.device.Owner;
import org.latchkey.event.EventType;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Locked;
import org.latchkey.pass.DeviceAccess.Proof;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.pass.Presentation.Ask;
import org.latchkey.secret.Credential;

/**
 * What becomes of a device's access when a phone shows a credential. Pure: equal arguments give
 * equal results, and nothing happens until the caller stores them.
 *
 * <p>Two rules stand above the table. No phone that behaves is stranded by our choice of moment:
 * the global pass closes only when the phone has shown the credential that replaces it. And
 * whatever is refused here for good is a wrong credential for this device; all else is "ask again
 * later".
 *
 * <p>What administrators do is in {@link AdminTransitions}.
 *
 * @since 1.0
 */
public final class Transitions {
  private static final Duration FRESH_PROOF = Duration.ofHours(24);
  private static final int ANSWERS_UNTIL_SUSPICION = 5;

  private final PassPolicy policy;

  /**
   * Transitions under a policy.
   *
   * @param policy the numbers, completed by the brand's own
   */
  public Transitions(PassPolicy policy) {
    this.policy = policy;
  }

  /**
   * Reads a stored access as that of a device: what belongs to another owner or to a former entry
   * of the inventory opens nothing.
   *
   * @param stored what is stored, if anything
   * @param owner the device's owner now
   * @param generation the device's inventory entry now
   * @return the access, locked if it is absent or not this device's
   */
  public static DeviceAccess read(Optional<DeviceAccess> stored, Owner owner, String generation) {
    return stored
        .filter(access -> belongs(access, owner, generation))
        .orElseGet(() -> new Locked(Standing.fresh(owner, generation)));
  }

  /**
   * Says whether an access is that of an inventory entry.
   *
   * @param access what is stored
   * @param owner the device's owner now
   * @param generation the device's inventory entry now
   * @return true if owner and generation are the same
   */
  public static boolean belongs(DeviceAccess access, Owner owner, String generation) {
    Standing standing = access.standing();
    boolean owned =
        standing.owner().equals(owner) || standing.movedFrom().filter(owner::equals).isPresent();
    return owned && standing.generation().equals(generation);
  }

  /**
   * The global pass was shown.
   *
   * @param access the device's access
   * @param passId which pass
   * @param how how it was shown
   * @return what to answer and what changes
   */
  public Decision global(DeviceAccess access, String passId, Presentation how) {
    if (access instanceof Armed armed) {
      return globalArmed(armed, passId, how);
    }
    if (access instanceof Issued issued) {
      return globalIssued(issued, how);
    }
    if (access instanceof Provisioned provisioned) {
      return globalClosed(access, provisioned.proof(), how);
    }
    if (access instanceof Rotating rotating) {
      return globalClosed(access, rotating.proof(), how);
    }
    return Decision.refuse(access, NEEDS_ARMING);
  }

  private Decision globalArmed(Armed armed, String passId, Presentation how) {
    if (!armed.arming().runs(how.now())) {
      return Decision.refuse(armed, NEEDS_ARMING);
    }
    if (!armed.arming().isMetBy(how.source())) {
      return Decision.refuse(armed, CONTESTED);
    }
    if (how.ask() != Ask.DELIVERY) {
      return Decision.serve(armed, armed.next());
    }
    return Decision.serve(issue(armed, passId, 1, how), armed.next(), ISSUED);
  }

  private Decision globalIssued(Issued issued, Presentation how) {
    Window window = issued.window();
    if (!window.isOpen(how.now())) {
      return Decision.refuse(issued, NEEDS_ARMING);
    }
    if (!issued.arming().isMetBy(how.source())) {
      return Decision.refuse(issued, CONTESTED);
    }
    if (how.ask() == Ask.OTHER) {
      return Decision.serve(issued, issued.next());
    }
    boolean takeover = !window.holder().admits(how.source());
    if (takeover) {
      Duration wait = window.silenceMissing(how.now(), policy.takeoverSilence());
      boolean exhausted = policy.strictHolder() || window.changes() >= policy.takeovers();
      if (exhausted || !wait.isZero()) {
        Duration retry = exhausted ? policy.takeoverSilence() : wait;
        return Decision.busy(contested(issued, how.source()), retry, CONTESTED);
      }
    }
    if (how.ask() == Ask.LOOK) {
      return Decision.serve(issued, issued.next());
    }
    return repeat(issued, takeover, how);
  }

  /** The same credential once more: one answer less to give, and the window moves. */
  private Decision repeat(Issued issued, boolean takeover, Presentation how) {
    Window window =
        issued.window().answered(how.now(), windowEnd(issued.arming(), how.now()), how.source());
    // a contest is over when the address that was refused has taken over
    boolean resolved = issued.contest().filter(how.source().site()::equals).isPresent();
    Issued repeated =
        new Issued(
            issued.standing(),
            issued.kept(),
            issued.next(),
            how.now(),
            issued.arming(),
            window,
            resolved ? Optional.empty() : issued.contest());
    List<EventType> events = new ArrayList<>(List.of(REPEATED));
    if (takeover) {
      events.add(HOLDER_CHANGED);
    }
    if (window.answers() == ANSWERS_UNTIL_SUSPICION) {
      events.add(NOT_APPLIED);
    }
    return Decision.serve(repeated, issued.next(), events.toArray(EventType[]::new));
  }

  private Decision globalClosed(DeviceAccess access, Optional<Proof> proof, Presentation how) {
    if (how.ownSeen()) {
      return Decision.refuse(access, STALE_PASS);
    }
    boolean recentlyElsewhere =
        proof
            .filter(p -> Duration.between(p.at(), how.now()).compareTo(FRESH_PROOF) < 0)
            .filter(p -> !p.site().equals(how.source().site()))
            .isPresent();
    return recentlyElsewhere
        ? Decision.refuse(access, CONTESTED)
        : Decision.refuse(access, NEEDS_ARMING).withUndecided();
  }

  /**
   * A credential that is or was the device's own was shown.
   *
   * @param access the device's access
   * @param shown one of {@link DeviceAccess#known}
   * @param how how it was shown
   * @return what to answer and what changes
   */
  public Decision own(DeviceAccess access, Credential shown, Presentation how) {
    if (access instanceof Armed armed) {
      return ownArmed(armed, shown, how);
    }
    if (access instanceof Issued issued) {
      return ownIssued(issued, shown, how);
    }
    if (access instanceof Provisioned provisioned && shown.equals(provisioned.current())) {
      return Decision.serve(access, shown, SERVED);
    }
    if (access instanceof Rotating rotating) {
      return ownRotating(rotating, shown, how);
    }
    return Decision.refuse(access, OLD_CREDENTIAL);
  }

  private Decision ownArmed(Armed armed, Credential shown, Presentation how) {
    if (shown.equals(armed.next()) && !opens(armed.before(), shown)) {
      // only an answer tells it: the write that recorded its delivery was lost
      return Decision.serve(issue(armed, "", 0, how), shown, ISSUED);
    }
    if (!armed.arming().runs(how.now())) {
      // before its start nothing is taken away, after its end the former state counts again; the
      // arming itself stays on record, since a clock that was wrong may be set right
      Decision before = own(armed.before(), shown, how);
      DeviceAccess after = before.access();
      return before.withAccess(
          after.equals(armed.before())
              ? armed
              : new Armed(after.standing(), after, armed.kept(), armed.next(), armed.arming()));
    }
    if (shown.equals(armed.next())) {
      return Decision.serve(issue(armed, "", 0, how), shown, ISSUED);
    }
    if (!armed.kept() || !opens(armed.before(), shown)) {
      return Decision.refuse(armed, OLD_CREDENTIAL);
    }
    if (current(armed.before()).filter(shown::equals).isPresent()) {
      return Decision.serve(armed, shown, SERVED);
    }
    // of a rotation under way the phone holds the next one: that is the one to be proven
    Armed held = new Armed(armed.standing(), armed.before(), armed.kept(), shown, armed.arming());
    return Decision.serve(issue(held, "", 0, how), shown, ISSUED);
  }

  private Decision ownIssued(Issued issued, Credential shown, Presentation how) {
    if (shown.equals(issued.next())) {
      if (isFuture(issued.deliveredAt(), how)) {
        return Decision.serve(issued.deliveredAgain(how.now()), shown, SERVED);
      }
      if (!proves(how, Optional.of(issued.deliveredAt()))) {
        return Decision.serve(issued, shown, SERVED);
      }
      Standing standing =
          issued.kept().map(issued.standing()::retire).orElse(issued.standing()).seen(how.seen());
      return Decision.prove(
          new Provisioned(standing, shown, Optional.of(new Proof(how.now(), how.source().site()))),
          shown);
    }
    return issued.kept().filter(shown::equals).isPresent()
        ? Decision.serve(issued, shown, SERVED)
        : Decision.refuse(issued, OLD_CREDENTIAL);
  }

  private Decision ownRotating(Rotating rotating, Credential shown, Presentation how) {
    if (shown.equals(rotating.current())) {
      boolean noted = policySettle().isZero() && rotating.deliveredAt().isPresent();
      if (how.ask() != Ask.DELIVERY || noted) {
        return Decision.serve(rotating, rotating.next(), SERVED);
      }
      return Decision.serve(rotating.deliveredAgain(how.now()), rotating.next(), SERVED);
    }
    if (!shown.equals(rotating.next())) {
      return Decision.refuse(rotating, OLD_CREDENTIAL);
    }
    if (rotating.deliveredAt().filter(at -> isFuture(at, how)).isPresent()) {
      return Decision.serve(rotating.deliveredAgain(how.now()), shown, SERVED);
    }
    if (!proves(how, rotating.deliveredAt())) {
      return Decision.serve(rotating, shown, SERVED);
    }
    Standing standing = rotating.standing().retire(rotating.current()).seen(how.seen());
    Proof proof = new Proof(how.now(), how.source().site());
    return Decision.prove(new Provisioned(standing, shown, Optional.of(proof)), shown);
  }

  /** The first delivery: from now on the phone may hold the next credential. */
  private Issued issue(Armed armed, String passId, int answers, Presentation how) {
    Optional<Credential> kept = armed.kept() ? current(armed.before()) : Optional.empty();
    List<Credential> retired = new ArrayList<>();
    armed.before().own(retired);
    retired.remove(armed.next());
    kept.ifPresent(retired::remove);
    Window window =
        new Window(
            passId,
            how.now(),
            windowEnd(armed.arming(), how.now()),
            answers,
            policy.budget().orElseThrow(),
            Holder.of(how.source()),
            0);
    return new Issued(
        armed.standing().retire(retired.toArray(Credential[]::new)),
        kept,
        armed.next(),
        how.now(),
        armed.arming(),
        window,
        Optional.empty());
  }

  private Instant windowEnd(Arming arming, Instant now) {
    Instant end = now.plus(policy.windowAfterAnswer());
    Instant latest = arming.end().plus(policy.windowBeyondArming());
    if (end.isBefore(arming.end())) {
      return arming.end();
    }
    return end.isAfter(latest) ? latest : end;
  }

  private static Issued contested(Issued issued, Source refused) {
    Optional<String> site = Optional.of(refused.site());
    return issued.contest().equals(site)
        ? issued
        : new Issued(
            issued.standing(),
            issued.kept(),
            issued.next(),
            issued.deliveredAt(),
            issued.arming(),
            issued.window(),
            site);
  }

  /**
   * Whether a delivery lies in the future: the clock went back. Then the settle time counts from
   * now, so that it is neither cut short, which could strand a phone, nor longer by the step.
   */
  private boolean isFuture(Instant deliveredAt, Presentation how) {
    return how.proving() && !policySettle().isZero() && deliveredAt.isAfter(how.now());
  }

  /** Whether the phone has certainly stored what it shows. */
  private boolean proves(Presentation how, Optional<Instant> deliveredAt) {
    if (!how.proving()) {
      return false;
    }
    return policySettle().isZero()
        || deliveredAt
            .filter(at -> Duration.between(at, how.now()).compareTo(policySettle()) < 0)
            .isEmpty();
  }

  private Duration policySettle() {
    return policy.settleTime().orElseThrow();
  }

  static Optional<Credential> current(DeviceAccess access) {
    if (access instanceof Provisioned provisioned) {
      return Optional.of(provisioned.current());
    }
    if (access instanceof Rotating rotating) {
      return Optional.of(rotating.current());
    }
    return access instanceof Issued issued ? issued.kept() : Optional.empty();
  }

  private static boolean opens(DeviceAccess before, Credential shown) {
    List<Credential> own = new ArrayList<>();
    before.own(own);
    return own.contains(shown);
  }
}
