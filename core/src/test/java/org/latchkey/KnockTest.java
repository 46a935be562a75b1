package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.latchkey.admin.Administration;
import org.latchkey.admin.ArmOrder;
import org.latchkey.admin.DeviceView;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.error.AlreadyExistsException;
import org.latchkey.error.ForbiddenException;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.StoreException;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.memory.MemoryKnocks;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.secret.Credential;
import org.latchkey.spi.Knock;
import org.latchkey.spi.KnockStore;

/** Phones with a right pass that nobody has entered: refused, listed, adopted. */
class KnockTest {
  private static final Credential WEST = Credential.of("westboot", "WestPassword4242");
  private static final Credential EAST = Credential.of("eastboot", "EastPassword4242");
  private static final Credential ACME = Credential.of("acmeboot", "AcmePassword4242");
  private static final Caller WEST_RESELLER = reseller("west");
  private static final Caller EAST_RESELLER = reseller("east");
  private static final Caller MANAGER =
      new Caller(
          "office", Caller.Scope.OFFICE_MANAGER, Optional.of("west"), Optional.of("acme.example"));

  private final Gate gate = new Gate();
  private final Administration administration = gate.latchkey.administration();

  @BeforeEach
  void addPasses() {
    gate.passes.add(new GlobalPass("west", scope("west", null), WEST, false));
    gate.passes.add(new GlobalPass("east", scope("east", null), EAST, false));
    gate.passes.add(new GlobalPass("acme", scope("west", "acme.example"), ACME, false));
  }

  private static Scope scope(String reseller, String domain) {
    return new Scope(Optional.of(reseller), Optional.ofNullable(domain));
  }

  private static Caller reseller(String name) {
    return new Caller(name, Caller.Scope.RESELLER, Optional.of(name), Optional.empty());
  }

  private static MacAddress mac(int number) {
    return MacAddress.of(String.format("001565%06x", number));
  }

  private static Device device(MacAddress mac, Owner owner) {
    Device device = Gate.device(mac, "quick", "g");
    DeviceIdentity identity = new DeviceIdentity(mac, "quick", "M1", owner, "g");
    return new Device(
        identity,
        device.lines(),
        device.keys(),
        device.overrides(),
        device.serial(),
        device.pin(),
        device.notes());
  }

  private ProvisioningResponse knock(MacAddress mac, Credential pass, String source) {
    return gate.get("/" + mac + ".cfg").from(source).basic(pass).send();
  }

  private void knock(MacAddress mac, Credential pass) {
    assertThat(knock(mac, pass, "192.0.2.1").status()).isEqualTo(401);
  }

  private List<MacAddress> seen(Caller caller) {
    return administration.knocks(caller).stream().map(Knock::mac).toList();
  }

  @Test
  void knock_isRefusedLikeAllElse() {
    gate.entered(Gate.MAC, "quick", false);
    ProvisioningResponse knocked = knock(Gate.UNKNOWN, WEST, "192.0.2.1");
    ProvisioningResponse wrong =
        knock(Gate.UNKNOWN, Credential.of("westboot", "wrong"), "192.0.2.1");
    ProvisioningResponse locked = knock(Gate.MAC, WEST, "192.0.2.1");

    assertThat(knocked.status()).isEqualTo(401);
    for (ProvisioningResponse other : List.of(wrong, locked)) {
      assertThat(other.status()).isEqualTo(401);
      assertThat(withoutNonce(other)).isEqualTo(withoutNonce(knocked));
      assertThat(other.body()).isEqualTo(knocked.body());
    }
  }

  private static String withoutNonce(ProvisioningResponse response) {
    return response.headers().toString().replaceAll("nonce=\"[^\"]*\"", "nonce");
  }

  @Test
  void knock_isListedAndTold() {
    gate.get("/" + Gate.UNKNOWN + ".cfg").agent("quick M1 1.2.3").basic(WEST).send();
    gate.clock.advance(Duration.ofMinutes(5));
    gate.get("/" + Gate.UNKNOWN + "-personal.xml").from("192.0.2.9").basic(WEST).send();

    Knock knock = administration.knocks(Gate.ADMIN).get(0);
    assertThat(knock.mac()).isEqualTo(Gate.UNKNOWN);
    assertThat(knock.scope()).isEqualTo(scope("west", null));
    assertThat(knock.passId()).isEqualTo("west");
    assertThat(knock.site()).isEqualTo("192.0.2.9");
    assertThat(knock.file()).isEqualTo(Gate.UNKNOWN + "-personal.xml");
    assertThat(knock.count()).isEqualTo(2);
    assertThat(Duration.between(knock.first(), knock.last())).isEqualTo(Duration.ofMinutes(5));
    assertThat(gate.told()).contains(EventType.KNOCKED);
  }

