package org.latchkey.admin;

import java.util.List;
import java.util.Optional;
import org.latchkey.caller.Action;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.StoreException;
import org.latchkey.event.EventType;
import org.latchkey.internal.Setup;
import org.latchkey.spi.Knock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What administrators do about phones that show a right global pass and are in no inventory. */
final class KnockActions {
  private static final Logger LOG = LoggerFactory.getLogger(KnockActions.class);

  private final Setup setup;
  private final Inventory inventory;

  KnockActions(Setup setup, Inventory inventory) {
    this.setup = setup;
    this.inventory = inventory;
  }

  List<Knock> list(Caller caller) {
    Devices.demand(caller, Action.ADOPT);
    return setup.guards().knocks().list(caller.reseller());
  }

  DeviceView adopt(Caller caller, Device device, boolean arm) {
    MacAddress mac = device.identity().mac();
    Devices.demand(caller, Action.ADOPT);
    Owner owner = device.identity().owner();
    List<Knock> knocks = existing(caller, mac);
    // the phone would be refused for good: it shows what is not valid for its owner
    if (caller.sees(owner) && knocks.stream().noneMatch(k -> k.scope().covers(owner))) {
      throw InvalidValueException.of(
          "domain", "one that the pass covers which the phone showed", owner.domain());
    }
    DeviceView adopted = inventory.create(caller, device, arm, UnknownNames.REFUSED);
    welcome(knocks);
    return adopted;
  }

  void dismiss(Caller caller, MacAddress mac) {
    Devices.demand(caller, Action.ADOPT);
    for (Knock knock : existing(caller, mac)) {
      setup.guards().knocks().delete(knock);
    }
    setup.recorder().happened(EventType.DISMISSED, mac, Optional.empty(), caller.name(), "");
  }

  /** The device was armed: if it had knocked, it was from the list. */
  void welcome(Caller caller, MacAddress mac) {
    try {
      welcome(visible(caller, mac));
    } catch (StoreException e) {
      LOG.warn("what device {} has knocked could not be looked for", mac, e);
    }
  }

  /** What has been done is not undone by a list that cannot be shortened. */
  private void welcome(List<Knock> knocks) {
    for (Knock knock : knocks) {
      setup.guards().harvest().clear(knock.site(), knock.scope());
      try {
        setup.guards().knocks().delete(knock);
      } catch (StoreException e) {
        LOG.warn("the knock of device {} could not be removed", knock.mac(), e);
      }
    }
  }

  private List<Knock> existing(Caller caller, MacAddress mac) {
    List<Knock> knocks = visible(caller, mac);
    if (knocks.isEmpty()) {
      throw new NotFoundException("no phone of MAC " + mac + " has knocked");
    }
    return knocks;
  }

  private List<Knock> visible(Caller caller, MacAddress mac) {
    return setup.guards().knocks().of(mac).stream()
        .filter(
            knock ->
                caller.reseller().isEmpty() || knock.scope().reseller().equals(caller.reseller()))
        .toList();
  }
}
