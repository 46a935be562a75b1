package org.latchkey;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latchkey.Permitted.Busy;
import org.latchkey.Permitted.Dropped;
import org.latchkey.Permitted.Granted;
import org.latchkey.Permitted.Insecure;
import org.latchkey.Permitted.Nameless;
import org.latchkey.Permitted.NotFound;
import org.latchkey.Permitted.Paced;
import org.latchkey.Permitted.Refused;
import org.latchkey.Verified.Global;
import org.latchkey.Verified.Own;
import org.latchkey.Verified.Proof;
import org.latchkey.brand.Brand;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Product;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.event.EventType;
import org.latchkey.internal.Recorder;
import org.latchkey.internal.Setup;
import org.latchkey.pass.Decision;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.Presentation;
import org.latchkey.pass.Presentation.Ask;
import org.latchkey.pass.Seen;
import org.latchkey.pass.Source;
import org.latchkey.pass.Transitions;

/**
 * Step 5: whether this proof opens this file of this device now. Checks once more that what was
 * proven belongs to the device that was located, to its owner and its generation.
 */
final class Permit {
  private final Setup setup;
  private final Recorder recorder;
  private final Strangers strangers;
  private final Map<String, Transitions> transitions;

  Permit(Setup setup) {
    this.setup = setup;
    this.recorder = setup.recorder();
    this.strangers = new Strangers(setup);
    this.transitions =
        setup.policies().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> new Transitions(e.getValue())));
  }

  /** Decides; refusals are recorded here, since only the record knows why. */
  Permitted permit(Verified verified, Located located, ProvisioningRequest request) {
    Proof proof = verified.proof();
    boolean upload = isUpload(request.method());
    if (proof instanceof Global && upload && Located.takesUploads(located.role())) {
      return new Dropped();
    }
    Optional<DeviceIdentity> identity = verified.stored().identity();
    Optional<MacAddress> mac = verified.mac();
    if (mac.isEmpty() && proof instanceof Global global) {
      return new Nameless(global.pass());
    }
    Source source = Source.of(request.remote());
    if (identity.isEmpty()) {
      EventType reason = proof instanceof Global ? EventType.KNOCKED : EventType.UNKNOWN_DEVICE;
      recorder.refused(reason, mac, Optional.empty(), source.toString(), located.name());
      if (proof instanceof Global global) {
        strangers.knocked(global.pass(), mac.orElseThrow(), located, source);
      }
      return new Refused();
    }
    return permit(verified, identity.get(), located, request, source);
  }

  private Permitted permit(
      Verified verified,
      DeviceIdentity identity,
      Located located,
      ProvisioningRequest request,
      Source source) {
    Optional<DeviceAccess> stored = verified.stored().page().map(page -> page.access());
    DeviceAccess access = Transitions.read(stored, identity.owner(), identity.generation());
    Optional<EventType> objection = objection(verified, stored, access, identity.owner());
    if (objection.isPresent()) {
      return refuse(objection.get(), identity, source, located.name());
    }
    Optional<Brand> brand = setup.brands().find(identity.brand());
    FileRole role = role(brand, located);
    boolean upload = isUpload(request.method());
    Ask ask = role == FileRole.DEVICE && !upload ? Ask.DELIVERY : Ask.OTHER;
    boolean proving = brand.filter(b -> proves(b, role, upload)).isPresent();
    Decision delivery = decide(verified.proof(), access, identity, proving, ask, located, source);
    if (delivery.answer() == Decision.Answer.REFUSE) {
      if (verified.proof() instanceof Global global) {
        strangers.refused(global.pass(), access, identity, source);
      }
      return stored.filter(s -> !s.equals(access)).isPresent()
          ? refuse(EventType.OWNER_CHANGED, identity, source, located.name())
          : refuse(delivery, identity, source, located.name());
    }
    Optional<EventType> mismatch = mismatch(located, verified, identity);
    if (mismatch.isPresent() || !canBeTold(identity) || role == FileRole.UNKNOWN) {
      mismatch.ifPresent(type -> refuse(type, identity, source, located.name()));
      return new NotFound();
    }
    if (ask == Ask.DELIVERY && !request.secure()) {
      refuse(EventType.INSECURE, identity, source, located.name());
      return new Insecure();
    }
    if (delivery.answer() == Decision.Answer.BUSY) {
      refuse(delivery, identity, source, located.name());
      return new Busy(delivery, verified.stored().page(), identity, access);
    }
    if (verified.proof() instanceof Global global) {
      Duration delay = strangers.delay(global.pass(), access, identity, source);
      if (!delay.isZero()) {
        return new Paced(delay);
      }
    }
    Decision look =
        ask == Ask.DELIVERY
            ? decide(verified.proof(), access, identity, proving, Ask.LOOK, located, source)
            : delivery;
    return new Granted(identity, role, verified.stored().page(), access, delivery, look);
  }

  /** Whether the brand is there and the model, as it is entered now, can have a credential. */
  private boolean canBeTold(DeviceIdentity identity) {
    return setup.brands().find(identity.brand()).isPresent()
        && setup.brands().noCredential(identity).isEmpty();
  }

  /** A bootstrap file of a device that is known is its device file under another name. */
  private static FileRole role(Optional<Brand> brand, Located located) {
    FileRole role = brand.map(located::roleFor).orElse(FileRole.UNKNOWN);
    return role == FileRole.BOOTSTRAP ? FileRole.DEVICE : role;
  }

  /** What stands against a proof before the state of the device is asked. */
  private Optional<EventType> objection(
      Verified verified, Optional<DeviceAccess> stored, DeviceAccess access, Owner owner) {
    Proof proof = verified.proof();
    if (access.standing().disabled()) {
      return Optional.of(EventType.DISABLED_DEVICE);
    }
    if (proof instanceof Own own && !access.known().contains(own.credential())) {
      boolean others = stored.filter(s -> s.known().contains(own.credential())).isPresent();
      return Optional.of(others ? EventType.OWNER_CHANGED : EventType.WRONG_CREDENTIAL);
    }
    if (proof instanceof Global global
        && !verified.cost().isNarrowest(global.pass().scope(), owner)) {
      return Optional.of(EventType.WRONG_CREDENTIAL);
    }
    return proof instanceof Verified.Wrong
        ? Optional.of(EventType.WRONG_CREDENTIAL)
        : Optional.empty();
  }

  private Decision decide(
      Proof proof,
      DeviceAccess access,
      DeviceIdentity identity,
      boolean proving,
      Ask ask,
      Located located,
      Source source) {
    Instant now = setup.clock().instant();
    Transitions table =
        transitions.getOrDefault(identity.brand(), transitions.values().iterator().next());
    Presentation how =
        new Presentation(
            ask,
            source,
            now,
            proving,
            located.product().filter(Product::mainApplication).flatMap(Permit::seen),
            recorder.ownSeen(identity.mac(), source));
    return proof instanceof Own own
        ? table.own(access, own.credential(), how)
        : table.global(access, ((Global) proof).pass().id(), how);
  }

  /**
   * Whether only a phone that has stored its credential does this. Phones that can use it in the
   * pass that delivered it ask for languages and the like in that pass, and for firmware all do.
   */
  private static boolean proves(Brand brand, FileRole role, boolean upload) {
    return switch (role) {
      case DEVICE, BOOTSTRAP, UPLOAD -> true;
      case PERSONAL, COMMON -> upload || brand.traits().settleTime().isZero();
      case FIRMWARE, UNKNOWN, PROBE -> false;
    };
  }

  private static Optional<EventType> mismatch(
      Located located, Verified verified, DeviceIdentity identity) {
    boolean headerDiffers =
        located.headerMac().filter(mac -> !verified.mac().equals(Optional.of(mac))).isPresent();
    if (located.conflict() || headerDiffers) {
      return Optional.of(EventType.MAC_CONFLICT);
    }
    return located.headerBrand().filter(b -> !b.id().equals(identity.brand())).isPresent()
        ? Optional.of(EventType.WRONG_BRAND)
        : Optional.empty();
  }

  private Permitted refuse(EventType reason, DeviceIdentity identity, Source source, String file) {
    recorder.refused(
        reason,
        Optional.of(identity.mac()),
        Optional.of(identity.owner()),
        source.toString(),
        file);
    return new Refused();
  }

  private Permitted refuse(Decision decision, DeviceIdentity identity, Source source, String file) {
    if (decision.undecided()) {
      recorder.refusedUndecided(
          identity.mac(), Optional.of(identity.owner()), source.toString(), file);
      return new Refused();
    }
    return refuse(decision.events().get(0), identity, source, file);
  }

  static boolean isUpload(String method) {
    return method.equals("PUT") || method.equals("POST");
  }

  private static Optional<Seen> seen(Product product) {
    return Seen.find(product.model(), product.firmware());
  }
}
