package org.latchkey;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.latchkey.admin.Administration;
import org.latchkey.admin.ArmOrder;
import org.latchkey.device.Device;
import org.latchkey.device.Owner;
import org.latchkey.pass.AccessCodec;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.pass.Network;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Vault;
import org.latchkey.spi.AccessRecord;

/** A gate with one device in one state, to which it can be put back after every request. */
final class Situation {
  static final String NEAR = "192.0.2.1";
  static final String FAR = "198.51.100.7";

  /** What a device's access can be. */
  enum State {
    ABSENT,
    NEVER_ARMED,
    LOCKED,
    ARMED,
    ARMED_NARROWER,
    ARMED_DEMANDING,
    ARMED_LATER,
    ARMED_TOO_LATE,
    ARMED_AGAIN,
    ARMED_KEEPING,
    ARMED_AGAIN_TOO_LATE,
    ISSUED,
    ISSUED_KEEPING,
    ISSUED_TOO_LATE,
    PROVISIONED,
    ROTATING,
    DISABLED,
    OTHER_OWNER
  }

  /** What can be shown. */
  enum Shown {
    PASS,
    NARROWER_PASS,
    FOREIGN_PASS,
    WRONG_PASSWORD,
    STRANGER,
    NEXT,
    CURRENT,
    FORMER,
    ANOTHER_DEVICES
  }

  final State state;
  final Gate gate = new Gate();
  final String oldNonce;
  final String nonce;
  private final Map<Shown, Credential> credentials = new EnumMap<>(Shown.class);
  private final Optional<Device> device;
  private final Optional<AccessRecord> row;
  private int uses;

  Situation(State state) {
    this.state = state;
    oldNonce = gate.get("/").nonce();
    gate.clock.advance(Duration.ofHours(2));
    credentials.put(Shown.PASS, Gate.PASS);
    credentials.put(Shown.WRONG_PASSWORD, Credential.of("firstboot", "GuessedPassword1"));
    credentials.put(Shown.STRANGER, Credential.of("stranger", "GuessedPassword1"));
    credentials.put(Shown.ANOTHER_DEVICES, gate.provisioned(Gate.OTHER));
    addPass(Shown.FOREIGN_PASS, new Scope(Optional.of("east"), Optional.empty()));
    prepare(gate.latchkey.administration());
    nonce = gate.get("/").nonce();
    device = gate.directory.load(Gate.MAC);
    row = gate.credentials.find(Gate.MAC);
    row.flatMap(Situation::next).ifPresent(next -> credentials.put(Shown.NEXT, next));
  }

  private void addPass(Shown which, Scope scope) {
    String name = which.name().toLowerCase(Locale.ROOT).replace("_", "");
    Credential credential = Credential.of(name, "Some4" + name);
    gate.passes.add(new GlobalPass(which.name(), scope, credential, false));
    credentials.put(which, credential);
  }

  private void prepare(Administration admin) {
    switch (state) {
      case ABSENT -> {}
      case NEVER_ARMED -> gate.entered(Gate.MAC, "quick", false);
      case LOCKED -> {
        provisioned();
        admin.lock(Gate.ADMIN, Gate.MAC);
      }
      case ARMED -> gate.armed(Gate.MAC);
      case ARMED_NARROWER -> {
        gate.armed(Gate.MAC);
        addPass(Shown.NARROWER_PASS, new Scope(Optional.of("west"), Optional.of("acme.example")));
      }
      case ARMED_DEMANDING -> {
        gate.entered(Gate.MAC, "quick", false);
        gate.armFrom(Gate.MAC, Network.of("198.51.100.0/24"));
      }
      case ARMED_LATER -> {
        provisioned();
        arm(false, Optional.of(Duration.ofDays(1)));
      }
      case ARMED_TOO_LATE -> {
        gate.armed(Gate.MAC);
        gate.clock.advance(Duration.ofDays(8));
      }
      case ARMED_AGAIN -> {
        provisioned();
        arm(false, Optional.empty());
      }
      case ARMED_KEEPING -> {
        provisioned();
        arm(true, Optional.empty());
      }
      case ARMED_AGAIN_TOO_LATE -> {
        provisioned();
        arm(false, Optional.empty());
        gate.clock.advance(Duration.ofDays(8));
      }
      case ISSUED -> gate.armed(Gate.MAC).firstBoot(Gate.MAC);
      case ISSUED_KEEPING -> {
        provisioned();
        arm(true, Optional.empty());
        gate.firstBoot(Gate.MAC);
      }
      case ISSUED_TOO_LATE -> {
        gate.armed(Gate.MAC).firstBoot(Gate.MAC);
        gate.clock.advance(Duration.ofDays(11));
      }
      case PROVISIONED -> provisioned();
      case ROTATING -> {
        provisioned();
        admin.rotate(Gate.ADMIN, Gate.MAC);
      }
      case DISABLED -> {
        provisioned();
        admin.disable(Gate.ADMIN, Gate.MAC);
      }
      case OTHER_OWNER -> {
        provisioned();
        gate.directory.replace(
            gate.directory.load(Gate.MAC).orElseThrow(),
            Gate.device(Gate.MAC, "quick", "newer", new Owner("other.example", "west")));
      }
    }
  }

  /** Provisioned for the second time, so that there is a former credential. */
  private void provisioned() {
    credentials.put(Shown.FORMER, gate.provisioned(Gate.MAC));
    gate.arm(Gate.MAC);
    Credential current = gate.firstBoot(Gate.MAC);
    gate.get("/" + Gate.MAC + ".cfg").digest(current).send();
    credentials.put(Shown.CURRENT, current);
  }

  private void arm(boolean keep, Optional<Duration> in) {
    ArmOrder order =
        new ArmOrder(keep, Optional.empty(), in.map(gate.clock.instant()::plus), List.of());
    gate.latchkey.administration().arm(Gate.ADMIN, Gate.MAC, order);
  }

  private static Optional<Credential> next(AccessRecord row) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    DeviceAccess access =
        AccessCodec.decode(Vault.ofKey(key).unseal("access/" + row.mac(), row.sealed()));
    if (access instanceof Armed armed) {
      return Optional.of(armed.next());
    }
    if (access instanceof Issued issued) {
      return Optional.of(issued.next());
    }
    return access instanceof Rotating rotating ? Optional.of(rotating.next()) : Optional.empty();
  }

  /** What is shown, if this state has such a thing. */
  Optional<Credential> credential(Shown shown) {
    return Optional.ofNullable(credentials.get(shown));
  }

  /** A count that was not used before. */
  String nextCount() {
    return String.format("%08x", ++uses);
  }

  /** The device as it is entered now, if it is. */
  Optional<Device> device() {
    return device;
  }

  /** What is stored of the device now. */
  Optional<AccessRecord> stored() {
    return gate.credentials.find(Gate.MAC);
  }

  /** What was stored of the device when the situation began. */
  Optional<AccessRecord> row() {
    return row;
  }

  /** Begins anew. */
  void restore() {
    gate.stores.up();
    gate.credentials.delete(Gate.MAC);
    row.ifPresent(gate.credentials::create);
    gate.directory.delete(Gate.MAC);
    device.ifPresent(gate.directory::create);
  }
}
