package org.latchkey.admin;

import java.time.Instant;
import java.util.Optional;
import org.latchkey.pass.Arming;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.secret.Credential;

/** What of a device's access another installation can be told: one credential and one instant. */
final class Portable {
  private Portable() {}

  /** The credential that the phone holds; of two that it may hold, the one it was told last. */
  static Optional<Credential> held(DeviceAccess access) {
    if (access instanceof Armed armed) {
      return armed.kept() ? held(armed.before()) : Optional.empty();
    }
    if (access instanceof Issued issued) {
      return Optional.of(issued.next());
    }
    if (access instanceof Rotating rotating) {
      boolean told = rotating.deliveredAt().isPresent();
      return Optional.of(told ? rotating.next() : rotating.current());
    }
    return access instanceof Provisioned provisioned
        ? Optional.of(provisioned.current())
        : Optional.empty();
  }

  /** Until when the global pass opens the device from anywhere, if it does now. */
  static Optional<Instant> openUntil(DeviceAccess access, Instant now) {
    if (access instanceof Armed armed) {
      return Optional.of(armed.arming())
          .filter(arming -> arming.runs(now) && isPlain(arming))
          .map(Arming::end);
    }
    if (access instanceof Issued issued) {
      return Optional.of(issued.window().end())
          .filter(end -> issued.window().isOpen(now) && isPlain(issued.arming()));
    }
    return Optional.empty();
  }

  private static boolean isPlain(Arming arming) {
    return arming.from().isEmpty() && !arming.certificate();
  }
}
