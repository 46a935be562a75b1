package org.latchkey;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.event.EventType;
import org.latchkey.internal.Setup;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Locked;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.Holder;
import org.latchkey.pass.Source;

/**
 * A part of step 5: what a right global pass tells of those who show it where it opens nothing.
 * Phones that nobody has entered yet are remembered for an administrator, and a source that tries
 * MAC after MAC is slowed down.
 */
final class Strangers {
  private final Setup setup;

  Strangers(Setup setup) {
    this.setup = setup;
  }

  /** The MAC is in no inventory. */
  void knocked(GlobalPass pass, MacAddress mac, Located located, Source source) {
    setup
        .guards()
        .knocks()
        .note(mac, pass, source, located.headerBrand(), located.product(), located.name());
    tried(pass, mac, Optional.empty(), source);
  }

  /** The device's state keeps the pass from opening it; only if it is locked is it a stranger's. */
  void refused(GlobalPass pass, DeviceAccess access, DeviceIdentity identity, Source source) {
    if (isLocked(access)) {
      tried(pass, identity.mac(), Optional.of(identity.owner()), source);
    }
  }

  /** An arming that ended unused is read as what it was before. */
  private boolean isLocked(DeviceAccess access) {
    Instant now = setup.clock().instant();
    return access instanceof Locked
        || (access instanceof Armed armed
            && armed.before() instanceof Locked
            && !now.isBefore(armed.arming().end()));
  }

  private void tried(GlobalPass pass, MacAddress mac, Optional<Owner> owner, Source source) {
    if (setup.guards().harvest().tried(source, pass.scope(), mac)) {
      setup
          .recorder()
          .happened(EventType.HARVEST, mac, owner, source.toString(), "pass " + pass.id());
    }
  }

  /** How long the source must wait before the pass begins, joins or takes over a first boot. */
  Duration delay(GlobalPass pass, DeviceAccess access, DeviceIdentity identity, Source source) {
    return access instanceof Issued issued && isHolder(issued.window().holder(), source)
        ? Duration.ZERO
        : setup.guards().harvest().delay(source, pass.scope(), identity.mac());
  }

  private static boolean isHolder(Holder holder, Source source) {
    return (source.isIpv6() ? holder.ipv6() : holder.ipv4())
        .filter(source.site()::equals)
        .isPresent();
  }
}