  @Test
  void knock_namesBrandAndModelOfTheHeader() {
    gate.get("/" + Gate.UNKNOWN + ".cfg").agent("quick M1 1.2.3").basic(WEST).send();

    Knock knock = administration.knocks(Gate.ADMIN).get(0);
    assertThat(knock.brand()).contains("quick");
    assertThat(knock.model()).contains("M1");
  }

  @Test
  void knock_wrongPassOrKnownDevice_isNone() {
    gate.entered(Gate.MAC, "quick", false);
    knock(Gate.MAC, ACME);
    knock(Gate.UNKNOWN, Credential.of("westboot", "wrong"));
    gate.get("/image.rom").basic(WEST).send();

    assertThat(administration.knocks(Gate.ADMIN)).isEmpty();
  }

  @Test
  void knocks_scopes_whoSeesWhich() {
    knock(mac(1), Gate.PASS);
    knock(mac(2), WEST);
    knock(mac(3), EAST);
    knock(mac(4), ACME);

    assertThat(seen(Gate.ADMIN)).containsExactlyInAnyOrder(mac(1), mac(2), mac(3), mac(4));
    assertThat(seen(WEST_RESELLER)).containsExactlyInAnyOrder(mac(2), mac(4));
    assertThat(seen(EAST_RESELLER)).containsExactly(mac(3));
    assertThatThrownBy(() -> administration.knocks(MANAGER)).isInstanceOf(ForbiddenException.class);
  }

