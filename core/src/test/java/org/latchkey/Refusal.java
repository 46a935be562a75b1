package org.latchkey;

import static org.latchkey.event.EventType.CONTESTED;
import static org.latchkey.event.EventType.DISABLED_DEVICE;
import static org.latchkey.event.EventType.KNOCKED;
import static org.latchkey.event.EventType.NEEDS_ARMING;
import static org.latchkey.event.EventType.OLD_CREDENTIAL;
import static org.latchkey.event.EventType.OWNER_CHANGED;
import static org.latchkey.event.EventType.STALE_PASS;
import static org.latchkey.event.EventType.UNKNOWN_DEVICE;
import static org.latchkey.event.EventType.WRONG_CREDENTIAL;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.latchkey.admin.ArmOrder;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.event.EventType;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.pass.Network;
import org.latchkey.secret.Credential;

/** Every reason for which a credential is refused on a device file, and how it comes about. */
enum Refusal {
  WRONG_PASSWORD(Gate.MAC, WRONG_CREDENTIAL, gate -> wrongPasswordFor(gate.provisioned(Gate.MAC))),
  WRONG_PASSWORD_OF_THE_PASS(
      Gate.MAC, WRONG_CREDENTIAL, gate -> wrongPasswordFor(gate.armed(Gate.MAC).shown())),
  UNKNOWN_USER(
      Gate.MAC,
      WRONG_CREDENTIAL,
      gate -> {
        gate.armed(Gate.MAC);
        return Credential.of("stranger", "GuessedPassword1");
      }),
  ANOTHER_DEVICES_OWN(
      Gate.MAC, WRONG_CREDENTIAL, gate -> gate.armed(Gate.MAC).provisioned(Gate.OTHER)),
  UNKNOWN_MAC(
      Gate.UNKNOWN,
      UNKNOWN_DEVICE,
      gate -> Credential.of(Gate.UNKNOWN.toString(), "GuessedPassword1")),
  PASS_FOR_UNKNOWN_MAC(Gate.UNKNOWN, KNOCKED, Gate::shown),
  DISABLED_OWN(
      Gate.MAC,
      DISABLED_DEVICE,
      gate -> {
        Credential own = gate.provisioned(Gate.MAC);
        gate.latchkey.administration().disable(Gate.ADMIN, Gate.MAC);
        return own;
      }),
  DISABLED_PASS(
      Gate.MAC,
      DISABLED_DEVICE,
      gate -> {
        gate.armed(Gate.MAC);
        gate.latchkey.administration().disable(Gate.ADMIN, Gate.MAC);
        return Gate.PASS;
      }),
  NEVER_ARMED(Gate.MAC, NEEDS_ARMING, gate -> gate.entered(Gate.MAC, "quick", false).shown()),
  CLOSED(
      Gate.MAC,
      STALE_PASS,
      gate -> {
        gate.provisioned(Gate.MAC);
        return Gate.PASS;
      }),
  CLOSED_WHILE_ROTATING(
      Gate.MAC,
      STALE_PASS,
      gate -> {
        gate.provisioned(Gate.MAC);
        gate.latchkey.administration().rotate(Gate.ADMIN, Gate.MAC);
        return Gate.PASS;
      }),
  ARMING_ENDED(
      Gate.MAC,
      NEEDS_ARMING,
      gate -> {
        gate.armed(Gate.MAC);
        gate.clock.advance(Duration.ofDays(7));
        return Gate.PASS;
      }),
  ARMING_NOT_BEGUN(
      Gate.MAC,
      NEEDS_ARMING,
      gate -> {
        gate.entered(Gate.MAC, "quick", false);
        ArmOrder later =
            new ArmOrder(
                false,
                Optional.empty(),
                Optional.of(gate.clock.instant().plusSeconds(60)),
                List.of());
        gate.latchkey.administration().arm(Gate.ADMIN, Gate.MAC, later);
        return Gate.PASS;
      }),
  WINDOW_ENDED(
      Gate.MAC,
      NEEDS_ARMING,
      gate -> {
        gate.armed(Gate.MAC).firstBoot(Gate.MAC);
        gate.clock.advance(Duration.ofDays(8));
        return Gate.PASS;
      }),
  BUDGET_SPENT(
      Gate.MAC,
      NEEDS_ARMING,
      gate -> {
        gate.armed(Gate.MAC);
        for (int i = 0; i < 20; i++) {
          gate.firstBoot(Gate.MAC);
        }
        return Gate.PASS;
      }),
  DEMAND_UNMET(
      Gate.MAC,
      CONTESTED,
      gate -> {
        gate.entered(Gate.MAC, "quick", false);
        gate.armFrom(Gate.MAC, Network.of("198.51.100.0/24"));
        return Gate.PASS;
      }),
  WIDER_PASS(
      Gate.MAC,
      WRONG_CREDENTIAL,
      gate -> {
        Scope domain = new Scope(Optional.of("west"), Optional.of("acme.example"));
        Credential narrow = Credential.of("acmepass", "NarrowerPassword1");
        gate.passes.add(new GlobalPass("domain", domain, narrow, false));
        return gate.armed(Gate.MAC).shown();
      }),
  FOREIGN_PASS(
      Gate.MAC,
      WRONG_CREDENTIAL,
      gate -> {
        Scope east = new Scope(Optional.of("east"), Optional.empty());
        Credential foreign = Credential.of("eastpass", "ForeignPassword1");
        gate.passes.add(new GlobalPass("east", east, foreign, false));
        gate.armed(Gate.MAC);
        return foreign;
      }),
  FORMER(
      Gate.MAC,
      OLD_CREDENTIAL,
      gate -> {
        Credential former = gate.provisioned(Gate.MAC);
        gate.arm(Gate.MAC);
        gate.get("/" + Gate.MAC + ".cfg").digest(gate.firstBoot(Gate.MAC)).send();
        return former;
      }),
  CLEARED_BY_ARMING(
      Gate.MAC,
      OLD_CREDENTIAL,
      gate -> {
        Credential cleared = gate.provisioned(Gate.MAC);
        gate.arm(Gate.MAC);
        return cleared;
      }),
  OTHER_OWNER(
      Gate.MAC,
      OWNER_CHANGED,
      gate -> {
        Credential own = gate.provisioned(Gate.MAC);
        reenter(gate, new Owner("other.example", "west"), "new");
        return own;
      }),
  PASS_FOR_OTHER_OWNER(
      Gate.MAC,
      OWNER_CHANGED,
      gate -> {
        gate.armed(Gate.MAC);
        reenter(gate, new Owner("other.example", "west"), "new");
        return Gate.PASS;
      }),
  ENTERED_ANEW(
      Gate.MAC,
      OWNER_CHANGED,
      gate -> {
        Credential own = gate.provisioned(Gate.MAC);
        reenter(gate, Gate.OWNER, "newer");
        return own;
      });

