package org.latchkey.testkit.panasonic;

import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.PhoneCredential;
import org.latchkey.testkit.phone.PhoneUrl;

/**
 * Finds the credential for an address. Flat phones know only what stands in the address. KX-UTG has
 * two pairs of parameters besides; which answers which address is not documented: here that of the
 * hand-entered server answers the initial file, the other all else.
 */
final class Credentials {
  private final PanasonicSetup setup;
  private final Memory memory;
  private final Bootstrap bootstrap;

  Credentials(PanasonicSetup setup, Memory memory, Bootstrap bootstrap) {
    this.setup = setup;
    this.memory = memory;
    this.bootstrap = bootstrap;
  }

  Optional<PhoneCredential> of(PhoneUrl url, boolean initial) {
    if (!setup.family().xml()) {
      return url.credential();
    }
    Settings settings = memory.settings();
    Optional<PhoneCredential> pair = settings.pair("HTTP_AUTH_ID", "HTTP_AUTH_PASSWORD");
    Optional<PhoneCredential> fields =
        initial && bootstrap.typedUrl().isPresent()
            ? settings.pair(Settings.TYPED_USER, Settings.TYPED_PASSWORD).or(() -> pair)
            : pair;
    return setup.fieldsFirst() ? fields.or(url::credential) : url.credential().or(() -> fields);
  }

  /** The one for the file of this phone, or without such a file for what is asked first. */
  Optional<PhoneCredential> own() {
    Map<ConfigUrl, String> paths = memory.settings().paths(setup.family());
    boolean initial = paths.isEmpty();
    Optional<String> address = initial ? bootstrap.address() : paths.values().stream().findFirst();
    try {
      return address
          .map(a -> PhoneUrl.parse(setup.expand(a, memory.firmware())))
          .flatMap(url -> of(url, initial));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // it cannot be asked, so nothing would be shown
    }
  }
}
