package org.latchkey.pass;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.latchkey.pass.Decision.Answer;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.pass.Presentation.Ask;
import org.latchkey.secret.Credential;

/**
 * Breadth-first search for stranded honest phones and for global passes that open after a proof.
 *
 * <p>Two things are out of the model because no rule of the server could help: a clock step
 * forward, and a write that is acknowledged and lost, <em>inside</em> one pass of a phone that uses
 * its next credential there and then loses power.
 */
final class StrandSearch {
  /** What was found, and how the world came there. */
  record Finding(String what, String path, int depth) {}

  /** How one answer fares. */
  private enum Fate {
    STORED,
    LOST,
    PENDING,
    WRITE_LOST,
    WRITE_FAILED
  }

  private static final Duration STEP = Duration.ofDays(30);
  private static final int ASKS = 12;

  private final Machine machine;
  private final boolean usesInPass;
  private final int depth;
  private Optional<Finding> finding = Optional.empty();
  private int states;

  StrandSearch(Machine machine, boolean usesInPass, int depth) {
    this.machine = machine;
    this.usesInPass = usesInPass;
    this.depth = depth;
  }

  int states() {
    return states;
  }

  Optional<Finding> run() {
    Deque<World> queue = new ArrayDeque<>();
    Set<String> known = new HashSet<>();
    for (World start : starts()) {
      known.add(Canon.of(start));
      queue.add(start);
    }
    while (!queue.isEmpty() && finding.isEmpty()) {
      World world = queue.poll();
      states++;
      check(world);
      if (world.depth < depth && finding.isEmpty()) {
        for (World next : successors(world)) {
          if (known.add(Canon.of(next))) {
            queue.add(next);
          }
        }
      }
    }
    return finding;
  }

  private List<World> starts() {
    World boxed = new World(new DeviceAccess.Locked(PassFixtures.STANDING));
    boxed.armWith(machine, false);
    boxed.event = "from its box";
    World settled =
        new World(new Provisioned(PassFixtures.STANDING, PassFixtures.CURRENT, Optional.empty()));
    settled.held = Optional.of(PassFixtures.CURRENT);
    settled.event = "provisioned";
    return List.of(boxed, settled);
  }

