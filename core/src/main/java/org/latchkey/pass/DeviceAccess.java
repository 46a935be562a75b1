package org.latchkey.pass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.latchkey.secret.Credential;

/**
 * Which credentials open one device's configuration: one record per state. Time is never a state:
 * an arming or a window that has ended is read as ended by {@link Transitions}.
 *
 * <p>Values are immutable. Only {@link Transitions} makes one of another.
 *
 * @since 1.0
 */
public sealed interface DeviceAccess {

  /**
   * Tells what all states have in common.
   *
   * @return owner, generation, disabled flag, former credentials
   */
  Standing standing();

  /**
   * The same state with another standing.
   *
   * @param standing the new standing
   * @return the new access
   */
  DeviceAccess with(Standing standing);

  /**
   * The state's name in REST, logs and the store.
   *
   * @return for example {@code armed}
   */
  default String state() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /**
   * Every credential of the device that a request may have shown, also those that open nothing.
   *
   * @return none twice, the most likely first
   */
  default List<Credential> known() {
    List<Credential> known = new ArrayList<>();
    own(known);
    known.addAll(standing().former());
    return known.stream().distinct().toList();
  }

  /**
   * Until when the global pass may open the device, as far as can be said now.
   *
   * @return the end of arming or window; empty in the other states
   */
  default Optional<Instant> openUntil() {
    return Optional.empty();
  }

  /**
   * Adds the credentials that are not former.
   *
   * @param known the list to add to
   */
  void own(List<Credential> known);

  /**
   * Nothing opens the device. A device without a record is locked.
   *
   * @param standing what all states have in common
   */
  record Locked(Standing standing) implements DeviceAccess {
    @Override
    public Locked with(Standing newStanding) {
      return new Locked(newStanding);
    }

    @Override
    public void own(List<Credential> known) {}
  }

  /**
   * The global pass may open the device once.
   *
   * @param standing what all states have in common
   * @param before the state to which disarming or an unused end leads back; never armed
   * @param kept whether what opened the device before still does
   * @param next the credential to be delivered
   * @param arming when, and from where
   */
  record Armed(Standing standing, DeviceAccess before, boolean kept, Credential next, Arming arming)
      implements DeviceAccess {
    @Override
    public Armed with(Standing newStanding) {
      return new Armed(newStanding, before.with(newStanding), kept, next, arming);
    }

    @Override
    public void own(List<Credential> known) {
      known.add(next);
      before.own(known);
    }

    @Override
    public Optional<Instant> openUntil() {
      return Optional.of(arming.end());
    }
  }

  /**
   * A configuration with the next credential was delivered; the phone has not used it yet.
   *
   * @param standing what all states have in common
   * @param kept the credential that opened the device before and still does
   * @param next the delivered credential
   * @param deliveredAt when it was last delivered
   * @param arming the arming that led here
   * @param window how long and for whom the global pass still opens the device
   * @param contest the site of another source that asked and was refused, while that is unresolved
   */
  record Issued(
      Standing standing,
      Optional<Credential> kept,
      Credential next,
      Instant deliveredAt,
      Arming arming,
      Window window,
      Optional<String> contest)
      implements DeviceAccess {
    @Override
    public Issued with(Standing newStanding) {
      return new Issued(newStanding, kept, next, deliveredAt, arming, window, contest);
    }

    Issued deliveredAgain(Instant now) {
      return new Issued(standing, kept, next, now, arming, window, contest);
    }

    @Override
    public void own(List<Credential> known) {
      known.add(next);
      kept.ifPresent(known::add);
    }

    @Override
    public Optional<Instant> openUntil() {
      return Optional.of(window.end());
    }
  }

  /**
   * The device's own credential opens it, the global pass does not.
   *
   * @param standing what all states have in common
   * @param current the own credential
   * @param proof how the phone proved it; empty if an administrator set it
   */
  record Provisioned(Standing standing, Credential current, Optional<Proof> proof)
      implements DeviceAccess {
    @Override
    public Provisioned with(Standing newStanding) {
      return new Provisioned(newStanding, current, proof);
    }

    @Override
    public void own(List<Credential> known) {
      known.add(current);
    }
  }

  /**
   * The own credential is being replaced: the next one is delivered under the current one.
   *
   * @param standing what all states have in common
   * @param current the own credential
   * @param proof how the phone proved the current one
   * @param next the credential being introduced
   * @param deliveredAt when it was last delivered
   */
  record Rotating(
      Standing standing,
      Credential current,
      Optional<Proof> proof,
      Credential next,
      Optional<Instant> deliveredAt)
      implements DeviceAccess {
    @Override
    public Rotating with(Standing newStanding) {
      return new Rotating(newStanding, current, proof, next, deliveredAt);
    }

    Rotating deliveredAgain(Instant now) {
      return new Rotating(standing, current, proof, next, Optional.of(now));
    }

    @Override
    public void own(List<Credential> known) {
      known.add(current);
      known.add(next);
    }
  }

  /**
   * When and from where a phone proved its credential.
   *
   * @param at the instant
   * @param site the source's site
   */
  record Proof(Instant at, String site) {}
}
