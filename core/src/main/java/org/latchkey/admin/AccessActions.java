package org.latchkey.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.latchkey.admin.Devices.Found;
import org.latchkey.caller.Action;
import org.latchkey.caller.Caller;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LostRaceException;
import org.latchkey.error.StateConflictException;
import org.latchkey.event.EventType;
import org.latchkey.internal.Setup;
import org.latchkey.pass.AdminTransitions;
import org.latchkey.pass.AdminTransitions.Change;
import org.latchkey.pass.Arming;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.PassPolicy;
import org.latchkey.secret.Credential;

/**
 * What administrators do to access: each action is one conditional write, made again when it lost.
 */
final class AccessActions {
  private static final int ATTEMPTS = 5;
  private static final Duration LATEST_START = Duration.ofDays(366);

  private final Setup setup;
  private final Devices devices;

  /** When an action removes what the phone has sent. */
  private enum Purge {
    NEVER,
    /** What must be done even if nothing can be purged: the caller is told after it is done. */
    AFTER,
    /** What must not be done if nothing can be purged; after it too, since the phone may send. */
    BEFORE_AND_AFTER
  }

  AccessActions(Setup setup, Devices devices) {
    this.setup = setup;
    this.devices = devices;
  }

  DeviceView arm(Caller caller, MacAddress mac, ArmOrder order) {
    DeviceView armed =
        change(
            caller,
            mac,
            Purge.BEFORE_AND_AFTER,
            found -> {
              demandCredential(found);
              Optional<Instant> start = start(order);
              Instant end =
                  start
                      .orElseGet(setup.clock()::instant)
                      .plus(order.duration().orElse(policy(found).armingPeriod()));
              // what begins now has begun, even if the clock goes back
              Arming arming = new Arming(start.orElse(Instant.EPOCH), end, order.from(), false);
              return table(found).arm(found.access(), arming, order.keepCredential(), fresh(found));
            });
    setup.guards().failures().forget(mac);
    return armed;
  }

  /** When the arming begins, if not now: an instant that has passed demands nothing. */
  private Optional<Instant> start(ArmOrder order) {
    Instant now = setup.clock().instant();
    Optional<Instant> start = order.notBefore().filter(now::isBefore);
    if (start.filter(now.plus(LATEST_START)::isBefore).isPresent()) {
      throw InvalidValueException.of("notBefore", "at most a year ahead", start.get());
    }
    return start;
  }

  DeviceView disarm(Caller caller, MacAddress mac) {
    return change(caller, mac, Purge.NEVER, found -> table(found).disarm(found.access()));
  }

  DeviceView lock(Caller caller, MacAddress mac) {
    return change(caller, mac, Purge.AFTER, found -> table(found).lock(found.access()));
  }

  DeviceView rotate(Caller caller, MacAddress mac) {
    return change(
        caller, mac, Purge.NEVER, found -> table(found).rotate(effective(found), fresh(found)));
  }

  DeviceView set(Caller caller, MacAddress mac, Credential chosen, boolean atOnce) {
    DeviceView view =
        change(
            caller,
            mac,
            Purge.NEVER,
            found -> {
              demandCredential(found);
              setup.checks().check(found.device(), chosen);
              return table(found).set(effective(found), chosen, atOnce);
            });
    // what the phone shows may have become right by this
    setup.guards().failures().forget(mac);
    return view;
  }

  DeviceView disable(Caller caller, MacAddress mac, boolean disabled) {
    return change(
        caller, mac, Purge.NEVER, found -> table(found).disable(found.access(), disabled));
  }

  private DeviceView change(
      Caller caller, MacAddress mac, Purge purge, Function<Found, Change> how) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Found found = devices.find(caller, mac, Action.ACCESS);
      Change change = how.apply(found);
      if (change.access().equals(found.access()) && change.events().isEmpty()) {
        return devices.view(found);
      }
      if (purge == Purge.BEFORE_AND_AFTER) {
        setup.uploads().purge(mac);
      }
      if (setup.book().write(mac, found.page(), change.access())) {
        audit(caller, found.device().identity(), change.events());
        if (purge != Purge.NEVER) {
          setup.uploads().purge(mac);
        }
        return devices.view(new Found(found.device(), found.page(), change.access()));
      }
    }
    throw new LostRaceException("somebody else is changing device " + mac + ": try again");
  }

  void audit(Caller caller, DeviceIdentity identity, List<EventType> events) {
    for (EventType event : events) {
      setup
          .recorder()
          .happened(event, identity.mac(), Optional.of(identity.owner()), caller.name(), "");
    }
  }

  /** An arming that ended unused is read as what it was before. */
  DeviceAccess effective(Found found) {
    return found.access() instanceof Armed armed
            && !setup.clock().instant().isBefore(armed.arming().end())
        ? armed.before()
        : found.access();
  }

  void demandCredential(Found found) {
    setup
        .brands()
        .noCredential(found.device().identity())
        .ifPresent(
            reason -> {
              throw new StateConflictException(
                  found.device().identity().model()
                      + " phones cannot have a credential of their own: "
                      + reason);
            });
  }

  AdminTransitions table(Found found) {
    return new AdminTransitions(policy(found));
  }

  PassPolicy policy(Found found) {
    String brand = setup.brands().get(found.device().identity().brand()).id();
    return setup.policies().getOrDefault(brand, PassPolicy.DEFAULTS);
  }

  Credential fresh(Found found) {
    return Credential.generate(found.mac().toString(), setup.secrets());
  }
}
