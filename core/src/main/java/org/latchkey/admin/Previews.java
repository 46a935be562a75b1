package org.latchkey.admin;

import java.util.List;
import java.util.Optional;
import org.latchkey.admin.Devices.Found;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Explanation;
import org.latchkey.brand.FileRole;
import org.latchkey.config.Setting;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;
import org.latchkey.device.MacAddress;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.StateConflictException;
import org.latchkey.internal.Configurations.Phone;
import org.latchkey.internal.Setup;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.secret.Credential;

/** Shows people what a phone is told, with secrets masked, and why. */
final class Previews {
  private final Setup setup;

  Previews(Setup setup) {
    this.setup = setup;
  }

  List<BootFile> files(Device device) {
    return setup.brands().noCredential(device.identity()).isPresent()
        ? List.of()
        : brand(device).bootSequence().files(device.identity());
  }

  byte[] file(Found found, String name) {
    FileRole role =
        files(found.device()).stream()
            .filter(file -> file.name().equals(name))
            .map(BootFile::role)
            .findFirst()
            .orElse(FileRole.UNKNOWN);
    Optional<byte[]> file =
        switch (role) {
          case DEVICE ->
              Optional.of(
                  setup
                      .configurations()
                      .write(
                          found.device(),
                          setup.configurations().parameters(phone(found)).masked()));
          case PERSONAL ->
              setup.configurations().personal(phone(found, noCredential(found.mac())), name);
          case COMMON -> brand(found.device()).renderer().common(name);
          default -> Optional.empty();
        };
    return file.orElseThrow(
        () ->
            new NotFoundException("nothing is generated for " + found.mac() + " under that name"));
  }

  Explanation explain(Found found) {
    setup
        .brands()
        .noCredential(found.device().identity())
        .ifPresent(
            reason -> {
              throw new StateConflictException("the phone gets no configuration: " + reason);
            });
    return setup.configurations().explain(phone(found)).masked();
  }

  boolean holdsSecret(String parameter) {
    Entry entry = new Entry(parameter, "", "");
    return entry
        .brand()
        .map(
            bound ->
                setup
                    .brands()
                    .find(bound)
                    .map(brand -> brand.renderer().holdsSecret(entry.name()))
                    .orElse(true))
        .orElseGet(() -> Vocabulary.standard().find(parameter).filter(Setting::secret).isPresent());
  }

  private static Phone phone(Found found) {
    return phone(found, Devices.credential(found.access()).orElse(noCredential(found.mac())));
  }

  private static Phone phone(Found found, Credential credential) {
    return new Phone(
        found.device(),
        found.access().standing().seen(),
        credential,
        found.access() instanceof Provisioned);
  }

  private static Credential noCredential(MacAddress mac) {
    return Credential.of(mac.toString(), "none");
  }

  private Brand brand(Device device) {
    return setup.brands().get(device.identity().brand());
  }
}