  @Test
  void adopt_scopes_whoMay() {
    knock(mac(3), EAST);
    Device phone = device(mac(3), Gate.OWNER);

    assertThatThrownBy(() -> administration.adopt(WEST_RESELLER, phone, true))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> administration.dismiss(WEST_RESELLER, mac(3)))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> administration.adopt(MANAGER, phone, false))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> administration.dismiss(MANAGER, mac(3)))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> administration.adopt(EAST_RESELLER, phone, true))
        .as("owner outside the caller's scope")
        .isInstanceOf(NotFoundException.class);
    assertThat(seen(EAST_RESELLER)).containsExactly(mac(3));
    assertThat(gate.directory.load(mac(3))).isEmpty();
  }

  @Test
  void adopt_armed_phoneBootsWithThePassThatItShowed() {
    knock(Gate.UNKNOWN, ACME);

    DeviceView view = administration.adopt(WEST_RESELLER, device(Gate.UNKNOWN, Gate.OWNER), true);

    assertThat(view.state()).isEqualTo("armed");
    assertThat(seen(Gate.ADMIN)).isEmpty();
    assertThat(knock(Gate.UNKNOWN, ACME, "192.0.2.1").status()).isEqualTo(200);
    assertThat(gate.told()).contains(EventType.CREATED, EventType.ARMED);
  }

  @Test
  void adopt_notArmed_locked() {
    knock(Gate.UNKNOWN, ACME);

    DeviceView view = administration.adopt(Gate.ADMIN, device(Gate.UNKNOWN, Gate.OWNER), false);

    assertThat(view.state()).isEqualTo("locked");
    assertThat(seen(Gate.ADMIN)).isEmpty();
    assertThat(knock(Gate.UNKNOWN, ACME, "192.0.2.1").status()).isEqualTo(401);
  }

  @Test
  void adopt_ownerThatThePassDoesNotCover_isAnErrorOfTheDomain() {
    knock(Gate.UNKNOWN, ACME);
    Owner other = new Owner("other.example", "west");

    assertThatThrownBy(() -> administration.adopt(WEST_RESELLER, device(Gate.UNKNOWN, other), true))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("domain"));
    assertThat(gate.directory.load(Gate.UNKNOWN)).isEmpty();
    assertThat(seen(Gate.ADMIN)).containsExactly(Gate.UNKNOWN);
  }

  @Test
  void adopt_phoneThatNeverKnocked_notFound() {
    assertThatThrownBy(
            () -> administration.adopt(Gate.ADMIN, device(Gate.UNKNOWN, Gate.OWNER), true))
        .isInstanceOf(NotFoundException.class);
    assertThat(gate.directory.load(Gate.UNKNOWN)).isEmpty();
  }

  @Test
  void adopt_enteredMeanwhile_alreadyExists() {
    knock(Gate.UNKNOWN, ACME);
    gate.entered(Gate.UNKNOWN, "quick", false);

    assertThatThrownBy(
            () -> administration.adopt(Gate.ADMIN, device(Gate.UNKNOWN, Gate.OWNER), true))
        .isInstanceOf(AlreadyExistsException.class);

    administration.arm(Gate.ADMIN, Gate.UNKNOWN, ArmOrder.DEFAULT);
    assertThat(seen(Gate.ADMIN)).as("armed from the list").isEmpty();
  }

  @Test
  void arm_underAnotherResellersPass_leavesThatKnock() {
    knock(Gate.UNKNOWN, EAST);
    knock(Gate.UNKNOWN, ACME);
    gate.entered(Gate.UNKNOWN, "quick", false);

    administration.arm(WEST_RESELLER, Gate.UNKNOWN, ArmOrder.DEFAULT);

    assertThat(administration.knocks(Gate.ADMIN)).extracting(Knock::passId).containsExactly("east");
  }

  @Test
  void dismiss_isGoneUntilItKnocksAgain_andTold() {
    knock(Gate.UNKNOWN, WEST);

    administration.dismiss(WEST_RESELLER, Gate.UNKNOWN);

    assertThat(seen(Gate.ADMIN)).isEmpty();
    assertThat(gate.events)
        .filteredOn(e -> e.type() == EventType.DISMISSED)
        .extracting(Event::source)
        .containsExactly("west");
    knock(Gate.UNKNOWN, WEST);
    assertThat(seen(Gate.ADMIN)).containsExactly(Gate.UNKNOWN);
  }

  @Test
  void knocks_floodFromOneSource_twentyStayAndOthersAreSeen() {
    knock(mac(500), WEST, "192.0.2.77");
    for (int i = 0; i < 300; i++) {
      knock(mac(i), Gate.PASS);
      gate.clock.advance(Duration.ofSeconds(1));
    }

    assertThat(administration.knocks(Gate.ADMIN)).hasSize(KnockStore.MOST_OF_A_SITE + 1);
    assertThat(seen(WEST_RESELLER)).containsExactly(mac(500));
  }

  @Test
  void knocks_areHandedOverOnceAMinute() {
    Counting store = new Counting();
    Gate counting = new Gate(builder -> builder.knocks(store));
    for (int i = 0; i < 59; i++) {
      counting.get("/" + Gate.UNKNOWN + ".cfg").basic(Gate.PASS).send();
      counting.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(store.added).isZero();

    counting.clock.advance(Duration.ofSeconds(1));
    counting.get("/" + Gate.UNKNOWN + ".cfg").basic(Gate.PASS).send();

    assertThat(store.added).isEqualTo(1);
    assertThat(store.list(Optional.empty()).get(0).count()).isEqualTo(60);
    counting.get("/" + Gate.UNKNOWN + ".cfg").basic(Gate.PASS).send();
    counting.latchkey.flushEvents();
    assertThat(store.added).isEqualTo(2);
  }

  @Test
  void storeFails_refusedAllTheSame_armedAllTheSame() {
    Gate failing = new Gate(builder -> builder.knocks(new Failing()));

    assertThat(failing.get("/" + Gate.UNKNOWN + ".cfg").basic(Gate.PASS).status()).isEqualTo(401);
    failing.clock.advance(Duration.ofMinutes(2));
    assertThat(failing.get("/" + Gate.UNKNOWN + ".cfg").basic(Gate.PASS).status()).isEqualTo(401);

    assertThatThrownBy(() -> failing.latchkey.administration().knocks(Gate.ADMIN))
        .isInstanceOf(StoreException.class);
    failing.entered(Gate.MAC, "quick", false);
    assertThat(failing.arm(Gate.MAC).state()).isEqualTo("armed");
  }

  /** Counts what is handed over. */
  private static final class Counting implements KnockStore {
    private final MemoryKnocks memory = new MemoryKnocks();
    private int added;

    @Override
    public void add(Knock knock) {
      added++;
      memory.add(knock);
    }

    @Override
    public List<Knock> list(Optional<String> reseller) {
      return memory.list(reseller);
    }

    @Override
    public List<Knock> of(MacAddress mac) {
      return memory.of(mac);
    }

    @Override
    public boolean delete(MacAddress mac, Scope scope) {
      return memory.delete(mac, scope);
    }
  }

  /** A store whose host is away. */
  private static final class Failing implements KnockStore {
    @Override
    public void add(Knock knock) {
      throw new IllegalStateException("away");
    }

    @Override
    public List<Knock> list(Optional<String> reseller) {
      throw new IllegalStateException("away");
    }

    @Override
    public List<Knock> of(MacAddress mac) {
      throw new IllegalStateException("away");
    }

    @Override
    public boolean delete(MacAddress mac, Scope scope) {
      throw new IllegalStateException("away");
    }
  }
}
