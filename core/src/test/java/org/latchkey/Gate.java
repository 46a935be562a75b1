package org.latchkey;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.latchkey.admin.ArmOrder;
import org.latchkey.admin.DeviceView;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Traits.Scheme;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Line;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.pass.Network;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.secret.Vault;
import org.latchkey.spi.CredentialStore;
import org.latchkey.spi.DeviceDirectory;

/** A Latchkey over memory with a clock that is set by hand, and short words for what tests do. */
final class Gate {
  static final MacAddress MAC = MacAddress.of("001565aabbcc");
  static final MacAddress OTHER = MacAddress.of("001565aabbdd");
  static final MacAddress UNKNOWN = MacAddress.of("001565000000");
  static final Owner OWNER = new Owner("acme.example", "west");
  static final Credential PASS = Credential.of("firstboot", "GlobalPassword42");
  static final String SIP_PASSWORD = "PlantedSipSecret";
  static final Caller ADMIN = Caller.superUser("admin");

  final Ticking clock = new Ticking();
  final List<Event> events = new CopyOnWriteArrayList<>();
  final MemoryDirectory directory = new MemoryDirectory();
  final MemoryCredentialStore credentials = new MemoryCredentialStore();
  final MemoryGlobalPasses passes =
      new MemoryGlobalPasses(new GlobalPass("first", Scope.INSTALLATION, PASS, false));
  final Stores stores = new Stores(directory, credentials, passes);
  final Latchkey latchkey;

  /** A gate for two brands: {@code quick} proves at once, {@code slow} settles for 45 seconds. */
  Gate() {
    this(builder -> builder);
  }

  Gate(UnaryOperator<LatchkeyBuilder> more) {
    this(Optional.empty(), Optional.empty(), more);
  }

  Gate(
      Optional<DeviceDirectory> otherDirectory,
      Optional<CredentialStore> otherCredentials,
      UnaryOperator<LatchkeyBuilder> more) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    latchkey =
        more.apply(
                Latchkey.builder(
                        URI.create("https://prov.example/cfg/"),
                        otherDirectory.orElse(stores.directory()),
                        otherCredentials.orElse(stores.credentials()),
                        Vault.ofKey(key))
                    .globalPasses(stores.passes())
                    .events(events::add, Optional.empty())
                    .clock(clock)
                    .secrets(new Random(1)::nextBytes)
                    .brands(brands()))
            .build();
  }

  static Brand[] brands() {
    return new Brand[] {
      new TestBrand("quick", Duration.ZERO, Scheme.DIGEST),
      new TestBrand("slow", Duration.ofSeconds(45), Scheme.BASIC)
    };
  }

  /** A phone with one line. */
  static Device device(MacAddress mac, String brand, String generation) {
    return device(mac, brand, generation, OWNER);
  }

  static Device device(MacAddress mac, String brand, String generation, Owner owner) {
    Line line =
        new Line(
            1,
            "100",
            "Alice",
            "100",
            "100",
            Secret.of(SIP_PASSWORD),
            new Registrar("sip.acme.example", 5061, Registrar.Transport.TLS),
            Optional.empty(),
            3600,
            Optional.empty());
    return new Device(
        new DeviceIdentity(mac, brand, "M1", owner, generation),
        List.of(line),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  /** The same phone with a line that the brand refuses to write. */
  static Device unrenderable(Device device) {
    return withLabel(device, TestBrand.REFUSED);
  }

  /** The same phone with another label on its first line. */
  static Device withLabel(Device device, String label) {
    Line line = device.lines().get(0);
    Line labelled =
        new Line(
            1,
            label,
            line.displayName(),
            line.user(),
            line.authUser(),
            line.password(),
            line.registrar(),
            line.outboundProxy(),
            line.expires(),
            line.voicemail());
    return new Device(
        device.identity(),
        List.of(labelled),
        device.keys(),
        device.overrides(),
        device.serial(),
        device.pin(),
        device.notes());
  }

  /** Enters a phone of the quick brand and arms it. */
  Gate armed(MacAddress mac) {
    return entered(mac, "quick", true);
  }

  Gate entered(MacAddress mac, String brand, boolean arm) {
    latchkey.administration().create(ADMIN, device(mac, brand, "new"), arm);
    return this;
  }

  DeviceView arm(MacAddress mac) {
    return latchkey.administration().arm(ADMIN, mac, ArmOrder.DEFAULT);
  }

  /** Arms a phone that must come from some networks. */
  DeviceView armFrom(MacAddress mac, Network... from) {
    ArmOrder order = new ArmOrder(false, Optional.empty(), Optional.empty(), List.of(from));
    return latchkey.administration().arm(ADMIN, mac, order);
  }

  /** The global pass, as a phone from its box shows it. */
  Credential shown() {
    return PASS;
  }

  String state(MacAddress mac) {
    return latchkey.administration().show(ADMIN, mac).state();
  }

  Request get(String file) {
    return new Request(this, "GET", file);
  }

  Request ask(String method, String file) {
    return new Request(this, method, file);
  }

  /** Boots a phone for the first time: the credential that its configuration carries. */
  Credential firstBoot(MacAddress mac) {
    ProvisioningResponse response = get("/" + mac + ".cfg").digest(PASS).send();
    if (response.status() != 200) {
      throw new AssertionError("first boot answered by " + response.status());
    }
    return carried(response);
  }

  /** Boots a phone and lets it prove its credential. */
  Credential provisioned(MacAddress mac) {
    Credential own = armed(mac).firstBoot(mac);
    get("/" + mac + ".cfg").digest(own).send();
    return own;
  }

  static Credential carried(ProvisioningResponse response) {
    return Credential.of(
        TestBrand.value(response.body(), TestBrand.USER),
        TestBrand.value(response.body(), TestBrand.PASSWORD));
  }

  /** Types of all events so far, also of the refusals that wait for their minute. */
  List<EventType> told() {
    latchkey.flushEvents();
    return events.stream().map(Event::type).toList();
  }

  /** A clock that stands until it is moved. */
  static final class Ticking extends Clock {
    private volatile Instant now = Instant.parse("2026-11-24T08:00:00Z");

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
