package org.latchkey.pass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.device.Owner;
import org.latchkey.error.StateConflictException;
import org.latchkey.event.EventType;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Locked;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.secret.Credential;

/**
 * What becomes of a device's access when an administrator acts. Pure, like {@link Transitions}.
 *
 * <p>A method that throws {@link StateConflictException} names the way out in its message.
 *
 * @since 1.0
 */
public final class AdminTransitions {
  private final PassPolicy policy;

  /**
   * Transitions under a policy.
   *
   * @param policy the numbers, completed by the brand's own
   */
  public AdminTransitions(PassPolicy policy) {
    this.policy = policy;
  }

  /**
   * A changed access and what to report.
   *
   * @param access the access afterwards; the same object if nothing changes
   * @param events what happened
   */
  public record Change(DeviceAccess access, List<EventType> events) {}

  /**
   * Allows the global pass once.
   *
   * @param access the device's access
   * @param arming when, and from where
   * @param keep whether the own credential goes on opening the device until the phone has proven
   *     the next one
   * @param fresh a credential that no phone holds, used where a new one is due
   * @return armed, or still issued with a fresh window
   */
  public Change arm(DeviceAccess access, Arming arming, boolean keep, Credential fresh) {
    if (access instanceof Issued issued) {
      return issued.contest().isPresent()
          ? new Change(
              new Armed(issued.standing(), close(issued), keep, fresh, arming),
              List.of(EventType.ARMED, EventType.SECRETS_EXPOSED))
          : change(reopen(issued, arming), EventType.ARMED);
    }
    if (access instanceof Armed armed) {
      return change(
          new Armed(armed.standing(), armed.before(), keep, armed.next(), arming), EventType.ARMED);
    }
    // a phone may hold the next credential of a rotation already: what is kept must stay the same
    Credential next = keep && access instanceof Rotating rotating ? rotating.next() : fresh;
    return change(new Armed(access.standing(), access, keep, next, arming), EventType.ARMED);
  }

  /**
   * Takes an unused arming back.
   *
   * @param access the device's access
   * @return what it was before; unchanged if it is not armed
   * @throws StateConflictException if the phone may hold the next credential already
   */
  public Change disarm(DeviceAccess access) {
    if (access instanceof Issued) {
      throw new StateConflictException(
          "the phone may hold its next credential already: wait for its proof, or lock the device");
    }
    return access instanceof Armed armed
        ? change(armed.before(), EventType.DISARMED)
        : new Change(access, List.of());
  }

  /**
   * Begins to replace the own credential.
   *
   * @param access the device's access
   * @param fresh a credential that no phone holds
   * @return rotating; unchanged if it is rotating already, since a phone may hold that next one
   * @throws StateConflictException if the device has no proven credential
   */
  public Change rotate(DeviceAccess access, Credential fresh) {
    if (access instanceof Rotating) {
      return new Change(access, List.of());
    }
    if (access instanceof Provisioned provisioned) {
      return change(rotating(provisioned, fresh), EventType.ROTATED);
    }
    throw new StateConflictException(
        "the device is " + access.state() + " and has no credential to replace: arm it instead");
  }

  /**
   * Sets the own credential by hand.
   *
   * @param access the device's access
   * @param chosen the credential
   * @param atOnce whether it replaces the current one now, which cuts the phone off until it holds
   *     the new one
   * @return provisioned, or rotating towards the chosen one
   * @throws StateConflictException if a phone may be about to use another one and {@code atOnce} is
   *     not given
   */
  public Change set(DeviceAccess access, Credential chosen, boolean atOnce) {
    boolean underway = access instanceof Issued || access instanceof Rotating;
    if (underway && !atOnce) {
      throw new StateConflictException(
          "the phone may hold its next credential already: set this one at once (the phone is cut"
              + " off until it holds it), or wait for the proof");
    }
    if (access instanceof Provisioned provisioned && !atOnce) {
      return change(rotating(provisioned, chosen), EventType.CREDENTIAL_SET);
    }
    List<Credential> retired = new ArrayList<>();
    access.own(retired);
    retired.remove(chosen);
    Standing standing = access.standing().retire(retired.toArray(Credential[]::new));
    return change(new Provisioned(standing, chosen, Optional.empty()), EventType.CREDENTIAL_SET);
  }

  /**
   * Destroys all credentials: the theft button.
   *
   * @param access the device's access
   * @return locked
   */
  public Change lock(DeviceAccess access) {
    return change(new Locked(access.standing().forgetFormer()), EventType.LOCKED);
  }

  /**
   * Disables or enables; the state stays as it is.
   *
   * @param access the device's access
   * @param disabled whether nothing may open the device
   * @return the same state with the flag
   */
  public Change disable(DeviceAccess access, boolean disabled) {
    return access.standing().disabled() == disabled
        ? new Change(access, List.of())
        : change(
            access.with(access.standing().disabled(disabled)),
            disabled ? EventType.DISABLED : EventType.ENABLED);
  }

  /**
   * Takes the access along when a device moves between domains of one reseller. Until {@link
   * #endMove} it belongs to both, so that no phone is refused while the inventory changes.
   *
   * @param access the device's access
   * @param owner the new owner
   * @return the same state under the new owner
   */
  public Change move(DeviceAccess access, Owner owner) {
    return change(access.with(access.standing().ownedBy(owner)), EventType.EDITED);
  }

  /**
   * Ends a move: the access belongs to its new owner alone.
   *
   * @param access the device's access
   * @return the same state
   */
  public static DeviceAccess endMove(DeviceAccess access) {
    return access.with(access.standing().moved());
  }

  /** A fresh window for the same credential; whoever asks first becomes the holder. */
  private Issued reopen(Issued issued, Arming arming) {
    Instant last = issued.window().lastAnswer();
    Window window =
        new Window(
            issued.window().passId(),
            last,
            arming.end(),
            0,
            policy.budget().orElseThrow(),
            Holder.NOBODY,
            0);
    return new Issued(
        issued.standing(),
        issued.kept(),
        issued.next(),
        issued.deliveredAt(),
        arming,
        window,
        Optional.empty());
  }

  private static Issued close(Issued issued) {
    return new Issued(
        issued.standing(),
        issued.kept(),
        issued.next(),
        issued.deliveredAt(),
        issued.arming(),
        issued.window().closed(),
        issued.contest());
  }

  private static Rotating rotating(Provisioned provisioned, Credential next) {
    return new Rotating(
        provisioned.standing(), provisioned.current(), provisioned.proof(), next, Optional.empty());
  }

  private static Change change(DeviceAccess access, EventType event) {
    return new Change(access, List.of(event));
  }
}
