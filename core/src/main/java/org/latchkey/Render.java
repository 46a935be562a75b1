package org.latchkey;

import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.config.Parameters;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.internal.Configurations;
import org.latchkey.internal.Configurations.Phone;
import org.latchkey.internal.Outage;
import org.latchkey.internal.Setup;
import org.latchkey.pass.Decision;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.Seen;
import org.latchkey.secret.Credential;

/** Step 6: the bytes of a file, before anything is stored: what cannot be written costs nothing. */
final class Render {
  private static final String BOOK_TYPE = "text/xml; charset=utf-8";

  private final Setup setup;

  Render(Setup setup) {
    this.setup = setup;
  }

  /**
   * Renders a device file; empty if the inventory has changed since the device was identified.
   *
   * @throws org.latchkey.error.RenderException if it cannot be written
   */
  Optional<Rendered> render(DeviceIdentity identity, Decision decision) {
    Optional<Device> device =
        Outage.guard("device directory", () -> setup.directory().load(identity.mac()));
    if (device.filter(d -> d.identity().equals(identity)).isEmpty()) {
      return Optional.empty();
    }
    Credential carried = decision.carries().orElseThrow();
    boolean proven = decision.access() instanceof Provisioned own && own.current().equals(carried);
    Optional<Seen> seen = decision.access().standing().seen();
    Configurations configurations = setup.configurations();
    Parameters parameters =
        configurations.parameters(new Phone(device.get(), seen, carried, proven));
    return Optional.of(
        rendered(
            configurations.write(device.get(), parameters), setup.brands().get(identity.brand())));
  }

  /**
   * Renders a personal file that the brand makes itself; empty if it makes none of that name.
   *
   * @throws org.latchkey.error.RenderException if it cannot be written
   */
  Optional<Rendered> personal(DeviceIdentity identity, DeviceAccess access, String file) {
    Credential none = Credential.of(identity.mac().toString(), "none");
    Optional<Seen> seen = access.standing().seen();
    boolean proven = access instanceof Provisioned;
    return Outage.guard("device directory", () -> setup.directory().load(identity.mac()))
        .filter(device -> device.identity().equals(identity))
        .flatMap(
            device ->
                setup
                    .configurations()
                    .personal(new Phone(device, seen, none, proven), Uploads.canonical(file)))
        .map(bytes -> rendered(bytes, setup.brands().get(identity.brand())));
  }

  /**
   * Renders the phone book of a device's domain; empty if it has none or the brand writes none.
   *
   * @throws org.latchkey.error.RenderException if it cannot be written
   */
  Optional<Rendered> phoneBook(DeviceIdentity identity, DeviceAccess access) {
    Credential none = Credential.of(identity.mac().toString(), "none");
    Optional<Seen> seen = access.standing().seen();
    boolean proven = access instanceof Provisioned;
    return Outage.guard("device directory", () -> setup.directory().load(identity.mac()))
        .filter(device -> device.identity().equals(identity))
        .flatMap(device -> setup.configurations().phoneBook(new Phone(device, seen, none, proven)))
        .map(bytes -> new Rendered(bytes, BOOK_TYPE));
  }

  /** Writes a file that all phones share; empty if no brand that asks for it makes one. */
  Optional<Rendered> common(Located located) {
    String name = Uploads.canonical(located.name());
    for (Brand brand : located.sharing()) {
      Optional<byte[]> file = brand.renderer().common(name);
      if (file.isPresent()) {
        return file.map(bytes -> rendered(bytes, brand));
      }
    }
    return Optional.empty();
  }

  private static Rendered rendered(byte[] file, Brand brand) {
    return new Rendered(file, brand.traits().contentType());
  }
}
