package org.latchkey.admin;

import java.time.Instant;
import java.util.Optional;
import org.latchkey.caller.Action;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.MacAddress;
import org.latchkey.error.ForbiddenException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.StoreException;
import org.latchkey.internal.AccessBook.Page;
import org.latchkey.internal.Outage;
import org.latchkey.internal.Setup;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.pass.Transitions;
import org.latchkey.secret.Credential;

/** Finds devices for a caller: the one place that knows who sees what. */
final class Devices {
  private final Setup setup;

  Devices(Setup setup) {
    this.setup = setup;
  }

  /** A device and its access at one moment. */
  record Found(Device device, Optional<Page> page, DeviceAccess access) {
    MacAddress mac() {
      return device.identity().mac();
    }
  }

  /** Finds a device that the caller sees and may do something with. */
  Found find(Caller caller, MacAddress mac, Action action) {
    Device device =
        Outage.guard("device directory", () -> setup.directory().load(mac))
            .filter(d -> caller.sees(d.identity().owner()))
            .orElseThrow(() -> new NotFoundException("there is no device " + mac));
    if (!device.identity().mac().equals(mac)) {
      throw new StoreException("the device directory answered with another device");
    }
    demand(caller, action);
    return found(device);
  }

  Found found(Device device) {
    Optional<Page> page = setup.book().find(device.identity().mac());
    DeviceAccess access =
        Transitions.read(
            page.map(Page::access), device.identity().owner(), device.identity().generation());
    return new Found(device, page, access);
  }

  static void demand(Caller caller, Action action) {
    if (!caller.may(action)) {
      throw new ForbiddenException(caller.scope() + " may not do this");
    }
  }

  DeviceView view(Found found) {
    Instant now = setup.clock().instant();
    DeviceAccess stored = found.access();
    // an arming that ended unused is read as what it was before
    boolean ended = stored instanceof Armed armed && !now.isBefore(armed.arming().end());
    DeviceAccess access = ended ? ((Armed) stored).before() : stored;
    Optional<Instant> armedUntil =
        access instanceof Armed armed ? Optional.of(armed.arming().end()) : Optional.empty();
    Optional<Instant> windowUntil =
        access instanceof Issued issued ? Optional.of(issued.window().end()) : Optional.empty();
    boolean open = access instanceof Issued issued && issued.window().isOpen(now);
    return new DeviceView(
        found.device(),
        access.state(),
        armedUntil.isPresent() || open,
        credential(access).map(Credential::username),
        access.standing().disabled(),
        armedUntil,
        windowUntil,
        setup
            .eventLog()
            .flatMap(log -> Outage.guard("event log", () -> log.lastContact(found.mac()))),
        setup.brands().noCredential(found.device().identity()));
  }

  /** The credential that the phone has or is to get. */
  static Optional<Credential> credential(DeviceAccess access) {
    if (access instanceof Armed armed) {
      return Optional.of(armed.next());
    }
    if (access instanceof Issued issued) {
      return Optional.of(issued.next());
    }
    if (access instanceof Provisioned provisioned) {
      return Optional.of(provisioned.current());
    }
    return access instanceof Rotating rotating ? Optional.of(rotating.next()) : Optional.empty();
  }
}
