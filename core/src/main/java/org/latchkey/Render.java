package org.latchkey;

import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.config.Parameters;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.internal.Configurations;
import org.latchkey.internal.Outage;
import org.latchkey.internal.Setup;
import org.latchkey.pass.Decision;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.secret.Credential;

/**
 * Step 6: the device file's bytes, before anything is stored: what cannot be written costs nothing.
 */
final class Render {
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
    Configurations configurations = setup.configurations();
    Parameters parameters =
        configurations.parameters(
            device.get(), decision.access().standing().seen(), carried, proven);
    Brand brand = setup.brands().get(identity.brand());
    return Optional.of(
        new Rendered(configurations.write(device.get(), parameters), brand.traits().contentType()));
  }
}
