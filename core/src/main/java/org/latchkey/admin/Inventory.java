package org.latchkey.admin;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.latchkey.admin.Devices.Found;
import org.latchkey.caller.Action;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.error.AlreadyExistsException;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LostRaceException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.StateConflictException;
import org.latchkey.error.UnsupportedActionException;
import org.latchkey.event.EventType;
import org.latchkey.internal.Outage;
import org.latchkey.internal.Setup;
import org.latchkey.pass.AdminTransitions;
import org.latchkey.pass.DeviceAccess.Locked;
import org.latchkey.pass.PassPolicy;
import org.latchkey.spi.EditableDirectory;

/** Changes to inventory entries, where the host's inventory allows them. */
final class Inventory {
  private final Setup setup;
  private final Devices devices;
  private final AccessActions actions;

  Inventory(Setup setup, Devices devices, AccessActions actions) {
    this.setup = setup;
    this.devices = devices;
    this.actions = actions;
  }

  DeviceView create(Caller caller, Device draft, boolean arm, UnknownNames names) {
    EditableDirectory directory = editable();
    Device device = fresh(caller, draft, names);
    DeviceIdentity entered = device.identity();
    if (!Outage.guard("device directory", () -> directory.create(device))) {
      throw exists(entered.mac());
    }
    actions.audit(caller, device.identity(), List.of(EventType.CREATED));
    return arm
            && caller.may(Action.ACCESS)
            && setup.brands().noCredential(device.identity()).isEmpty()
        ? actions.arm(caller, entered.mac(), ArmOrder.DEFAULT)
        : devices.view(devices.found(device));
  }

  /** The device as it may be entered, with a generation of its own. */
  Device fresh(Caller caller, Device draft, UnknownNames names) {
    Devices.demand(caller, Action.EDIT);
    Owner owner = draft.identity().owner();
    if (!caller.sees(owner)) {
      throw new NotFoundException("there is no domain " + owner.domain());
    }
    Device device = with(draft, owner, generation());
    setup.checks().check(device, Optional.empty(), names == UnknownNames.TAKEN);
    return device;
  }

  static AlreadyExistsException exists(MacAddress mac) {
    return new AlreadyExistsException("device " + mac + " exists already");
  }

  DeviceView replace(
      Caller caller, MacAddress mac, UnaryOperator<Device> edit, UnknownNames names) {
    EditableDirectory directory = editable();
    Found found = devices.find(caller, mac, Action.EDIT);
    Device before = found.device();
    Device edited = edit.apply(before);
    Device after = with(edited, edited.identity().owner(), before.identity().generation());
    if (!after.identity().mac().equals(mac)) {
      throw InvalidValueException.of("mac", mac.toString(), after.identity().mac());
    }
    setup.checks().check(after, Optional.of(before), names == UnknownNames.TAKEN);
    setup
        .brands()
        .noCredential(after.identity())
        .filter(reason -> !(found.access() instanceof Locked))
        .ifPresent(
            reason -> {
              throw new StateConflictException(
                  "lock device "
                      + mac
                      + " first: "
                      + after.identity().model()
                      + " phones cannot have a credential of their own ("
                      + reason
                      + ")");
            });
    Owner owner = after.identity().owner();
    boolean moves = !owner.equals(before.identity().owner());
    if (moves) {
      beginMove(caller, found, owner);
    }
    if (!Outage.guard("device directory", () -> directory.replace(before, after))) {
      throw new LostRaceException("somebody else has changed device " + mac + ": read it again");
    }
    actions.audit(caller, after.identity(), List.of(EventType.EDITED));
    Found moved = devices.found(after);
    // what belonged to another reseller stays on record as its: so events can say whose it was
    boolean within = owner.reseller().equals(before.identity().owner().reseller());
    if (moves && within && moved.page().isPresent()) {
      setup.book().write(mac, moved.page(), AdminTransitions.endMove(moved.access()));
    }
    return devices.view(devices.found(after));
  }

  /**
   * Lets the access belong to both owners until the inventory has changed: at no moment is a phone
   * refused because of the move. Between resellers nothing is taken along.
   */
  private void beginMove(Caller caller, Found found, Owner owner) {
    Devices.demand(caller, Action.MOVE);
    if (!caller.sees(owner)) {
      throw new NotFoundException("there is no domain " + owner.domain());
    }
    // if this fails nothing has changed; what is sent until the end belongs to the old owner anyway
    setup.uploads().purge(found.mac());
    String reseller = found.device().identity().owner().reseller();
    if (owner.reseller().equals(reseller) && found.page().isPresent()) {
      AdminTransitions table = new AdminTransitions(PassPolicy.DEFAULTS);
      if (!setup
          .book()
          .write(found.mac(), found.page(), table.move(found.access(), owner).access())) {
        throw new LostRaceException("somebody else is changing device " + found.mac());
      }
    }
  }

  void delete(Caller caller, MacAddress mac) {
    EditableDirectory directory = editable();
    Found found = devices.find(caller, mac, Action.DELETE);
    // before, so that who is told of a failure can still delete; after, since the phone may send
    setup.uploads().purge(mac);
    if (!Outage.guard("device directory", () -> directory.delete(mac))) {
      throw new NotFoundException("there is no device " + mac);
    }
    setup.book().delete(mac);
    setup.uploads().purge(mac);
    actions.audit(caller, found.device().identity(), List.of(EventType.DELETED));
  }

  EditableDirectory editable() {
    if (setup.directory() instanceof EditableDirectory editable) {
      return editable;
    }
    throw new UnsupportedActionException("the host's inventory cannot be changed from here");
  }

  private String generation() {
    byte[] random = new byte[8];
    setup.secrets().fill(random);
    return HexFormat.of().formatHex(random);
  }

  private static Device with(Device device, Owner owner, String generation) {
    DeviceIdentity old = device.identity();
    return new Device(
        new DeviceIdentity(old.mac(), old.brand(), old.model(), owner, generation),
        device.lines(),
        device.keys(),
        device.overrides(),
        device.serial(),
        device.pin(),
        device.notes());
  }
}
