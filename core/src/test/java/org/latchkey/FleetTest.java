package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.latchkey.admin.FleetAdministration;
import org.latchkey.admin.FleetEntry;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.error.AlreadyExistsException;
import org.latchkey.error.ForbiddenException;
import org.latchkey.error.StateConflictException;
import org.latchkey.error.StoreException;
import org.latchkey.event.EventType;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.secret.Credential;
import org.latchkey.spi.DeviceCatalogue.Query;
import org.latchkey.spi.EditableDirectory;

/** Phones that are entered with the credential that they hold: none may be cut off on the way. */
class FleetTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";
  private static final Credential HELD = Credential.of("alice", "NotARealPassword1");
  private static final Credential OTHER = Credential.of("bob", "NotARealPassword2");

  private final MemoryDirectory inventory = new MemoryDirectory();
  private Predicate<Device> create = inventory::create;
  private final Gate gate =
      new Gate(Optional.of(new Directory()), Optional.empty(), builder -> builder);
  private final FleetAdministration fleet = gate.latchkey.administration().fleet();

  /** An inventory whose entering a test replaces. */
  private final class Directory implements EditableDirectory {
    @Override
    public Optional<DeviceIdentity> identify(MacAddress mac) {
      return inventory.identify(mac);
    }

    @Override
    public Optional<Device> load(MacAddress mac) {
      return inventory.load(mac);
    }

    @Override
    public boolean create(Device device) {
      return create.test(device);
    }

    @Override
    public boolean replace(Device expected, Device next) {
      return inventory.replace(expected, next);
    }

    @Override
    public boolean delete(MacAddress mac) {
      return inventory.delete(mac);
    }
  }

  private static FleetEntry entry(Credential held) {
    return new FleetEntry(
        Gate.device(Gate.MAC, "quick", "new"), Optional.of(held), false, Optional.empty());
  }

  private int asks(Credential shown) {
    return gate.get(FILE).digest(shown).status();
  }

  @Test
  void enter_held_phoneGoesOnAndTheGlobalPassStaysClosed() {
    fleet.enter(Gate.ADMIN, entry(HELD));

    assertThat(asks(HELD)).isEqualTo(200);
    assertThat(asks(Gate.PASS)).isEqualTo(401);
    assertThat(gate.told()).startsWith(EventType.CREATED, EventType.CREDENTIAL_SET);
  }

  @Test
  void enter_endsBetweenItsSteps_nothingOpensAndTheNextAttemptEnters() {
    create =
        device -> {
          throw new IllegalStateException("the process ends here");
        };
    assertThatThrownBy(() -> fleet.enter(Gate.ADMIN, entry(OTHER)))
        .isInstanceOf(StoreException.class);
    assertThat(asks(OTHER)).isEqualTo(401);
    assertThat(gate.events).isEmpty();

    create = inventory::create;
    fleet.enter(Gate.ADMIN, entry(HELD));

    assertThat(asks(HELD)).isEqualTo(200);
    assertThat(asks(OTHER)).isEqualTo(401);
  }

  @Test
  void enter_answerOfTheInventoryLost_phoneIsThereWithItsCredential() {
    create =
        device -> {
          inventory.create(device);
          throw new IllegalStateException("the connection ends here");
        };
    assertThatThrownBy(() -> fleet.enter(Gate.ADMIN, entry(HELD)))
        .isInstanceOf(StoreException.class);

    assertThat(asks(HELD)).isEqualTo(200);
  }

  @Test
  void enter_credentialStoreFails_nothingIsEntered() {
    gate.stores.down("create");

    assertThatThrownBy(() -> fleet.enter(Gate.ADMIN, entry(HELD)))
        .isInstanceOf(StoreException.class);
    assertThat(inventory.load(Gate.MAC)).isEmpty();
  }

  /** The second writes its access after the first has, and enters after the first has entered. */
  @Test
  void enter_twoAtOnce_theOneThatIsEnteredKeepsItsCredential() {
    create =
        first -> {
          create =
              second -> {
                assertThat(inventory.create(first)).isTrue();
                return inventory.create(second);
              };
          assertThatThrownBy(() -> fleet.enter(Gate.ADMIN, entry(OTHER)))
              .isInstanceOf(AlreadyExistsException.class);
          return true;
        };
    fleet.enter(Gate.ADMIN, entry(HELD));

    assertThat(asks(HELD)).isEqualTo(200);
    assertThat(asks(OTHER)).isEqualTo(401);
  }

  /** The other is entered without access and armed while the first is under way. */
  @Test
  void enter_armedByAnotherMeanwhile_staysArmed() {
    create =
        device -> {
          create = inventory::create;
          gate.armed(Gate.MAC);
          return inventory.create(device);
        };
    assertThatThrownBy(() -> fleet.enter(Gate.ADMIN, entry(HELD)))
        .isInstanceOf(AlreadyExistsException.class);

    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
    assertThat(asks(Gate.PASS)).isEqualTo(200);
  }

  @Test
  void enter_lockedByAnotherMeanwhile_nothingOpensIt() {
    create =
        device -> {
          create = inventory::create;
          gate.entered(Gate.MAC, "quick", false);
          return inventory.create(device);
        };
    assertThatThrownBy(() -> fleet.enter(Gate.ADMIN, entry(HELD)))
        .isInstanceOf(AlreadyExistsException.class);

    assertThat(gate.state(Gate.MAC)).isEqualTo("locked");
    assertThat(asks(HELD)).isEqualTo(401);
  }

  @Test
  void enter_existing_staysAsItIs() {
    Credential own = gate.provisioned(Gate.MAC);

    assertThatThrownBy(() -> fleet.enter(Gate.ADMIN, entry(HELD)))
        .isInstanceOf(AlreadyExistsException.class);
    assertThat(asks(own)).isEqualTo(200);
    assertThat(asks(HELD)).isEqualTo(401);
  }

  @Test
  void enter_modelWithoutCredentials_refused() {
    Device plain = Gate.device(Gate.MAC, "quick", "new");
    DeviceIdentity identity =
        new DeviceIdentity(Gate.MAC, "quick", TestBrand.PLAIN, Gate.OWNER, "new");
    FleetEntry entry =
        new FleetEntry(
            new Device(
                identity,
                plain.lines(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                ""),
            Optional.of(HELD),
            false,
            Optional.empty());

    assertThatThrownBy(() -> fleet.check(Gate.ADMIN, entry))
        .isInstanceOf(StateConflictException.class)
        .hasMessageContaining(TestBrand.NO_CREDENTIAL);
    assertThatThrownBy(() -> fleet.enter(Gate.ADMIN, entry))
        .isInstanceOf(StateConflictException.class);
    assertThat(inventory.load(Gate.MAC)).isEmpty();
  }

  @Test
  void check_good_changesNothing() {
    fleet.check(Gate.ADMIN, entry(HELD));

    assertThat(inventory.load(Gate.MAC)).isEmpty();
    assertThat(gate.credentials.dump()).isEmpty();
    assertThat(gate.events).isEmpty();
  }

  @Test
  void officeManager_noneOfIt() {
    Caller office =
        new Caller(
            "o", Caller.Scope.OFFICE_MANAGER, Optional.of("west"), Optional.of("acme.example"));
    Optional<String> any = Optional.empty();
    Query all = new Query("", any, any, any, Optional.empty(), 10);

    assertThatThrownBy(() -> fleet.check(office, entry(HELD)))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> fleet.enter(office, entry(HELD)))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> fleet.export(office, all, false))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> fleet.highestLine(office, all)).isInstanceOf(ForbiddenException.class);
  }
}
