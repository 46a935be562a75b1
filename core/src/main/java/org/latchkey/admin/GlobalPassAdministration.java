package org.latchkey.admin;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.latchkey.caller.Action;
import org.latchkey.caller.Caller;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.error.ForbiddenException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.StateConflictException;
import org.latchkey.error.UnsupportedActionException;
import org.latchkey.event.EventType;
import org.latchkey.internal.AccessBook.Page;
import org.latchkey.internal.Outage;
import org.latchkey.internal.Setup;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.pass.Transitions;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.spi.CredentialStates;
import org.latchkey.spi.EditableGlobalPasses;

/**
 * What people and programs may do with global passes. Every change is an event that names the
 * caller. This node heeds a change at once, other nodes after five seconds at most.
 *
 * <p>Super users manage all passes, resellers their own and those of their domains; office managers
 * none. A pass outside of the caller's scope does not exist for it: {@link NotFoundException}. A
 * store that fails is {@link org.latchkey.error.StoreException}, and whether the change was made is
 * then unknown; after every other exception nothing has changed.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class GlobalPassAdministration {
  /** {@link Added#shutsOut} is not counted any further than this. */
  public static final int MOST_COUNTED = 10_000;

  private static final String STORE = "global passes";
  private static final int PAGE = 500;
  private static final int ID_BYTES = 6;

  private final Setup setup;

  GlobalPassAdministration(Setup setup) {
    this.setup = setup;
  }

  /**
   * What a pass shall be.
   *
   * @param username its user name
   * @param password its password; empty to have one generated
   * @param legacy whether the rules of form are waived, for a shared password of a former system
   */
  public record Draft(String username, Optional<Secret> password, boolean legacy) {}

  /**
   * A pass that was added.
   *
   * @param pass the pass
   * @param shutsOut how many phones are armed or in their first boot that showed a wider pass until
   *     now, which opens nothing any more; {@value #MOST_COUNTED} means at least so many, empty
   *     that the credential store cannot tell
   */
  public record Added(GlobalPass pass, Optional<Integer> shutsOut) {}

  /**
   * Says whether passes can be listed and changed from here.
   *
   * @return false if all else throws {@link UnsupportedActionException}
   */
  public boolean canEdit() {
    return setup.passes() instanceof EditableGlobalPasses;
  }

  /**
   * Lists the passes that the caller may manage.
   *
   * @param caller who asks
   * @return the passes; of those of one scope the last is the current one
   */
  public List<GlobalPass> list(Caller caller) {
    demandRole(caller);
    EditableGlobalPasses passes = editable();
    return Outage.guard(STORE, passes::all).stream()
        .filter(pass -> isFor(caller, pass.scope()))
        .toList();
  }

  /**
   * Adds the first pass of a scope. From then on a wider one opens nothing there.
   *
   * @param caller who acts
   * @param scope whose devices it opens
   * @param draft what it shall be
   * @return the pass
   * @throws StateConflictException if the scope has one: that can be rotated
   * @throws org.latchkey.error.InvalidValueException if it has not the right form, or another scope
   *     has a pass of its user name
   */
  public Added add(Caller caller, Scope scope, Draft draft) {
    demandRole(caller);
    demandScope(caller, scope);
    EditableGlobalPasses passes = editable();
    if (!Outage.guard(STORE, () -> passes.of(scope)).isEmpty()) {
      throw new StateConflictException("there is a global pass of this scope: rotate it");
    }
    GlobalPass pass = pass(scope, draft);
    Optional<Integer> shutsOut = setup.states().map(states -> armed(states, scope));
    Outage.guard(STORE, () -> put(passes, pass));
    setup.recorder().happened(EventType.PASS_ADDED, caller.name(), title(pass));
    return new Added(pass, shutsOut);
  }

  /**
   * Puts a new pass beside the current one of its scope, which stays valid as the previous one
   * until it is killed or the next rotation takes it away.
   *
   * @param caller who acts
   * @param id one of the scope's passes
   * @param draft makes what the new one shall be of that one
   * @return the new pass
   * @throws org.latchkey.error.InvalidValueException as {@link #add} does
   */
  public GlobalPass rotate(Caller caller, String id, Function<GlobalPass, Draft> draft) {
    GlobalPass known = find(caller, id);
    EditableGlobalPasses passes = editable();
    GlobalPass next = pass(known.scope(), draft.apply(known));
    List<GlobalPass> before = inOrder(known.scope());
    Outage.guard(STORE, () -> put(passes, next));
    for (GlobalPass former : before.subList(0, before.size() - 1)) {
      Outage.guard(STORE, () -> passes.remove(former.id()));
    }
    setup.recorder().happened(EventType.PASS_ROTATED, caller.name(), title(next));
    return next;
  }

  /**
   * Tells a pass with its password.
   *
   * @param caller who asks
   * @param id its id
   * @return user name and password
   */
  public Credential reveal(Caller caller, String id) {
    GlobalPass pass = find(caller, id);
    setup.recorder().happened(EventType.PASS_REVEALED, caller.name(), title(pass));
    return pass.credential();
  }

  /**
   * Takes a pass away at once. Phones that were to show it must be told another; those that have
   * been given their own credential go on with that. Where it was the last of its scope, the next
   * wider pass opens again.
   *
   * @param caller who acts
   * @param id its id
   * @throws StateConflictException if it is the installation's only one, which would be made anew
   *     when the server starts: rotate it first
   */
  public void kill(Caller caller, String id) {
    GlobalPass pass = find(caller, id);
    EditableGlobalPasses passes = editable();
    if (pass.scope().equals(Scope.INSTALLATION) && inOrder(pass.scope()).size() == 1) {
      throw new StateConflictException(
          "the installation has no other global pass: rotate it first");
    }
    if (!Outage.guard(STORE, () -> passes.remove(id))) {
      throw unknown(id);
    }
    setup.recorder().happened(EventType.PASS_KILLED, caller.name(), title(pass));
  }

  private static boolean put(EditableGlobalPasses passes, GlobalPass pass) {
    passes.add(pass);
    return true;
  }

  private EditableGlobalPasses editable() {
    if (setup.passes() instanceof EditableGlobalPasses editable) {
      return editable;
    }
    throw new UnsupportedActionException("the host's global passes cannot be changed from here");
  }

  private GlobalPass pass(Scope scope, Draft draft) {
    byte[] id = new byte[ID_BYTES];
    setup.secrets().fill(id);
    Credential credential =
        draft
            .password()
            .map(password -> new Credential(draft.username(), password))
            .orElseGet(() -> Credential.generate(draft.username(), setup.secrets()));
    return new GlobalPass(HexFormat.of().formatHex(id), scope, credential, draft.legacy());
  }

  private GlobalPass find(Caller caller, String id) {
    return list(caller).stream()
        .filter(pass -> pass.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  /** As they are stored now: the current one last. */
  private List<GlobalPass> inOrder(Scope scope) {
    EditableGlobalPasses passes = editable();
    return Outage.guard(STORE, passes::all).stream()
        .filter(pass -> pass.scope().equals(scope))
        .toList();
  }

  private static NotFoundException unknown(String id) {
    return new NotFoundException("there is no global pass " + id);
  }

  private static void demandRole(Caller caller) {
    Devices.demand(caller, Action.PASSES);
  }

  private static void demandScope(Caller caller, Scope scope) {
    // its names are checked where those of owners are
    scope.reseller().ifPresent(name -> new Owner(scope.domain().orElse("any"), name));
    if (!isFor(caller, scope)) {
      throw scope.reseller().isEmpty()
          ? new ForbiddenException(caller.scope() + " may not do this for the whole installation")
          : new NotFoundException("there is no such reseller");
    }
  }

  private static boolean isFor(Caller caller, Scope scope) {
    return caller.reseller().isEmpty() || caller.reseller().equals(scope.reseller());
  }

  private static String title(GlobalPass pass) {
    Scope scope = pass.scope();
    String whose =
        scope.domain().or(scope::reseller).map(name -> "of " + name).orElse("of the installation");
    return "global pass " + pass.id() + " " + whose + ", user " + pass.credential().username();
  }

  /** Counts the phones that a narrower pass shuts out. */
  private int armed(CredentialStates states, Scope scope) {
    int count = 0;
    Optional<MacAddress> after = Optional.empty();
    while (count < MOST_COUNTED) {
      Optional<MacAddress> from = after;
      List<MacAddress> page =
          Outage.guard(
              "credential store", () -> states.list(Set.of("armed", "issued"), from, PAGE));
      count += (int) page.stream().filter(mac -> showsWider(mac, scope)).count();
      if (page.size() < PAGE) {
        return Math.min(count, MOST_COUNTED);
      }
      after = Optional.of(page.get(page.size() - 1));
    }
    return MOST_COUNTED;
  }

  private boolean showsWider(MacAddress mac, Scope scope) {
    Optional<DeviceIdentity> device =
        Outage.guard("device directory", () -> setup.directory().identify(mac))
            .filter(identity -> scope.covers(identity.owner()));
    return device.isPresent() && isOpen(device.get()) && !hasNarrower(device.get(), scope);
  }

  private boolean isOpen(DeviceIdentity device) {
    DeviceAccess access =
        Transitions.read(
            setup.book().find(device.mac()).map(Page::access), device.owner(), device.generation());
    return (access instanceof Armed armed && setup.clock().instant().isBefore(armed.arming().end()))
        || (access instanceof Issued issued && issued.window().isOpen(setup.clock().instant()));
  }

  private boolean hasNarrower(DeviceIdentity device, Scope scope) {
    Scope domain =
        new Scope(Optional.of(device.owner().reseller()), Optional.of(device.owner().domain()));
    Scope reseller = new Scope(Optional.of(device.owner().reseller()), Optional.empty());
    return List.of(domain, reseller).stream()
        .filter(other -> other.narrowness() > scope.narrowness())
        .anyMatch(other -> !Outage.guard(STORE, () -> setup.passes().of(other)).isEmpty());
  }
}