  /** The device that is asked for. */
  @SuppressWarnings("ImmutableEnumChecker") // an immutable value
  final MacAddress mac;

  /** What alone tells the reason. */
  final EventType reason;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that holds nothing
  private final Function<Gate, Credential> preparation;

  Refusal(MacAddress mac, EventType reason, Function<Gate, Credential> preparation) {
    this.mac = mac;
    this.reason = reason;
    this.preparation = preparation;
  }

  /** Brings a new gate into that situation: the credential to be shown. */
  Credential prepare(Gate gate) {
    return preparation.apply(gate);
  }

  /** Asks for the device file. */
  Request ask(Gate gate, String method) {
    return gate.ask(method, "/" + mac + ".cfg");
  }

  private static Credential wrongPasswordFor(Credential right) {
    return Credential.of(right.username(), "GuessedPassword1");
  }

  private static void reenter(Gate gate, Owner owner, String generation) {
    Device before = gate.directory.load(Gate.MAC).orElseThrow();
    DeviceIdentity identity =
        new DeviceIdentity(Gate.MAC, before.identity().brand(), "M1", owner, generation);
    gate.directory.replace(
        before,
        new Device(
            identity,
            before.lines(),
            before.keys(),
            before.overrides(),
            before.serial(),
            before.pin(),
            before.notes()));
  }
}
