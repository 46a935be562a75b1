package org.latchkey.pass;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.secret.Credential;

/**
 * What the store says of one device, what its phone remembers, and the server's clock. Mutable, but
 * a successor is always a copy.
 */
final class World implements Cloneable {
  DeviceAccess access;

  /** What the phone has stored; empty: it shows the global pass. */
  Optional<Credential> held = Optional.empty();

  /** Received in this pass, not yet stored. */
  Optional<Credential> pending = Optional.empty();

  Instant now = PassFixtures.T0;
  boolean secondAddress;
  int addressChanges;
  int clockSteps;
  int credentials;

  /** What an administrator has knowingly taken away from the phone. */
  Set<Credential> taken = Set.of();

  boolean armedSinceProof;
  Instant armStart = Instant.MIN;
  Instant armEnd = Instant.MIN;
  boolean resetUnarmed;

  /** Depth in the search, and how it came about. */
  int depth;

  Optional<World> parent = Optional.empty();
  String event = "start";

  World(DeviceAccess access) {
    this.access = access;
  }

  World next(String name) {
    try {
      World copy = (World) super.clone();
      copy.parent = Optional.of(this);
      copy.event = name;
      copy.depth = depth + 1;
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  Source source() {
    return secondAddress ? PassFixtures.B : PassFixtures.A;
  }

  Credential fresh() {
    credentials++;
    return Credential.of("u", "c" + credentials);
  }

  List<Credential> own() {
    List<Credential> own = new ArrayList<>();
    access.own(own);
    return own;
  }

  void armWith(Machine machine, boolean keep) {
    Set<Credential> gone = new HashSet<>(taken);
    boolean contested = access instanceof Issued issued && issued.contest().isPresent();
    if (access instanceof Armed armed) {
      List<Credential> before = new ArrayList<>();
      armed.before().own(before);
      before.remove(armed.next());
      if (keep) {
        Transitions.current(armed.before()).ifPresent(gone::remove);
      } else {
        gone.addAll(before);
      }
    } else if (contested || (!(access instanceof Issued) && !keep)) {
      gone.addAll(own());
    }
    taken = Set.copyOf(gone);
    armStart = now;
    armEnd = now.plus(Duration.ofDays(7));
    access =
        machine.arm(access, new Arming(armStart, armEnd, List.of(), false), keep, fresh()).access();
    armedSinceProof = true;
    resetUnarmed = false;
  }

  void factoryReset() {
    resetUnarmed |= !(armedSinceProof && !now.isBefore(armStart) && now.isBefore(armEnd));
    held = Optional.empty();
    pending = Optional.empty();
  }

  void unusedArmingEnds() {
    if (access instanceof Armed armed) {
      Set<Credential> gone = new HashSet<>(taken);
      List<Credential> back = new ArrayList<>();
      armed.before().own(back);
      boolean closed = armed.before() instanceof Issued;
      back.removeIf(credential -> closed);
      gone.removeAll(back);
      taken = Set.copyOf(gone);
    }
  }

  /** Whether the rules of section 4 leave this phone to one arming and one factory reset. */
  boolean mayNeedHelp() {
    return held.map(taken::contains).orElse(resetUnarmed || !now.isBefore(armEnd));
  }

  String path() {
    return parent.map(p -> p.depth == 0 ? event : p.path() + ", " + event).orElse("start");
  }

  String start() {
    return parent.map(World::start).orElse(event);
  }
}