  private List<World> successors(World world) {
    List<World> next = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      add(next, world, "ask:" + fate, w -> ask(w, fate));
    }
    if (world.pending.isPresent()) {
      add(next, world, "store", this::store);
      add(next, world, "power cut", w -> w.pending = Optional.empty());
      if (usesInPass) {
        add(next, world, "use in the same pass", this::use);
      }
    } else {
      add(next, world, "3 minutes", w -> w.now = w.now.plusSeconds(180));
      add(next, world, "8 days", this::longWait);
      if (world.clockSteps < 2) {
        add(next, world, "clock forward", w -> step(w, STEP));
      }
      if (world.addressChanges < 3) {
        add(next, world, "address change", this::move);
      }
      add(next, world, "factory reset", World::factoryReset);
    }
    if (world.clockSteps < 2) {
      add(next, world, "clock back", w -> step(w, STEP.negated()));
    }
    add(next, world, "arm", w -> w.armWith(machine, false));
    add(next, world, "arm keep", w -> w.armWith(machine, true));
    if (world.access instanceof Provisioned || world.access instanceof Rotating) {
      add(next, world, "rotate", w -> w.access = machine.rotate(w.access, w.fresh()).access());
    }
    if (world.access instanceof Armed) {
      add(next, world, "disarm", this::disarm);
    }
    return next;
  }

  private static void add(List<World> list, World from, String name, Consumer<World> change) {
    World next = from.next(name);
    change.accept(next);
    list.add(next);
  }

  private void ask(World world, Fate fate) {
    Decision decision = decide(world, world.held, true);
    boolean changes = !decision.access().equals(world.access);
    boolean answered = decision.answer() == Answer.SERVE;
    if (fate == Fate.WRITE_FAILED || fate == Fate.WRITE_LOST) {
      answered &= !changes || decision.proof() || fate == Fate.WRITE_LOST;
    } else {
      write(world, decision);
    }
    if (answered && fate == Fate.PENDING) {
      world.pending = decision.carries();
    } else if (answered && fate != Fate.LOST) {
      world.held = decision.carries();
      world.pending = Optional.empty();
    }
    world.now = world.now.plusSeconds(3);
  }

  private void use(World world) {
    write(world, decide(world, world.pending, true));
    world.now = world.now.plusSeconds(3);
  }

  private void store(World world) {
    world.held = world.pending;
    world.pending = Optional.empty();
  }

  private void longWait(World world) {
    world.now = world.now.plus(Duration.ofDays(8));
    world.unusedArmingEnds();
  }

  private void step(World world, Duration step) {
    world.now = world.now.plus(step);
    world.clockSteps++;
  }

  private void move(World world) {
    world.secondAddress = !world.secondAddress;
    world.addressChanges++;
  }

  private void disarm(World world) {
    Armed armed = (Armed) world.access;
    List<Credential> back = new ArrayList<>();
    armed.before().own(back);
    world.unusedArmingEnds();
    if (!back.contains(armed.next())) {
      // a phone that was told it by an answer whose write was lost is cut off knowingly
      Set<Credential> gone = new HashSet<>(world.taken);
      gone.add(armed.next());
      world.taken = Set.copyOf(gone);
    }
    world.access = machine.disarm(world.access).access();
    world.resetUnarmed |= world.held.isEmpty();
    world.armedSinceProof = false;
  }

  private Decision decide(World world, Optional<Credential> shown, boolean proving) {
    Presentation how =
        new Presentation(Ask.DELIVERY, world.source(), world.now, proving, Optional.empty(), false);
    if (shown.isEmpty()) {
      return machine.global(world.access, how);
    }
    return world.access.known().contains(shown.get())
        ? machine.own(world.access, shown.get(), how)
        : Decision.refuse(world.access, org.latchkey.event.EventType.WRONG_CREDENTIAL);
  }

  private static void write(World world, Decision decision) {
    world.access = decision.access();
    if (decision.proof()) {
      // a proof before the arming's start leaves the arming as the administrator ordered it
      world.armedSinceProof = decision.access() instanceof DeviceAccess.Armed;
    }
  }

  private void check(World world) {
    if (!world.armedSinceProof && opensForAnybody(world)) {
      found("the global pass opens after a proof", world);
    }
    World alone = world.next("left alone");
    alone.pending = Optional.empty();
    if (recovers(alone)) {
      return;
    }
    if (!world.mayNeedHelp()) {
      found("stranded", world);
      return;
    }
    World helped = world.next("helped");
    helped.armWith(machine, false);
    helped.factoryReset();
    if (!recovers(helped)) {
      found("stranded for good, even armed and reset", world);
    }
  }

  private boolean opensForAnybody(World world) {
    for (Source source : List.of(PassFixtures.A, PassFixtures.B, PassFixtures.SIX)) {
      Instant later = world.now.plusSeconds(300);
      Presentation how =
          new Presentation(Ask.DELIVERY, source, later, true, Optional.empty(), false);
      if (machine.global(world.access, how).answer() == Answer.SERVE) {
        return true;
      }
    }
    return false;
  }

  private void found(String what, World world) {
    finding =
        finding.or(
            () -> Optional.of(new Finding(what, world.start() + ": " + world.path(), world.depth)));
  }

  /** Left alone the phone asks every three minutes; a clock that went back is waited for. */
  private boolean recovers(World world) {
    Duration wait = Duration.ofMinutes(3);
    for (int i = 0; i < ASKS; i++) {
      world.now = world.now.plus(wait);
      if (world.held.isEmpty() && world.now.isBefore(world.armStart)) {
        world.now = world.armStart;
      }
      Decision decision = decide(world, world.held, true);
      write(world, decision);
      if (decision.answer() == Answer.SERVE) {
        world.held = decision.carries();
        if (holdsFor(world.access, world.held)) {
          return true;
        }
      }
      Duration retry = decision.retryAfter();
      wait = retry.compareTo(Duration.ofMinutes(3)) > 0 ? retry : Duration.ofMinutes(3);
    }
    return false;
  }

  /** Provisioned with what the phone holds; a record that still covers that state counts. */
  private static boolean holdsFor(DeviceAccess access, Optional<Credential> held) {
    if (access instanceof Provisioned provisioned) {
      return held.filter(provisioned.current()::equals).isPresent();
    }
    if (access instanceof Armed armed) {
      List<Credential> covered = new ArrayList<>();
      armed.before().own(covered);
      return held.filter(covered::contains).isPresent();
    }
    return access instanceof Issued issued
        && issued.kept().isPresent()
        && issued.kept().equals(held);
  }
}
