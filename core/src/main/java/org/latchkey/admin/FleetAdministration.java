package org.latchkey.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.admin.Devices.Found;
import org.latchkey.caller.Action;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LostRaceException;
import org.latchkey.event.EventType;
import org.latchkey.internal.AccessBook.Page;
import org.latchkey.internal.Outage;
import org.latchkey.internal.Setup;
import org.latchkey.pass.AdminTransitions.Change;
import org.latchkey.pass.Arming;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Locked;
import org.latchkey.pass.Standing;
import org.latchkey.spi.DeviceCatalogue.Query;
import org.latchkey.spi.EditableDirectory;

/**
 * Moves fleets: enters phones together with the credential that they hold already, and tells what
 * another installation needs in order to do so. Not for office managers.
 *
 * <p>Exceptions are those of {@link Administration}. Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class FleetAdministration {
  private static final int ATTEMPTS = 5;
  private static final int PAGE = 500;

  private final Setup setup;
  private final Devices devices;
  private final AccessActions actions;
  private final Inventory inventory;
  private final Listing listing;

  FleetAdministration(
      Setup setup, Devices devices, AccessActions actions, Inventory inventory, Listing listing) {
    this.setup = setup;
    this.devices = devices;
    this.actions = actions;
    this.inventory = inventory;
    this.listing = listing;
  }

  /** A device as it is to be entered, and what opens it if anything does. */
  private record Draft(Device device, Optional<Change> access) {}

  /**
   * Says whether a caller may enter fleets here.
   *
   * @param caller who asks
   * @throws org.latchkey.error.ForbiddenException if not
   * @throws org.latchkey.error.UnsupportedActionException if the host's inventory cannot be changed
   */
  public void demandEntry(Caller caller) {
    Devices.demand(caller, Action.EDIT);
    Devices.demand(caller, Action.ACCESS);
    inventory.editable();
  }

  /**
   * Checks whether {@link #enter} would enter a device; changes nothing.
   *
   * @param caller who asks
   * @param entry the device and what opens it
   * @throws org.latchkey.error.AlreadyExistsException if its MAC is known
   * @throws InvalidValueException if it could not be written or cannot carry the credential
   */
  public void check(Caller caller, FleetEntry entry) {
    demandEntry(caller);
    demandNew(entry.device().identity().mac());
    draft(caller, entry);
  }

  /**
   * Enters a device together with what opens it. If this fails or the process ends in the middle,
   * the device is either not there, and can be entered again, or there with its credential.
   *
   * @param caller who acts
   * @param entry the device and what opens it; its generation is chosen here
   * @throws org.latchkey.error.AlreadyExistsException if its MAC is known; it stays as it is
   * @throws InvalidValueException if it could not be written or cannot carry the credential
   * @throws org.latchkey.error.StateConflictException if phones of its model cannot have one
   */
  public void enter(Caller caller, FleetEntry entry) {
    demandEntry(caller);
    EditableDirectory directory = inventory.editable();
    MacAddress mac = entry.device().identity().mac();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // read before it is asked whether the device is there: whoever enters it after that question
      // has changed this page
      Optional<Page> before = setup.book().find(mac);
      demandNew(mac);
      Draft draft = draft(caller, entry);
      Optional<DeviceAccess> access = draft.access().map(Change::access);
      // Access comes first. If nothing follows, it belongs to no inventory entry and opens nothing:
      // the phone is as unknown as it was, and the next attempt writes over it. The other way round
      // the phone would be known and locked, and refused until somebody notices.
      if (access.isPresent() && !setup.book().write(mac, before, access.get())) {
        continue;
      }
      if (!Outage.guard("device directory", () -> directory.create(draft.device()))) {
        access.ifPresent(ours -> putBack(mac, before, ours));
        throw Inventory.exists(mac);
      }
      List<EventType> events = new ArrayList<>(List.of(EventType.CREATED));
      draft.access().map(Change::events).ifPresent(events::addAll);
      actions.audit(caller, draft.device().identity(), events);
      // what the phone shows may have become right by this
      setup.guards().failures().forget(mac);
      return;
    }
    throw new LostRaceException("somebody else is entering device " + mac + ": try again");
  }

  /**
   * Somebody else was faster to enter the device, maybe between his two steps: what was written
   * over was the access of his phone.
   */
  private void putBack(MacAddress mac, Optional<Page> before, DeviceAccess ours) {
    Optional<Page> now = setup.book().find(mac).filter(page -> page.access().equals(ours));
    Optional<DeviceIdentity> theirs =
        Outage.guard("device directory", () -> setup.directory().identify(mac));
    if (now.isPresent() && theirs.isPresent()) {
      DeviceAccess access = before.map(Page::access).orElseGet(() -> locked(theirs.get()));
      // if this is too late, he has written since: then it is his anyway
      setup.book().write(mac, now, access);
    }
  }

  private void demandNew(MacAddress mac) {
    if (Outage.guard("device directory", () -> setup.directory().identify(mac)).isPresent()) {
      throw Inventory.exists(mac);
    }
  }

  private Draft draft(Caller caller, FleetEntry entry) {
    Device device = inventory.fresh(caller, entry.device(), UnknownNames.REFUSED);
    Found found = new Found(device, Optional.empty(), locked(device.identity()));
    if (entry.held().isEmpty() && !entry.armed()) {
      return new Draft(device, Optional.empty());
    }
    actions.demandCredential(found);
    DeviceAccess access = found.access();
    List<EventType> events = new ArrayList<>();
    if (entry.held().isPresent()) {
      setup.checks().check(device, entry.held().get());
      Change set = actions.table(found).set(access, entry.held().get(), false);
      access = set.access();
      events.addAll(set.events());
    }
    if (entry.armed()) {
      // a phone that holds a credential must not be refused because it is armed too
      boolean keep = entry.held().isPresent();
      Arming arming = new Arming(Instant.EPOCH, end(found, entry), List.of(), false);
      Change arm = actions.table(found).arm(access, arming, keep, actions.fresh(found));
      access = arm.access();
      events.addAll(arm.events());
    }
    return new Draft(device, Optional.of(new Change(access, events)));
  }

  private Instant end(Found found, FleetEntry entry) {
    Instant now = setup.clock().instant();
    Instant end =
        entry.armedUntil().orElseGet(() -> now.plus(actions.policy(found).armingPeriod()));
    if (entry.armedUntil().isPresent() && !ArmOrder.isPeriod(Duration.between(now, end))) {
      throw InvalidValueException.of("armedUntil", "one minute to 90 days ahead", end);
    }
    return end;
  }

  private static DeviceAccess locked(DeviceIdentity identity) {
    return new Locked(Standing.fresh(identity.owner(), identity.generation()));
  }

  /**
   * Tells a page of devices and what would open them elsewhere. What an entry cannot say opens less
   * there, never more: a disabled device is told as locked, and one that is armed for some networks
   * only, or from a later start on, as not armed.
   *
   * @param caller who asks
   * @param query which devices
   * @param secrets whether the caller will read the secrets of the entries; if so, that is an event
   *     of each device
   * @return the entries, smallest MAC first
   * @throws org.latchkey.error.UnsupportedActionException if the host cannot list its inventory
   */
  public List<FleetEntry> export(Caller caller, Query query, boolean secrets) {
    Devices.demand(caller, Action.REVEAL);
    List<FleetEntry> page =
        listing.page(caller, query).map(device -> entry(devices.found(device))).toList();
    if (secrets) {
      for (FleetEntry entry : page) {
        actions.audit(caller, entry.device().identity(), List.of(EventType.EXPORTED));
      }
    }
    return page;
  }

  /**
   * Tells the highest number of a line in an export.
   *
   * @param caller who asks
   * @param query which devices, all of them whatever its limit
   * @return the number, 0 if none has a line
   */
  public int highestLine(Caller caller, Query query) {
    Devices.demand(caller, Action.REVEAL);
    int highest = 0;
    List<Device> page = listing.page(caller, after(query, query.after())).toList();
    while (!page.isEmpty()) {
      for (Device device : page) {
        for (Line line : device.lines()) {
          highest = Math.max(highest, line.number());
        }
      }
      Optional<MacAddress> last = Optional.of(page.get(page.size() - 1).identity().mac());
      page = listing.page(caller, after(query, last)).toList();
    }
    return highest;
  }

  private static Query after(Query query, Optional<MacAddress> mac) {
    return new Query(query.text(), query.reseller(), query.domain(), query.brand(), mac, PAGE);
  }

  private FleetEntry entry(Found found) {
    DeviceAccess access = actions.effective(found);
    if (access.standing().disabled()) {
      return new FleetEntry(found.device(), Optional.empty(), false, Optional.empty());
    }
    Optional<Instant> until = Portable.openUntil(access, setup.clock().instant());
    return new FleetEntry(found.device(), Portable.held(access), until.isPresent(), until);
  }
}
